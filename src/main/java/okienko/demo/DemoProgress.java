package okienko.demo;

import static okienko.demo.schema.Tables.PROGRESS;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** How far the demo shop is, kept so that a restart of the office goes on with it. */
@Repository
class DemoProgress {

    private final DSLContext db;

    DemoProgress(DSLContext db) {
        this.db = db;
    }

    /**
     * How far it is.
     *
     * @param made orders made up so far, removed ones included
     * @param dayLeft orders of the day being poured that are still to come
     * @param dayUntil when that day ends; null when none was ever poured
     * @param perMinute orders that come in by themselves
     */
    record Standing(long made, int dayLeft, @Nullable Instant dayUntil, int perMinute) {

        boolean idle() {
            return dayLeft == 0 && perMinute == 0;
        }
    }

    Standing now() {
        return db.selectFrom(PROGRESS).fetchSingle(DemoProgress::read);
    }

    /** As {@link #now}, and nobody else goes on until the transaction ends. */
    Standing locked() {
        return db.selectFrom(PROGRESS).forUpdate().fetchSingle(DemoProgress::read);
    }

    /** A day's orders are to come; one that is being poured already goes on as it was. */
    void beginDay(int orders, Instant until) {
        db.update(PROGRESS)
                .set(PROGRESS.DAY_LEFT, orders)
                .set(PROGRESS.DAY_UNTIL, until.atOffset(ZoneOffset.UTC))
                .where(PROGRESS.DAY_LEFT.eq(0))
                .execute();
    }

    void feed(int perMinute) {
        db.update(PROGRESS).set(PROGRESS.PER_MINUTE, perMinute).execute();
    }

    /** The rest of the day does not come. */
    void endDay() {
        db.update(PROGRESS).set(PROGRESS.DAY_LEFT, 0).execute();
    }

    /** So many more are made up, so many of them for the day being poured. */
    void advance(int orders, int ofTheDay) {
        db.update(PROGRESS)
                .set(PROGRESS.MADE, PROGRESS.MADE.plus(orders))
                .set(PROGRESS.DAY_LEFT, PROGRESS.DAY_LEFT.minus(ofTheDay))
                .execute();
    }

    private static Standing read(Record row) {
        OffsetDateTime until = row.get(PROGRESS.DAY_UNTIL);
        return new Standing(
                row.get(PROGRESS.MADE),
                row.get(PROGRESS.DAY_LEFT),
                until == null ? null : until.toInstant(),
                row.get(PROGRESS.PER_MINUTE));
    }
}
