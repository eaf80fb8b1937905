package okienko.ordercontrol.engine;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.PENDING;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import okienko.customers.CustomerEvent;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.checks.Source;
import okienko.ordercontrol.holds.HoldBook;
import okienko.orders.OrderEvent;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.payments.PaymentEvent;
import okienko.shipping.ShippingEvent;
import okienko.stock.StockEvent;
import okienko.taxregisters.TaxRegisterEvent;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that makes control look at an order, or look again. Listens inside the transaction in which it happens: what
 * commits is in the queue, what rolls back never was.
 */
@Component
public class Triggers {

    private final DSLContext db;
    private final Clock clock;
    private final PendingOrders pending;
    private final Register register;
    private final Watches watches;
    private final Orders orders;
    private final HoldBook holds;
    private final Consequences consequences;

    Triggers(
            DSLContext db,
            Clock clock,
            PendingOrders pending,
            Register register,
            Watches watches,
            Orders orders,
            HoldBook holds,
            Consequences consequences) {
        this.db = db;
        this.clock = clock;
        this.pending = pending;
        this.register = register;
        this.watches = watches;
        this.orders = orders;
        this.holds = holds;
        this.consequences = consequences;
    }

    @EventListener
    void hear(OrderEvent event) {
        switch (event) {
            case OrderEvent.Received received -> {
                register.enter(orders.all(received.orders()).values());
                pending.add(received.orders(), "");
                pending.add(watches.ofSameBuyers(received.orders()), "otherOrder");
            }
            case OrderEvent.Revised revised -> {
                pending.add(revised.orders(), "revised");
                // of the buyers they were of so far; control finds those they are of now
                pending.add(watches.ofSameBuyers(revised.orders()), "otherOrder");
            }
            case OrderEvent.Cancelled cancelled -> pending.add(cancelled.orders(), "cancelled");
            case OrderEvent.Removed removed ->
                consequences.forget(List.copyOf(register.lock(removed.orders()).values()));
        }
    }

    @EventListener
    void hear(PaymentEvent event) {
        switch (event) {
            case PaymentEvent.Received received ->
                pending.add(
                        named(
                                received.orders().stream()
                                        .map(key -> key.channel() + ":" + key.externalId())
                                        .toList(),
                                Source.PAYMENT),
                        "payment");
            case PaymentEvent.RatesChanged _ ->
                pending.add(open(Watches.reading(Source.RATES)), "rates", PendingOrders.BACKGROUND);
        }
    }

    @EventListener
    void hear(StockEvent event) {
        switch (event) {
            case StockEvent.Changed(var skus) ->
                pending.add(
                        open(Watches.reading(Source.STOCK)
                                .and(condition(
                                        "{0} && {1}",
                                        CONTROLLED_ORDERS.SKUS,
                                        val(skus.toArray(String[]::new), CONTROLLED_ORDERS.SKUS)))),
                        PendingOrders.STOCK,
                        PendingOrders.AHEAD);
        }
    }

    @EventListener
    void hear(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.Changed(var references) -> pending.add(named(references, Source.CUSTOMER), "customer");
        }
    }

    @EventListener
    void hear(ShippingEvent event) {
        switch (event) {
            case ShippingEvent.Changed() ->
                pending.add(open(Watches.reading(Source.SHIPPING)), "shipping", PendingOrders.BACKGROUND);
        }
    }

    @EventListener
    void hear(TaxRegisterEvent event) {
        switch (event) {
            case TaxRegisterEvent.Answered(var references) ->
                pending.add(named(references, Source.TAX_REGISTER), "taxRegister");
            case TaxRegisterEvent.Switched() ->
                pending.add(open(Watches.reading(Source.TAX_REGISTER)), "taxRegister", PendingOrders.BACKGROUND);
        }
    }

    /** Puts orders in the queue that the clock alone may settle otherwise: deadlines, holds open for too long, hours and days. */
    @Transactional
    public void deadlines() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        pending.add(holds.lapsing(clock.instant()), "lapsed");
        pending.add(
                open(CONTROLLED_ORDERS.STATE.eq(inline(State.WAITING.name())).and(CONTROLLED_ORDERS.DEADLINE.le(now))),
                "deadline");
        Condition queued = exists(selectOne().from(PENDING).where(PENDING.ORDER_ID.eq(CONTROLLED_ORDERS.ORDER_ID)));
        pending.add(
                open(Watches.JUDGED.and(CONTROLLED_ORDERS.LOOK_AGAIN_AT.le(now)).andNot(queued)),
                "time",
                PendingOrders.BACKGROUND);
    }

    /** Of these orders those that are not judged yet, and those whose rules read what has changed. */
    private List<OrderId> named(Collection<String> references, Source changed) {
        return open(CONTROLLED_ORDERS
                .STATE
                .eq(inline(State.PENDING.name()))
                .or(Watches.reading(changed))
                .and(CONTROLLED_ORDERS.REFERENCE.eq(any(references.toArray(String[]::new)))));
    }

    /** In the order they were placed, so that what has become free goes to who wanted it first. */
    private List<OrderId> open(Condition condition) {
        return db.select(CONTROLLED_ORDERS.ORDER_ID)
                .from(CONTROLLED_ORDERS)
                .where(condition)
                .orderBy(CONTROLLED_ORDERS.PLACED_AT, CONTROLLED_ORDERS.RECEIVED_AT, CONTROLLED_ORDERS.ORDER_ID)
                .fetch(row -> new OrderId(row.value1()));
    }
}
