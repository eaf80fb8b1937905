package okienko.ordercontrol.holds;

import static okienko.database.RowSet.in;
import static okienko.ordercontrol.schema.Tables.HOLDS;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okienko.database.Moments;
import okienko.database.RowSet;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.orders.OrderId;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The holds of orders, open and past. */
@Repository
public class HoldBook {

    private final DSLContext db;

    HoldBook(DSLContext db) {
        this.db = db;
    }

    /**
     * A hold to be opened.
     *
     * @param lapsesAt when it ends by itself; null: never
     */
    public record Opening(
            OrderId order,
            int revision,
            int rulesVersion,
            HoldChanges.Found found,
            @Nullable Instant lapsesAt) {}

    /** All holds of some orders, oldest first. */
    public Map<OrderId, List<KeptHold>> of(Collection<OrderId> orders) {
        Map<OrderId, List<KeptHold>> holds = new HashMap<>();
        db.selectFrom(HOLDS)
                .where(HOLDS.ORDER_ID.eq(
                        DSL.any(orders.stream().map(OrderId::value).toArray(Long[]::new))))
                .orderBy(HOLDS.ID)
                .forEach(row -> holds.computeIfAbsent(new OrderId(row.get(HOLDS.ORDER_ID)), _ -> new ArrayList<>())
                        .add(read(row)));
        return holds;
    }

    /** All holds of one order, oldest first. */
    public List<KeptHold> of(OrderId order) {
        return of(List.of(order)).getOrDefault(order, List.of());
    }

    /** Opens holds. */
    public void open(List<Opening> openings, OffsetDateTime now) {
        if (openings.isEmpty()) return;
        var rows = RowSet.of(openings)
                .column(HOLDS.ORDER_ID, opening -> opening.order().value())
                .column(HOLDS.REVISION, Opening::revision)
                .column(
                        HOLDS.REASON,
                        opening -> opening.found().finding().reason().name())
                .column(HOLDS.SUBJECT, opening -> opening.found().subject())
                .column(HOLDS.FINDING, opening -> json(opening.found()))
                .column(HOLDS.GROUNDS, opening -> grounds(opening.found().grounds()))
                .column(HOLDS.BEYOND, opening -> beyond(opening.found().beyond()))
                .column(HOLDS.LAPSES_AT, opening -> Moments.stored(opening.lapsesAt()))
                .column(HOLDS.RULES_VERSION, Opening::rulesVersion)
                .column(HOLDS.SHADOW, opening -> opening.found().shadow())
                .column(
                        HOLDS.CLEARS_BY,
                        opening -> Moments.stored(opening.found().finding().clearsBy()))
                .column(HOLDS.STATE, _ -> Hold.State.OPEN.name())
                .column(HOLDS.OPENED_AT, _ -> now);
        db.insertInto(HOLDS, rows.targets())
                .select(db.select(rows.columns()).from(rows.table()))
                .execute();
    }

    private static JSONB json(HoldChanges.Found found) {
        return JSONB.valueOf(FindingJson.write(found.finding()));
    }

    private static JSONB grounds(Grounds grounds) {
        return JSONB.valueOf(GroundsJson.write(grounds));
    }

    private static @Nullable JSONB beyond(Hold.@Nullable Beyond beyond) {
        return beyond == null ? null : JSONB.valueOf(GroundsJson.write(beyond));
    }

    /** Keeps holds open with what is found now. */
    public void refresh(Map<Long, HoldChanges.Found> refreshed) {
        refreshed.forEach((id, found) -> db.update(HOLDS)
                .set(HOLDS.FINDING, json(found))
                .set(HOLDS.GROUNDS, grounds(found.grounds()))
                .set(HOLDS.CLEARS_BY, Moments.stored(found.finding().clearsBy()))
                .where(HOLDS.ID.eq(id))
                .execute());
    }

    /**
     * An open hold that a control no longer finds.
     *
     * @param revision of the order that control looked at
     * @param cause why it looked, see {@code Case}
     */
    public record Clearing(KeptHold hold, int revision, String cause) {}

    /** Closes open holds that cleared by themselves; what ended them is kept, so that a rule's use can be judged later. */
    public void clear(List<Clearing> clearings, Instant now) {
        if (clearings.isEmpty()) return;
        var rows = RowSet.of(clearings)
                .column(HOLDS.ID, clearing -> clearing.hold().hold().id())
                .column(HOLDS.CLOSED_REVISION, Clearing::revision)
                .column(HOLDS.CLOSED_CAUSE, Clearing::cause);
        db.update(HOLDS)
                .set(HOLDS.STATE, Hold.State.CLEARED.name())
                .set(HOLDS.CLOSED_AT, now.atOffset(ZoneOffset.UTC))
                .set(HOLDS.CLOSED_REVISION, in(HOLDS.CLOSED_REVISION))
                .set(HOLDS.CLOSED_CAUSE, in(HOLDS.CLOSED_CAUSE))
                .from(rows.table())
                .where(HOLDS.ID.eq(in(HOLDS.ID)), HOLDS.STATE.eq(Hold.State.OPEN.name()))
                .execute();
    }

