package okienko.ordercontrol;

import static okienko.ordercontrol.schema.Tables.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.customers.CustomerEvent;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.Source;
import okienko.ordercontrol.rules.Saving;
import okienko.orders.OrderId;
import okienko.payments.PaymentEvent;
import okienko.shipping.ShippingEvent;
import okienko.stock.StockEvent;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** An order is looked at again when something changes that its rules read, and only then. */
@OfficeTest
class WatchedSourcesTest extends ShopOfItsOwn {

    @Autowired
    TestClock clock;

    @Autowired
    OrderControl control;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DSLContext db;

    @BeforeEach
    void switchAllChecksOff() {
        RuleSet none = rules.current();
        for (Check check : Checks.ALL) {
            none = none.with(none.rule(check.reason()).set(shop.channel, new Setting(Mode.OFF, Map.of())));
        }
        rules.save(none, Saving.change("test", "", false));
    }

    /** A rule that holds whatever comes, and what it reads. */
    record Reader(String condition, Set<Source> reads) {}

    static Stream<Reader> readers() {
        return Stream.of(
                new Reader("order.buyer.name.orValue(\"\") != \"\"", Set.of()),
                new Reader("payment.count >= 0", Set.of(Source.PAYMENT)),
                new Reader("stock.loaded || !stock.loaded", Set.of(Source.STOCK)),
                new Reader("customer.perhapsKnown || !customer.perhapsKnown", Set.of(Source.CUSTOMER)),
                new Reader("customer.recentOrders >= 0", Set.of(Source.OTHER_ORDERS)),
                new Reader("order.delivery.carrier.hasValue()", Set.of(Source.SHIPPING)),
                new Reader("order.total > eur(0)", Set.of(Source.RATES)),
                new Reader("payment.count >= 0 && order.total > eur(0)", Set.of(Source.PAYMENT, Source.RATES)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void onlyWhatARuleReadsCallsForAnotherLook(Reader reader) {
        save(OwnRule.holding(reader.condition()));
        String sku = world.unique("SKU");
        String json = shop.cleanOrder().replace("K-1", sku);
        ControlledOrder held = shop.send(json);
        assertThat(held.state()).isEqualTo(State.HELD);
        String reference = shop.channel + ":" + held.key().externalId();
        Map<Source, Object> changes = Map.of(
                Source.PAYMENT, new PaymentEvent.Received(List.of(held.key())),
                Source.STOCK, new StockEvent.Changed(Set.of(sku)),
                Source.CUSTOMER, new CustomerEvent.Changed(List.of(reference)),
                Source.SHIPPING, new ShippingEvent.Changed(),
                Source.RATES, new PaymentEvent.RatesChanged());
        changes.forEach((source, event) -> assertThat(chosen(event))
                .as(source + " changes")
                .satisfies(ids -> assertThat(ids.contains(held.id().value()))
                        .isEqualTo(reader.reads().contains(source))));
        assertThat(chosen(new StockEvent.Changed(Set.of("another " + sku))))
                .doesNotContain(held.id().value());
    }

    /** What is in the queue because of an event, before anybody takes it out. */
    private List<Long> chosen(Object event) {
        return transaction.execute(now -> {
            events.publishEvent(event);
            List<Long> ids = db.select(PENDING.ORDER_ID).from(PENDING).fetch(PENDING.ORDER_ID);
            now.setRollbackOnly();
            return ids;
        });
    }

    @Test
    void anotherOrderOfTheBuyerCallsForALookWhereTheRulesReadThose() {
        Reason two = save(OwnRule.holding("customer.recentOrders == 0"));
        String json = shop.cleanOrder();
        OrderId first = shop.send(json).id();
        assertThat(shop.open(first)).containsExactly(two);
        shop.send(json.replace("\"externalId\":\"1\"", "\"externalId\":\"2\""));
        shop.becomes(first, State.RELEASED);
    }

    @Test
    void aRuleThatReadsTheClockLooksAgainByItself() {
        save(OwnRule.holding("hoursSince(order.placedAt) < 2"));
        OrderId id = shop.send(shop.cleanOrder()).id();
        assertThat(shop.now(id).state()).isEqualTo(State.HELD);
        clock.advance(Duration.ofHours(1));
        control.keepTime();
        assertThat(shop.settled(id).state()).isEqualTo(State.HELD);
        clock.advance(Duration.ofMinutes(90));
        control.keepTime();
        shop.becomes(id, State.RELEASED);
    }

    @Test
    void aWordThatIsOverHoldsAgainByItself() {
        Rule.Scope hour = new Rule.Scope(Set.of(), null, null, Duration.ofHours(1));
        Reason large = save(OwnRule.LARGE.covering(hour));
        Reason posted = save(OwnRule.holding("order.buyer.name.orValue(\"\") != \"\""));
        OrderId id = shop.send(shop.cleanOrder()).id();
        shop.act(id, "ania", new Action.ResolveReason(large, "for now"));
        assertThat(shop.open(id)).containsExactly(posted);
        clock.advance(Duration.ofMinutes(61));
        control.keepTime();
        shop.settled(id);
        assertThat(shop.open(id)).containsExactlyInAnyOrder(large, posted);
    }
}
