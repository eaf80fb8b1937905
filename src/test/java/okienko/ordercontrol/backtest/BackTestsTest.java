package okienko.ordercontrol.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.evaluations.Evaluations;
import okienko.ordercontrol.rules.RuleBook;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@OfficeTest
class BackTestsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    BackTests tests;

    @Autowired
    Evaluations evaluations;

    @Autowired
    RuleBook rules;

    TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(world.channel(), office);
    }

    @Test
    void switchingARuleOffLetsThoseGoThatItAloneHeld() {
        shop.send(shop.cleanOrder());
        ControlledOrder held = shop.send(shop.cleanOrder().replace("61-736", "61-7"));
        ControlledOrder corrected = shop.send(shop.cleanOrder().replace("61-736", "61-8"));
        shop.act(corrected.id(), world.ola(), new Action.Edit(Map.of("delivery.address.postalCode", "61-736")));
        ControlledOrder twice =
                shop.send(shop.cleanOrder().replace("61-736", "61-9").replace("+48600", "+48"));
        Answer answer = answer(with(ReasonCode.POSTAL_CODE_INVALID, Mode.OFF, Map.of()));
        assertThat(answer.orders()).isEqualTo(4);
        assertThat(answer.heldBefore()).isEqualTo(3);
        assertThat(answer.heldAfter()).isEqualTo(1);
        assertThat(answer.shareBefore()).isEqualTo(0.75);
        assertThat(answer.newlyHeld().orders()).isZero();
        assertThat(answer.noLongerHeld().named())
                .extracting(Answer.Named::order)
                .containsExactly(corrected.id(), held.id())
                .doesNotContain(twice.id());
        assertThat(answer.noLongerHeld().byReason()).containsExactly(Map.entry("POSTAL_CODE_INVALID", 2));
        assertThat(answer.noLongerHeld().corrected()).isEqualTo(1);
        assertThat(answer.concerned()).isEqualTo(3);
    }

    @Test
    void aStricterRuleNamesWhatItWouldHoldAndWhoCancelledWhat() {
        ControlledOrder released = shop.send(shop.cleanOrder());
        ControlledOrder recalled = shop.send(shop.cleanOrder());
        shop.send(shop.cleanOrder()
                .replace("\"quantity\":2,\"unitPrice\":\"59.99\"", "\"quantity\":1,\"unitPrice\":\"119.98\""));
        shop.act(recalled.id(), world.ola(), new Action.Cancel("the customer called"));
        Answer answer = answer(with(ReasonCode.QUANTITY_ANOMALY, Mode.ON, Map.of("mostPieces", "1")));
        assertThat(answer.newlyHeld().named())
                .extracting(Answer.Named::order)
                .containsExactly(recalled.id(), released.id());
        assertThat(answer.newlyHeld().cancelled()).isEqualTo(1);
        assertThat(answer.newlyHeld().corrected()).isZero();
        assertThat(answer.heldBefore()).isZero();
        assertThat(answer.shareAfter()).isEqualTo(2.0 / 3);
    }

    @Test
    void ordersAreJudgedWithTheFactsOfThatDay() {
        ControlledOrder paid = shop.send(shop.cleanOrder().replace(",\"paid\":\"129.98\"", ""));
        clock.advance(Duration.ofMinutes(30));
        office.getBean(Payments.class)
                .book(
                        paid.key(),
                        new IncomingPayment(Money.of("129.98", "PLN"), clock.instant(), "test", world.unique("p")),
                        "test");
        shop.becomes(paid.id(), State.RELEASED);
        Answer answer = answer(with(ReasonCode.UNPAID, Mode.ON, Map.of("onlineWithin", "PT10M")));
        assertThat(answer.newlyHeld().named()).extracting(Answer.Named::order).containsExactly(paid.id());
    }

    @Test
    void theSameRulesHoldTheSameOrdersWhateverVersionTheyWereJudgedBy() {
        shop.send(shop.cleanOrder());
        shop.send(shop.cleanOrder().replace("61-736", "61-7"));
        RuleSet same = rules.current();
        Answer kept = ask(new Question(same, same, 1, shop.channel));
        RuleSet renumbered = same.as(same.version() + 100);
        Answer judged = ask(new Question(renumbered, renumbered, 1, shop.channel));
        assertThat(judged).isEqualTo(kept);
        assertThat(kept.heldBefore()).isEqualTo(1);
        assertThat(kept.newlyHeld().orders() + kept.noLongerHeld().orders() + kept.concerned())
                .isZero();
    }

    @Test
    void ordersNobodyRemembersAreCountedApart() {
        shop.send(shop.cleanOrder());
        clock.advance(evaluations.kept().plusDays(1));
        evaluations.letGo();
        Answer answer = ask(new Question(rules.current(), rules.current(), 200, shop.channel));
        assertThat(answer.orders()).isZero();
        assertThat(answer.unknown()).isEqualTo(1);
    }

    @Test
    void everybodyHasOneAtATimeAndMayStopIt() {
        String ola = world.unique("ola");
        Question question = new Question(rules.current(), rules.current(), 1, "");
        List<BackTests.Start> starts = List.of(tests.start(ola, question), tests.start(ola, question));
        BackTest first = ((BackTests.Start.Started) starts.getFirst()).test();
        if (starts.getLast() instanceof BackTests.Start.Busy(BackTest running))
            assertThat(running).isSameAs(first);
        tests.cancel(first);
        assertThat(first.state()).isIn(BackTest.State.CANCELLED, BackTest.State.DONE);
        assertThat(tests.of(ola)).contains(first);
        assertThat(tests.find(first.id())).contains(first);
    }

    private RuleSet with(ReasonCode reason, Mode mode, Map<String, String> parameters) {
        return RuleSets.with(rules.current(), reason, mode, parameters);
    }

    private Answer answer(RuleSet candidate) {
        return ask(new Question(rules.current(), candidate, 1, shop.channel));
    }

    private Answer ask(Question question) {
        BackTests.Start start = tests.start(world.unique("asker"), question);
        BackTest test = ((BackTests.Start.Started) start).test();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (test.running() && System.nanoTime() < until) Thread.onSpinWait();
        assertThat(test.state()).isEqualTo(BackTest.State.DONE);
        return test.answer().orElseThrow();
    }
}
