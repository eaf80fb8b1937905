package okienko.stock;

import static okienko.stock.schema.Tables.ADJUSTMENTS;
import static okienko.stock.schema.Tables.LEVELS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What came into the warehouse and what went out, as it happens: each change once, by the key of whoever tells it. */
@Repository
class Adjustments {

    private final DSLContext db;
    private final Stock stock;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Adjustments(DSLContext db, Stock stock, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.stock = stock;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A change to be made.
     *
     * @param key told twice, it is the same change
     * @param change pieces that came, negative for those that went
     */
    record Adjustment(String key, String sku, int change, String reason) {}

    /** What came of it. */
    sealed interface Outcome {

        /**
         * It is made.
         *
         * @param onHand pieces there were afterwards
         * @param repeated whether it was made already when it was told this time
         */
        record Made(int onHand, boolean repeated) implements Outcome {}

        /** More would go than there is. */
        record TooFew(int onHand) implements Outcome {}

        /** Under this key another change was made. */
        record Another(String sku, int change) implements Outcome {}
    }

    /** Makes a change; whoever wants the same shelf waits for it. */
    @Transactional
    public Outcome make(Adjustment adjustment, String actor) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        String sku = adjustment.sku();
        db.insertInto(LEVELS)
                .set(LEVELS.SKU, sku)
                .set(LEVELS.ON_HAND, 0)
                .set(LEVELS.CHANGED_AT, now)
                .onConflictDoNothing()
                .execute();
        stock.lock(Set.of(sku));
        var known = db.selectFrom(ADJUSTMENTS)
                .where(ADJUSTMENTS.KEY.eq(adjustment.key()))
                .fetchOne();
        if (known != null) {
            boolean same =
                    known.get(ADJUSTMENTS.SKU).equals(sku) && known.get(ADJUSTMENTS.CHANGE) == adjustment.change();
            return same
                    ? new Outcome.Made(known.get(ADJUSTMENTS.ON_HAND), true)
                    : new Outcome.Another(known.get(ADJUSTMENTS.SKU), known.get(ADJUSTMENTS.CHANGE));
        }
        int before = db.select(ShopFigures.ON_HAND)
                .from(LEVELS)
                .where(LEVELS.SKU.eq(sku))
                .fetchSingle()
                .value1();
        long after = (long) before + adjustment.change();
        if (after < 0 || after > Integer.MAX_VALUE) return new Outcome.TooFew(before);
        write(adjustment, (int) after, actor, now);
        events.publishEvent(new StockEvent.Changed(Set.of(sku)));
        return new Outcome.Made((int) after, false);
    }

    private void write(Adjustment adjustment, int after, String actor, OffsetDateTime now) {
        db.update(LEVELS)
                .set(LEVELS.ON_HAND, after)
                .set(LEVELS.CHANGED_AT, now)
                .setNull(LEVELS.SOURCE) // until the shop that counts it is asked again
                .setNull(LEVELS.GIVEN)
                .where(LEVELS.SKU.eq(adjustment.sku()))
                .execute();
        db.insertInto(ADJUSTMENTS)
                .set(ADJUSTMENTS.KEY, adjustment.key())
                .set(ADJUSTMENTS.SKU, adjustment.sku())
                .set(ADJUSTMENTS.CHANGE, adjustment.change())
                .set(ADJUSTMENTS.ON_HAND, after)
                .set(ADJUSTMENTS.AT, now)
                .set(ADJUSTMENTS.BY_WHOM, actor)
                .set(ADJUSTMENTS.REASON, adjustment.reason())
                .execute();
    }
}
