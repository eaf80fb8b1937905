package okienko.ordercontrol.reports;

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
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.rules.RuleBook;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.vocabulary.Money;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@OfficeTest
class RuleReportsTest {

    private static final int LATELY = 2;

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    RuleReports reports;

    @Autowired
    Thresholds thresholds;

    @Autowired
    RuleBook rules;

    TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(world.channel(), office);
    }

    @Test
    void everyEndOfAHoldIsCountedInItsOwnWay() {
        RuleReport before = report(ReasonCode.POSTAL_CODE_INVALID);
        ControlledOrder fine = faulty();
        claim(fine);
        clock.advance(Duration.ofMinutes(4));
        shop.act(fine.id(), world.ola(), new Action.Resolve(hold(fine), "the carrier knows it"));
        shop.act(faulty().id(), world.ola(), new Action.Release("the customer insists"));
        shop.act(faulty().id(), world.ola(), new Action.Edit(Map.of("delivery.address.postalCode", "61-736")));
        shop.act(faulty().id(), world.ola(), new Action.Cancel("the customer does not answer"));
        faulty();
        RuleReport after = report(ReasonCode.POSTAL_CODE_INVALID);
        assertThat(after.holds() - before.holds()).isEqualTo(5);
        assertThat(after.orders() - before.orders()).isEqualTo(5);
        assertThat(after.unchanged() - before.unchanged()).isEqualTo(2);
        assertThat(after.changed() - before.changed()).isEqualTo(1);
        assertThat(after.cancelled() - before.cancelled()).isEqualTo(1);
        assertThat(after.open() - before.open()).isEqualTo(1);
        assertThat(after.cleared()).isEqualTo(before.cleared());
        assertThat(time(after).minus(time(before))).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void moneyThatComesClearsAHoldByItself() {
        RuleReport before = report(ReasonCode.UNPAID);
        String unpaid = shop.cleanOrder().replace(",\"paid\":\"129.98\"", "");
        ControlledOrder waiting = shop.send(unpaid);
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        office.getBean(Payments.class)
                .book(
                        waiting.key(),
                        new IncomingPayment(Money.of("129.98", "PLN"), clock.instant(), "test", world.unique("p")),
                        "test");
        shop.becomes(waiting.id(), State.RELEASED);
        RuleReport after = report(ReasonCode.UNPAID);
        assertThat(after.cleared() - before.cleared()).isEqualTo(1);
        assertThat(after.settled()).isEqualTo(before.settled());
    }

    @Test
    void aThresholdIsSuggestedThatSparesTheUselessAndKeepsTheUseful() {
        for (int i = 0; i < RuleReport.ENOUGH; i++) {
            ControlledOrder large = shop.send(pieces(25));
            shop.act(large.id(), world.ola(), new Action.ResolveReason(ReasonCode.QUANTITY_ANOMALY, "a restaurant"));
        }
        ControlledOrder typing = shop.send(pieces(900));
        shop.act(typing.id(), world.ola(), new Action.Cancel("meant nine"));
        Check check = Checks.of(ReasonCode.QUANTITY_ANOMALY).orElseThrow();
        assertThat(thresholds.better(check, rules.current(), LATELY)).hasValueSatisfying(suggestion -> {
            Suggestion.Threshold threshold = (Suggestion.Threshold) suggestion;
            assertThat(threshold.parameter().name()).isEqualTo("mostPieces");
            assertThat(Integer.parseInt(threshold.to())).isBetween(25, 900);
            assertThat(threshold.spared()).isGreaterThanOrEqualTo(RuleReport.ENOUGH);
            assertThat(threshold.kept()).isGreaterThanOrEqualTo(1);
        });
    }

    @Test
    void aRuleWhoseHoldsAreNearlyAllLetGoIsUseless() {
        assertThat(new RuleReport("X", 100, 100, 96, 3, 1, 0, 0, null, null).useless())
                .isTrue();
        assertThat(new RuleReport("X", 100, 100, 90, 9, 1, 0, 0, null, null).useless())
                .isFalse();
        assertThat(new RuleReport("X", 5, 5, 5, 0, 0, 0, 0, null, null).useless())
                .isFalse();
    }

    @Test
    void aRuleThatFoundSomethingIsNotSilent() {
        faulty();
        assertThat(reports.silent(List.of("POSTAL_CODE_INVALID", "NEVER_FOUND"), LATELY))
                .containsExactly("NEVER_FOUND");
    }

    private ControlledOrder faulty() {
        ControlledOrder order = shop.send(shop.cleanOrder().replace("61-736", "61-7"));
        assertThat(order.state()).isEqualTo(State.HELD);
        return order;
    }

    private String pieces(int pieces) {
        return shop.cleanOrder()
                .replace("\"quantity\":2,\"unitPrice\":\"59.99\"", "\"quantity\":" + pieces + ",\"unitPrice\":\"1.00\"")
                .replace("129.98", pieces + 10 + ".00");
    }

    private long hold(ControlledOrder order) {
        return shop.hold(order.id(), ReasonCode.POSTAL_CODE_INVALID).id();
    }

    private void claim(ControlledOrder order) {
        WorkItems work = office.getBean(WorkItems.class);
        work.claim(
                work.find(WorkItem.HELD_ORDER, order.id().toString())
                        .orElseThrow()
                        .id(),
                world.ola());
    }

    private RuleReport report(ReasonCode reason) {
        return reports.of(LATELY).stream()
                .filter(report -> report.reason().equals(reason.name()))
                .findFirst()
                .orElse(new RuleReport(reason.name(), 0, 0, 0, 0, 0, 0, 0, null, null));
    }

    private static Duration time(RuleReport report) {
        return report.work() == null ? Duration.ZERO : report.work();
    }
}
