package okienko.payments;

import static okienko.database.RowSet.in;
import static okienko.payments.schema.Tables.MOVEMENTS;
import static org.jooq.impl.DSL.any;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okienko.database.RowSet;
import okienko.orders.OrderEvent;
import okienko.orders.OrderKey;
import okienko.payments.rates.RateTables;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The money that came in, and the rates to compare currencies by. */
@Repository
public class Payments {

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final OrderNumbers keys;
    private final RateTables rateTables;

    Payments(DSLContext db, OrderNumbers keys, RateTables rateTables, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.rateTables = rateTables;
        this.events = events;
        this.clock = clock;
    }

    /** What arrived for each order, oldest first; orders nothing arrived for are missing. */
    public Map<OrderKey, List<IncomingPayment>> received(Collection<OrderKey> orders) {
        if (orders.isEmpty()) return Map.of();
        var asked = RowSet.of(orders)
                .column(MOVEMENTS.CHANNEL, OrderKey::channel)
                .column(MOVEMENTS.EXTERNAL_ID, OrderKey::externalId);
        Map<OrderKey, List<IncomingPayment>> received = new HashMap<>();
        db.select(MOVEMENTS.fields())
                .from(asked.table())
                .join(MOVEMENTS)
                .on(MOVEMENTS.CHANNEL.eq(in(MOVEMENTS.CHANNEL)), MOVEMENTS.EXTERNAL_ID.eq(in(MOVEMENTS.EXTERNAL_ID)))
                .orderBy(MOVEMENTS.RECEIVED_AT, MOVEMENTS.ID)
                .forEach(row -> received.computeIfAbsent(key(row), _ -> new ArrayList<>())
                        .add(payment(row)));
        return received;
    }

    /** What orders placed on the day are converted by: NBP's table of the last working day before it. */
    public ExchangeRates rates(LocalDate on) {
        return rateTables.forTransactionOn(on);
    }

    /**
     * Books money for an order; the same movement of the same source is booked once, however often it is told.
     *
     * @return whether it was new
     */
    @Transactional
    public boolean book(OrderKey order, IncomingPayment payment, String actor) {
        return book(List.of(new OrderPayment(order, order.externalId(), payment)), actor) == 1;
    }

