package okienko.ordercontrol.evaluations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static okienko.ordercontrol.schema.Tables.EVALUATIONS;
import static okienko.ordercontrol.schema.Tables.SHARED_FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.judge.Judge;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.CanonicalJson;
import okienko.orders.Incoming;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@OfficeTest
class EvaluationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    Evaluations evaluations;

    @Autowired
    RuleBook rules;

    @Autowired
    DSLContext db;

    TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.open(world.channel(), office);
    }

    @Test
    void aDecisionIsKeptWithWhatControlSaw() {
        ControlledOrder order = shop.send(shop.cleanOrder());
        assertThat(evaluations.of(order.id())).singleElement().satisfies(kept -> {
            assertThat(kept.revision()).isEqualTo(1);
            assertThat(kept.verdict()).isEqualTo(Verdict.RELEASED);
            EvaluatedOrder then = evaluations.find(order.id(), kept.id()).orElseThrow();
            assertThat(then.order().key()).isEqualTo(order.key());
            assertThat(then.facts().courierTerms()).isNotEmpty();
            assertThat(then.facts().controlledSince()).isEqualTo(order.receivedAt());
            assertThat(Judge.judge(then.order(), then.facts(), rules.current()).verdict())
                    .isEqualTo(kept.verdict());
        });
    }

    @Test
    void lookingAgainAtTheSameMakesNoRowAndACorrectionMakesOne() {
        ControlledOrder held = shop.send(shop.cleanOrder().replace("61-736", "61-7"));
        assertThat(held.state()).isEqualTo(State.HELD);
        ControlledOrder again = shop.act(held.id(), world.ola(), new Action.Recheck());
        assertThat(evaluations.of(held.id())).hasSize(1);
        shop.act(again.id(), world.ola(), new Action.Edit(Map.of("delivery.address.postalCode", "61-736")));
        assertThat(evaluations.of(held.id()))
                .extracting(Evaluation::revision, Evaluation::verdict)
                .containsExactly(tuple(2, Verdict.RELEASED), tuple(1, Verdict.HELD));
        EvaluatedOrder first = evaluations
                .find(held.id(), evaluations.of(held.id()).getLast().id())
                .orElseThrow();
        assertThat(first.order().delivery().address().postalCode()).isEqualTo("61-7");
    }

    @Test
    void moneyThatArrivesLaterIsInTheLaterFactsOnly() {
        ControlledOrder waiting = shop.send(shop.cleanOrder().replace(",\"paid\":\"129.98\"", ""));
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        office.getBean(Payments.class)
                .book(
                        waiting.key(),
                        new IncomingPayment(Money.of("129.98", "PLN"), clock.instant(), "test", world.unique("p")),
                        "test");
        shop.becomes(waiting.id(), State.RELEASED);
        List<Evaluation> kept = evaluations.of(waiting.id());
        assertThat(kept).extracting(Evaluation::verdict).containsExactly(Verdict.RELEASED, Verdict.WAITING);
        assertThat(evaluations
                        .find(waiting.id(), kept.getFirst().id())
                        .orElseThrow()
                        .facts()
                        .received())
                .hasSize(1);
        assertThat(evaluations
                        .find(waiting.id(), kept.getLast().id())
                        .orElseThrow()
                        .facts()
                        .received())
                .isEmpty();
    }

    @Test
    void theCourierTableIsKeptOnceForAll() {
        shop.send(shop.cleanOrder());
        int before = db.fetchCount(SHARED_FACTS);
        for (int i = 0; i < 5; i++) shop.send(shop.cleanOrder());
        assertThat(db.fetchCount(SHARED_FACTS)).isEqualTo(before);
    }

    @Test
    void whatIsOlderThanItIsKeptForIsForgotten() {
        OrderId order = shop.send(shop.cleanOrder()).id();
        clock.advance(evaluations.kept().minus(Duration.ofDays(1)));
        evaluations.letGo();
        assertThat(evaluations.of(order)).hasSize(1);
        clock.advance(Duration.ofDays(2));
        evaluations.letGo();
        assertThat(evaluations.of(order)).isEmpty();
    }

    @Test
    void nothingAboutAnOrderOutlivesIt() {
        Orders orders = office.getBean(Orders.class);
        byte[] raw = shop.cleanOrder().getBytes(UTF_8);
        Incoming demo =
                new Incoming(CanonicalJson.read(CanonicalJson.parse(raw)), orders.keep("test", "canonical", raw), true);
        OrderId order = orders.receive(List.of(demo)).getFirst().id();
        shop.settled(order);
        assertThat(evaluations.of(order)).hasSize(1);
        orders.removeDemo();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!evaluations.of(order).isEmpty() && System.nanoTime() < until) Thread.onSpinWait();
        assertThat(db.fetchCount(EVALUATIONS, EVALUATIONS.ORDER_ID.eq(order.value())))
                .isZero();
    }
}
