package okienko.payments.rates;

import static okienko.payments.schema.Tables.RATE_ANSWERS;
import static okienko.payments.schema.Tables.RATE_SOURCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The connection to the bank: what was chosen, what it answered, when it is asked next. */
@Repository
class RateSources {

    /** Answers kept to look something up in. */
    private static final int ANSWERS_KEPT = 200;

    private static final int LONGEST_ERROR = 500;

    private final DSLContext db;

    RateSources(DSLContext db) {
        this.db = db;
    }

    RateSource current() {
        return db.selectFrom(RATE_SOURCE)
                .fetchSingle(row -> new RateSource(
                        row.get(RATE_SOURCE.ACTIVE),
                        row.get(RATE_SOURCE.ADDRESS),
                        row.get(RATE_SOURCE.FETCHED_UNTIL),
                        moment(row, RATE_SOURCE.NEXT_AT),
                        moment(row, RATE_SOURCE.ASKED_AT),
                        moment(row, RATE_SOURCE.ANSWERED_AT),
                        row.get(RATE_SOURCE.FAILURES),
                        row.get(RATE_SOURCE.LAST_ERROR)));
    }

    /** A new choice is tried at once. */
    void choose(boolean active, String address) {
        db.update(RATE_SOURCE)
                .set(RATE_SOURCE.ACTIVE, active)
                .set(RATE_SOURCE.ADDRESS, address)
                .setNull(RATE_SOURCE.NEXT_AT)
                .set(RATE_SOURCE.FAILURES, 0)
                .set(RATE_SOURCE.LAST_ERROR, "")
                .execute();
    }

    /** Asks at the next occasion, whatever was planned. */
    void hurry() {
        db.update(RATE_SOURCE).setNull(RATE_SOURCE.NEXT_AT).execute();
    }

    /** Keeps an answer as it came. */
    @Transactional
    public void keep(Instant askedAt, String address, int status, String body) {
        long id = db.insertInto(RATE_ANSWERS)
                .set(RATE_ANSWERS.ASKED_AT, utc(askedAt))
                .set(RATE_ANSWERS.ADDRESS, address)
                .set(RATE_ANSWERS.STATUS, status)
                .set(RATE_ANSWERS.BODY, body)
                .returningResult(RATE_ANSWERS.ID)
                .fetchSingle()
                .value1();
        db.deleteFrom(RATE_ANSWERS).where(RATE_ANSWERS.ID.le(id - ANSWERS_KEPT)).execute();
    }

    void fetched(LocalDate until) {
        db.update(RATE_SOURCE)
                .set(RATE_SOURCE.FETCHED_UNTIL, DSL.greatest(RATE_SOURCE.FETCHED_UNTIL, DSL.val(until)))
                .execute();
    }

    void answered(Instant now, Instant next) {
        db.update(RATE_SOURCE)
                .set(RATE_SOURCE.ASKED_AT, utc(now))
                .set(RATE_SOURCE.ANSWERED_AT, utc(now))
                .set(RATE_SOURCE.NEXT_AT, utc(next))
                .set(RATE_SOURCE.FAILURES, 0)
                .set(RATE_SOURCE.LAST_ERROR, "")
                .execute();
    }

    void failed(Instant now, Instant next, String why) {
        db.update(RATE_SOURCE)
                .set(RATE_SOURCE.ASKED_AT, utc(now))
                .set(RATE_SOURCE.NEXT_AT, utc(next))
                .set(RATE_SOURCE.FAILURES, RATE_SOURCE.FAILURES.plus(1))
                .set(RATE_SOURCE.LAST_ERROR, why.substring(0, Math.min(why.length(), LONGEST_ERROR)))
                .execute();
    }

    private static @Nullable Instant moment(Record row, Field<OffsetDateTime> field) {
        OffsetDateTime at = row.get(field);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