    /**
     * A hold that is settled.
     *
     * @param how by a person, in spite of it, or because its time is over
     */
    public record Settling(KeptHold hold, Hold.State how, Hold.Cover cover) {}

    /**
     * Closes open holds for good as far as their cover goes; those that are closed already stay as they are.
     *
     * @param agent whose word it is; null: nobody's
     */
    public void settle(List<Settling> settlings, @Nullable String agent, String note, Instant now) {
        if (settlings.isEmpty()) return;
        var rows = RowSet.of(settlings)
                .column(HOLDS.ID, settling -> settling.hold().hold().id())
                .column(HOLDS.STATE, settling -> settling.how().name())
                .column(HOLDS.RELEASED_UNDER, settling -> settling.cover().rulesVersion())
                .column(HOLDS.COVERS_MINOR, settling -> minor(settling.cover().upTo()))
                .column(
                        HOLDS.COVERS_CURRENCY,
                        settling -> currency(settling.cover().upTo()))
                .column(
                        HOLDS.COVERS_UNTIL,
                        settling -> Moments.stored(settling.cover().until()));
        db.update(HOLDS)
                .set(HOLDS.STATE, in(HOLDS.STATE))
                .set(HOLDS.CLOSED_AT, now.atOffset(ZoneOffset.UTC))
                .set(HOLDS.CLOSED_BY, agent)
                .set(HOLDS.NOTE, note)
                .set(HOLDS.RELEASED_UNDER, in(HOLDS.RELEASED_UNDER))
                .set(HOLDS.COVERS_MINOR, in(HOLDS.COVERS_MINOR))
                .set(HOLDS.COVERS_CURRENCY, in(HOLDS.COVERS_CURRENCY))
                .set(HOLDS.COVERS_UNTIL, in(HOLDS.COVERS_UNTIL))
                .from(rows.table())
                .where(HOLDS.ID.eq(in(HOLDS.ID)), HOLDS.STATE.eq(Hold.State.OPEN.name()))
                .execute();
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency();
    }

    /** Orders with an open hold whose time is over, the oldest first. */
    public List<OrderId> lapsing(Instant now) {
        return db.selectDistinct(HOLDS.ORDER_ID)
                .from(HOLDS)
                .where(
                        HOLDS.STATE.eq(inline(Hold.State.OPEN.name())),
                        HOLDS.LAPSES_AT.isNotNull(),
                        HOLDS.LAPSES_AT.le(now.atOffset(ZoneOffset.UTC)))
                .orderBy(HOLDS.ORDER_ID)
                .fetch(row -> new OrderId(row.value1()));
    }

    private static KeptHold read(Record row) {
        Finding finding = FindingJson.read(row.get(HOLDS.FINDING).data());
        JSONB beyond = row.get(HOLDS.BEYOND);
        Hold hold = new Hold(
                row.get(HOLDS.ID),
                new OrderId(row.get(HOLDS.ORDER_ID)),
                finding,
                row.get(HOLDS.REVISION),
                row.get(HOLDS.RULES_VERSION),
                row.get(HOLDS.SHADOW),
                Hold.State.valueOf(row.get(HOLDS.STATE)),
                row.get(HOLDS.OPENED_AT).toInstant(),
                Moments.read(row.get(HOLDS.CLOSED_AT)),
                row.get(HOLDS.CLOSED_BY),
                row.get(HOLDS.NOTE),
                cover(row),
                beyond == null ? null : GroundsJson.beyond(beyond.data()),
                Moments.read(row.get(HOLDS.LAPSES_AT)));
        JSONB grounds = row.get(HOLDS.GROUNDS);
        return new KeptHold(hold, row.get(HOLDS.SUBJECT), grounds == null ? null : GroundsJson.grounds(grounds.data()));
    }

    private static Hold.@Nullable Cover cover(Record row) {
        Integer rules = row.get(HOLDS.RELEASED_UNDER);
        if (rules == null) return null;
        Long upTo = row.get(HOLDS.COVERS_MINOR);
        return new Hold.Cover(
                rules,
                upTo == null ? null : new Money(upTo, row.get(HOLDS.COVERS_CURRENCY)),
                Moments.read(row.get(HOLDS.COVERS_UNTIL)));
    }
}
