package okienko.ordercontrol.engine;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import okienko.customers.CustomerEvent;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.holds.HoldBook;
import okienko.orders.OrderEvent;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.payments.PaymentEvent;
import okienko.shipping.ShippingEvent;
import okienko.stock.StockEvent;
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

    private static final Condition OPEN = CONTROLLED_ORDERS.STATE.in(
            inline(State.PENDING.name()), inline(State.WAITING.name()), inline(State.HELD.name()));

    private static final Condition JUDGED =
            CONTROLLED_ORDERS.STATE.in(inline(State.WAITING.name()), inline(State.HELD.name()));

    private static final List<ReasonCode> ABOUT_ARTICLES = List.of(
            ReasonCode.STOCK_SHORTAGE,
            ReasonCode.UNKNOWN_PRODUCT,
            ReasonCode.PARCEL_TOO_BIG,
            ReasonCode.PRICE_ANOMALY,
            ReasonCode.QUANTITY_ANOMALY);

    private static final List<ReasonCode> ABOUT_SHIPPING = List.of(
            ReasonCode.PAYMENT_FORM_NOT_ACCEPTED,
            ReasonCode.PICKUP_POINT_MISSING,
            ReasonCode.PHONE_INVALID,
            ReasonCode.ADDRESS_INCOMPLETE,
            ReasonCode.PARCEL_TOO_BIG);

    private final DSLContext db;
    private final Clock clock;
    private final PendingOrders pending;
    private final Register register;
    private final Orders orders;
    private final HoldBook holds;
    private final Consequences consequences;

    Triggers(
            DSLContext db,
            Clock clock,
            PendingOrders pending,
            Register register,
            Orders orders,
            HoldBook holds,
            Consequences consequences) {
        this.db = db;
        this.clock = clock;
        this.pending = pending;
        this.register = register;
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
            }
            case OrderEvent.Revised revised -> pending.add(revised.orders(), "revised");
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
                        named(received.orders().stream()
                                .map(key -> key.channel() + ":" + key.externalId())
                                .toList()),
                        "payment");
            case PaymentEvent.RatesChanged _ ->
                pending.add(
                        open(JUDGED.and(CONTROLLED_ORDERS
                                .CURRENCY
                                .ne("PLN")
                                .or(forReason(List.of(ReasonCode.PAYMENT_CURRENCY_MISMATCH))))),
                        "rates",
                        PendingOrders.BACKGROUND);
        }
    }

    @EventListener
    void hear(StockEvent event) {
        switch (event) {
            case StockEvent.Changed(var skus) ->
                pending.add(
                        open(JUDGED.and(forReason(ABOUT_ARTICLES))
                                .and(condition(
                                        "{0} && {1}",
                                        CONTROLLED_ORDERS.SKUS,
                                        val(skus.toArray(String[]::new), CONTROLLED_ORDERS.SKUS)))),
                        "stock");
        }
    }

    @EventListener
    void hear(CustomerEvent event) {
        switch (event) {
            case CustomerEvent.Changed(var references) -> pending.add(named(references), "customer");
        }
    }

    @EventListener
    void hear(ShippingEvent event) {
        switch (event) {
            case ShippingEvent.Changed() ->
                pending.add(open(JUDGED.and(forReason(ABOUT_SHIPPING))), "shipping", PendingOrders.BACKGROUND);
        }
    }

    /** Puts orders in the queue whose deadline has come, or whose holds are open for too long. */
    @Transactional
    public void deadlines() {
        pending.add(holds.lapsing(clock.instant()), "lapsed");
        pending.add(
                open(CONTROLLED_ORDERS
                        .STATE
                        .eq(inline(State.WAITING.name()))
                        .and(CONTROLLED_ORDERS.DEADLINE.le(clock.instant().atOffset(ZoneOffset.UTC)))),
                "deadline");
    }

    private List<OrderId> named(Collection<String> references) {
        return open(OPEN.and(CONTROLLED_ORDERS.REFERENCE.eq(any(references.toArray(String[]::new)))));
    }

    /** The oldest first, so that what has become free goes to who has waited longest. */
    private List<OrderId> open(Condition condition) {
        return db.select(CONTROLLED_ORDERS.ORDER_ID)
                .from(CONTROLLED_ORDERS)
                .where(condition)
                .orderBy(CONTROLLED_ORDERS.RECEIVED_AT, CONTROLLED_ORDERS.ORDER_ID)
                .fetch(row -> new OrderId(row.value1()));
    }

    /** Held for one of these, or for a rule of the shop's own, which may read anything. */
    private static Condition forReason(List<ReasonCode> reasons) {
        return condition(
                "({0} && {1} or array_to_string({0}, ' ') like '%CUSTOM:%')",
                CONTROLLED_ORDERS.REASONS,
                val(reasons.stream().map(Enum::name).toArray(String[]::new), CONTROLLED_ORDERS.REASONS));
    }
}
