package okienko.payments;

import static okienko.database.RowSet.in;
import static okienko.payments.schema.Tables.MOVEMENTS;
import static okienko.payments.schema.Tables.RATE_TABLES;

import java.math.BigDecimal;
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
import okienko.database.RowSet;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The money that came in, and the rates to compare currencies by. */
@Repository
public class Payments {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Payments(DSLContext db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
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

    /** The latest table in force on the day; {@link ExchangeRates#NONE} when there is none yet. */
    public ExchangeRates rates(LocalDate on) {
        return db.selectFrom(RATE_TABLES)
                .where(RATE_TABLES.EFFECTIVE_ON.le(on))
                .orderBy(RATE_TABLES.EFFECTIVE_ON.desc(), RATE_TABLES.TABLE_NUMBER.desc())
                .limit(1)
                .fetchOptional(Payments::rateTable)
                .orElse(ExchangeRates.NONE);
    }

    /**
     * Books money for an order; the same movement of the same source is booked once, however often it is told.
     *
     * @return whether it was new
     */
    @Transactional
    public boolean book(OrderKey order, IncomingPayment payment, String actor) {
        int booked = db.insertInto(MOVEMENTS)
                .set(MOVEMENTS.SOURCE, payment.source())
                .set(MOVEMENTS.REFERENCE, payment.reference())
                .set(MOVEMENTS.CHANNEL, order.channel())
                .set(MOVEMENTS.EXTERNAL_ID, order.externalId())
                .set(MOVEMENTS.ORDER_NUMBER, order.externalId())
                .set(MOVEMENTS.AMOUNT_MINOR, payment.amount().minor())
                .set(MOVEMENTS.CURRENCY, payment.amount().currency())
                .set(MOVEMENTS.RECEIVED_AT, utc(payment.receivedAt()))
                .set(MOVEMENTS.RECORDED_AT, utc(clock.instant()))
                .set(MOVEMENTS.RECORDED_BY, actor)
                .onConflictDoNothing()
                .execute();
        if (booked == 1) events.publishEvent(new PaymentEvent.Received(List.of(order)));
        return booked == 1;
    }

    /** Takes up a day's rates; the same table again replaces what was read before. */
    @Transactional
    public void takeUp(ExchangeRates rates) {
        Map<String, String> plain = new HashMap<>();
        rates.rates().forEach((currency, rate) -> plain.put(currency, rate.toPlainString()));
        JSONB content = JSONB.valueOf(JSON.writeValueAsString(plain));
        db.insertInto(RATE_TABLES)
                .set(RATE_TABLES.TABLE_NUMBER, rates.table())
                .set(RATE_TABLES.EFFECTIVE_ON, rates.effectiveOn())
                .set(RATE_TABLES.RATES, content)
                .set(RATE_TABLES.IMPORTED_AT, utc(clock.instant()))
                .onConflict(RATE_TABLES.TABLE_NUMBER)
                .doUpdate()
                .set(RATE_TABLES.EFFECTIVE_ON, rates.effectiveOn())
                .set(RATE_TABLES.RATES, content)
                .execute();
        events.publishEvent(new PaymentEvent.RatesChanged());
    }

    static ExchangeRates rateTable(Record row) {
        Map<String, BigDecimal> rates = new HashMap<>();
        JSON.readTree(row.get(RATE_TABLES.RATES).data())
                .properties()
                .forEach(rate ->
                        rates.put(rate.getKey(), new BigDecimal(rate.getValue().asString())));
        return new ExchangeRates(row.get(RATE_TABLES.TABLE_NUMBER), row.get(RATE_TABLES.EFFECTIVE_ON), rates);
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
