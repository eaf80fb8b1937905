package okienko.payments.settlements;

import static okienko.payments.schema.Tables.SETTLEMENTS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.database.RowSet;
import okienko.orders.Order;
import okienko.orders.Orders;
import okienko.payments.IncomingPayment;
import okienko.payments.OrderNumbers;
import okienko.payments.OrderPayment;
import okienko.payments.Payments;
import okienko.payments.settlements.Settlement.State;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The couriers' settlements: each parcel once, booked for its order, with what did not fit. */
@Repository
class Settlements {

    static final int PAGE = 50;

    private final DSLContext db;
    private final OrderNumbers numbers;
    private final Orders orders;
    private final Payments payments;
    private final Clock clock;

    Settlements(DSLContext db, OrderNumbers numbers, Orders orders, Payments payments, Clock clock) {
        this.db = db;
        this.numbers = numbers;
        this.orders = orders;
        this.payments = payments;
        this.clock = clock;
    }

    /** A settlement with its order, as far as there is one. */
    private record Placed(Settlement settlement, @Nullable Order order, State state) {}

    /** Takes settlements in and books what was collected; a parcel that is known already changes nothing. */
    @Transactional
    public void take(List<Settlement> settlements, String agent) {
        List<Placed> placed = settlements.stream().map(this::place).toList();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = RowSet.of(placed)
                .column(SETTLEMENTS.CARRIER, each -> each.settlement.carrier())
                .column(SETTLEMENTS.PARCEL, each -> each.settlement.parcel())
                .column(SETTLEMENTS.DOCUMENT, each -> each.settlement.document())
                .column(SETTLEMENTS.ORDER_NUMBER, each -> each.settlement.order())
                .column(
                        SETTLEMENTS.CHANNEL,
                        each -> each.order == null ? null : each.order.key().channel())
                .column(
                        SETTLEMENTS.EXTERNAL_ID,
                        each -> each.order == null ? null : each.order.key().externalId())
                .column(
                        SETTLEMENTS.AMOUNT_MINOR,
                        each -> each.settlement.amount().minor())
                .column(SETTLEMENTS.CURRENCY, each -> each.settlement.amount().currency())
                .column(SETTLEMENTS.PAID_ON, each -> each.settlement.paidOn().atOffset(ZoneOffset.UTC))
                .column(SETTLEMENTS.STATE, each -> each.state.name())
                .column(
                        SETTLEMENTS.DUE_MINOR,
                        each -> each.order == null ? null : each.order.total().minor())
                .column(SETTLEMENTS.RECORDED_AT, _ -> now)
                .column(SETTLEMENTS.RECORDED_BY, _ -> agent);
        db.insertInto(SETTLEMENTS, rows.targets())
                .select(select(rows.columns()).from(rows.table()))
                .onConflictDoNothing()
                .execute();
        List<OrderPayment> movements = new ArrayList<>();
        for (Placed each : placed) {
            Settlement said = each.settlement;
            var payment = new IncomingPayment(said.amount(), said.paidOn(), "cod " + said.carrier(), said.parcel());
            movements.add(new OrderPayment(each.order == null ? null : each.order.key(), said.order(), payment));
        }
        payments.book(movements, agent); // by carrier and parcel once, like the settlements themselves
    }

    private Placed place(Settlement settlement) {
        Optional<Order> order =
                numbers.meant(settlement.order()).flatMap(orders::find).map(each -> each.order());
        if (order.isEmpty()) return new Placed(settlement, null, State.UNKNOWN_ORDER);
        boolean delivery = order.get().payment().form() == Order.PaymentForm.CASH_ON_DELIVERY;
        boolean exact = order.get().total().equals(settlement.amount());
        return new Placed(settlement, order.get(), !delivery ? State.NOT_COD : exact ? State.CLOSED : State.DIFFERENT);
    }

    int size() {
        return db.fetchCount(SETTLEMENTS);
    }

    /** The known among these parcels, by carrier and parcel. */
    List<Settlement> known(List<String[]> parcels) {
        if (parcels.isEmpty()) return List.of();
        var asked = RowSet.of(parcels)
                .column(SETTLEMENTS.CARRIER, each -> each[0])
                .column(SETTLEMENTS.PARCEL, each -> each[1]);
        return db.select(SETTLEMENTS.fields())
                .from(asked.table())
                .join(SETTLEMENTS)
                .on(SETTLEMENTS.CARRIER.eq(RowSet.in(SETTLEMENTS.CARRIER)))
                .and(SETTLEMENTS.PARCEL.eq(RowSet.in(SETTLEMENTS.PARCEL)))
                .fetch(Settlements::settlement);
    }

    /** In the order of carrier and parcel, behind the one given. */
    List<Settlement> behind(@Nullable String carrier, String parcel, int limit) {
        return db.selectFrom(SETTLEMENTS)
                .where(
                        carrier == null
                                ? noCondition()
                                : row(SETTLEMENTS.CARRIER, SETTLEMENTS.PARCEL).gt(carrier, parcel))
                .orderBy(SETTLEMENTS.CARRIER, SETTLEMENTS.PARCEL)
                .limit(limit)
                .fetch(Settlements::settlement);
    }

    /** The newest of one state. */
    List<SettlementsPage.Row> list(State state, int from) {
        return db.selectFrom(SETTLEMENTS)
                .where(SETTLEMENTS.STATE.eq(state.name()))
                .orderBy(SETTLEMENTS.RECORDED_AT.desc(), SETTLEMENTS.CARRIER, SETTLEMENTS.PARCEL)
                .offset(from)
                .limit(PAGE)
                .fetch(row -> {
                    Long due = row.get(SETTLEMENTS.DUE_MINOR);
                    String channel = row.get(SETTLEMENTS.CHANNEL);
                    return new SettlementsPage.Row(
                            settlement(row),
                            channel == null ? "" : channel + ":" + row.get(SETTLEMENTS.EXTERNAL_ID),
                            due == null ? null : new Money(due, row.get(SETTLEMENTS.CURRENCY)));
                });
    }

    Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        db.select(SETTLEMENTS.STATE, count())
                .from(SETTLEMENTS)
                .groupBy(SETTLEMENTS.STATE)
                .forEach(row -> counts.put(State.valueOf(row.value1()), row.value2()));
        return counts;
    }

    private static Settlement settlement(Record row) {
        return new Settlement(
                row.get(SETTLEMENTS.CARRIER),
                row.get(SETTLEMENTS.PARCEL),
                row.get(SETTLEMENTS.DOCUMENT),
                row.get(SETTLEMENTS.ORDER_NUMBER),
                new Money(row.get(SETTLEMENTS.AMOUNT_MINOR), row.get(SETTLEMENTS.CURRENCY)),
                row.get(SETTLEMENTS.PAID_ON).toInstant());
    }
}
