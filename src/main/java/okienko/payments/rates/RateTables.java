package okienko.payments.rates;

import static okienko.payments.schema.Tables.RATE_TABLES;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.payments.ExchangeRates;
import okienko.payments.PaymentEvent;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Every table of rates there has been, by its number and its day. */
@Repository
public class RateTables {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RateTables(DSLContext db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a transaction of that day is converted by: the table of the last working day before it (Polish Act of 6 March
     * 2018, Prawo przedsiębiorców, art. 19 par. 1 (2)). Where the history does not reach back that far, the day's own
     * table; {@link ExchangeRates#NONE} when there is none either.
     */
    public ExchangeRates forTransactionOn(LocalDate day) {
        return db.selectFrom(RATE_TABLES)
                .where(RATE_TABLES.EFFECTIVE_ON.le(day))
                .orderBy(
                        DSL.when(RATE_TABLES.EFFECTIVE_ON.lt(day), 0).otherwise(1),
                        RATE_TABLES.EFFECTIVE_ON.desc(),
                        RATE_TABLES.TABLE_NUMBER.desc())
                .limit(1)
                .fetchOptional(RateTables::table)
                .orElse(ExchangeRates.NONE);
    }

    /** The table with that number; {@link ExchangeRates#NONE} when there is none. */
    ExchangeRates numbered(String number) {
        return db.selectFrom(RATE_TABLES)
                .where(RATE_TABLES.TABLE_NUMBER.eq(number))
                .fetchOptional(RateTables::table)
                .orElse(ExchangeRates.NONE);
    }

    List<ExchangeRates> numbered(Collection<String> numbers) {
        return db.selectFrom(RATE_TABLES)
                .where(RATE_TABLES.TABLE_NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .fetch(RateTables::table);
    }

    /** The newest table of all. */
    Optional<ExchangeRates> newest() {
        return newest(1).stream().findFirst();
    }

    /** The newest tables, the newest first. */
    List<ExchangeRates> newest(int most) {
        return db.selectFrom(RATE_TABLES)
                .orderBy(RATE_TABLES.EFFECTIVE_ON.desc(), RATE_TABLES.TABLE_NUMBER.desc())
                .limit(most)
                .fetch(RateTables::table);
    }

    /** Tables in the order of their numbers. */
    List<ExchangeRates> byNumber(int most) {
        return db.selectFrom(RATE_TABLES)
                .orderBy(RATE_TABLES.TABLE_NUMBER)
                .limit(most)
                .fetch(RateTables::table);
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
                .set(RATE_TABLES.IMPORTED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(RATE_TABLES.TABLE_NUMBER)
                .doUpdate()
                .set(RATE_TABLES.EFFECTIVE_ON, rates.effectiveOn())
                .set(RATE_TABLES.RATES, content)
                .execute();
        events.publishEvent(new PaymentEvent.RatesChanged());
    }

    private static ExchangeRates table(Record row) {
        Map<String, BigDecimal> rates = new HashMap<>();
        JSON.readTree(row.get(RATE_TABLES.RATES).data())
                .properties()
                .forEach(rate ->
                        rates.put(rate.getKey(), new BigDecimal(rate.getValue().asString())));
        return new ExchangeRates(row.get(RATE_TABLES.TABLE_NUMBER), row.get(RATE_TABLES.EFFECTIVE_ON), rates);
    }
}