    /**
     * Books many movements; one whose order is not named by channel and id is matched by its number, and waits for the
     * order or for a person where that names none or several.
     *
     * @return how many were new
     */
    @Transactional
    public int book(List<OrderPayment> movements, String actor) {
        if (movements.isEmpty()) return 0;
        Map<String, OrderKey> named = keys.named(movements.stream()
                .filter(each -> each.order() == null)
                .map(OrderPayment::number)
                .toList());
        OffsetDateTime now = utc(clock.instant());
        Function<OrderPayment, @Nullable OrderKey> order =
                each -> each.order() == null ? named.get(each.number()) : each.order();
        var rows = RowSet.of(movements)
                .column(MOVEMENTS.SOURCE, each -> each.payment().source())
                .column(MOVEMENTS.REFERENCE, each -> each.payment().reference())
                .column(MOVEMENTS.CHANNEL, each -> channel(order.apply(each)))
                .column(MOVEMENTS.EXTERNAL_ID, each -> externalId(order.apply(each)))
                .column(MOVEMENTS.ORDER_NUMBER, OrderPayment::number)
                .column(MOVEMENTS.AMOUNT_MINOR, each -> each.payment().amount().minor())
                .column(MOVEMENTS.CURRENCY, each -> each.payment().amount().currency())
                .column(MOVEMENTS.RECEIVED_AT, each -> utc(each.payment().receivedAt()))
                .column(MOVEMENTS.RECORDED_AT, _ -> now)
                .column(MOVEMENTS.RECORDED_BY, _ -> actor);
        var booked = db.insertInto(MOVEMENTS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .onConflictDoNothing()
                .returning(MOVEMENTS.CHANNEL, MOVEMENTS.EXTERNAL_ID)
                .fetch();
        tell(booked);
        return booked.size();
    }

    private void tell(List<? extends Record> changed) {
        List<OrderKey> orders = changed.stream()
                .filter(row -> row.get(MOVEMENTS.CHANNEL) != null)
                .map(Payments::key)
                .distinct()
                .toList();
        if (!orders.isEmpty()) events.publishEvent(new PaymentEvent.Received(orders));
    }

    /** Gives a movement nobody could place to an order; false when it has one already. */
    @Transactional
    public boolean assign(long movement, OrderKey order) {
        int assigned = db.update(MOVEMENTS)
                .set(MOVEMENTS.CHANNEL, order.channel())
                .set(MOVEMENTS.EXTERNAL_ID, order.externalId())
                .where(MOVEMENTS.ID.eq(movement), MOVEMENTS.CHANNEL.isNull())
                .execute();
        if (assigned == 1) events.publishEvent(new PaymentEvent.Received(List.of(order)));
        return assigned == 1;
    }

    /** Orders came in: money that was waiting for one of their numbers finds it. */
    @EventListener
    void placeWaiting(OrderEvent.Received received) {
        if (!db.fetchExists(MOVEMENTS, MOVEMENTS.CHANNEL.isNull())) return;
        Map<String, OrderKey> named = keys.numbers(received.orders());
        List<String> numbers = db.selectDistinct(MOVEMENTS.ORDER_NUMBER)
                .from(MOVEMENTS)
                .where(MOVEMENTS.CHANNEL.isNull())
                .and(MOVEMENTS.ORDER_NUMBER.eq(any(named.keySet().toArray(String[]::new))))
                .fetch(MOVEMENTS.ORDER_NUMBER);
        for (String number : numbers) {
            OrderKey order = java.util.Objects.requireNonNull(named.get(number));
            tell(db.update(MOVEMENTS)
                    .set(MOVEMENTS.CHANNEL, order.channel())
                    .set(MOVEMENTS.EXTERNAL_ID, order.externalId())
                    .where(MOVEMENTS.CHANNEL.isNull(), MOVEMENTS.ORDER_NUMBER.eq(number))
                    .returning(MOVEMENTS.CHANNEL, MOVEMENTS.EXTERNAL_ID)
                    .fetch());
        }
    }

    /** Forgets what was booked for orders that were removed: how the demo shop leaves. */
    @Transactional
    public void forget(Collection<OrderKey> orders) {
        var gone = RowSet.of(orders)
                .column(MOVEMENTS.CHANNEL, OrderKey::channel)
                .column(MOVEMENTS.EXTERNAL_ID, OrderKey::externalId);
        db.deleteFrom(MOVEMENTS)
                .using(gone.table())
                .where(MOVEMENTS.CHANNEL.eq(in(MOVEMENTS.CHANNEL)), MOVEMENTS.EXTERNAL_ID.eq(in(MOVEMENTS.EXTERNAL_ID)))
                .execute();
    }

    /** Takes up a day's rates; the same table again replaces what was read before. */
    @Transactional
    public void takeUp(ExchangeRates rates) {
        rateTables.takeUp(rates);
    }

    static OrderPayment orderPayment(Record row) {
        OrderKey order = row.get(MOVEMENTS.CHANNEL) == null ? null : key(row);
        return new OrderPayment(order, row.get(MOVEMENTS.ORDER_NUMBER), payment(row));
    }

    private static @Nullable String channel(@Nullable OrderKey order) {
        return order == null ? null : order.channel();
    }

    private static @Nullable String externalId(@Nullable OrderKey order) {
        return order == null ? null : order.externalId();
    }

    private static OrderKey key(Record row) {
        return new OrderKey(row.get(MOVEMENTS.CHANNEL), row.get(MOVEMENTS.EXTERNAL_ID));
    }

    private static IncomingPayment payment(Record row) {
        return new IncomingPayment(
                new Money(row.get(MOVEMENTS.AMOUNT_MINOR), row.get(MOVEMENTS.CURRENCY)),
                row.get(MOVEMENTS.RECEIVED_AT).toInstant(),
                row.get(MOVEMENTS.SOURCE),
                row.get(MOVEMENTS.REFERENCE));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
