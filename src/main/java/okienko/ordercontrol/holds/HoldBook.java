package okienko.ordercontrol.holds;

import static okienko.database.RowSet.in;
import static okienko.ordercontrol.schema.Tables.HOLDS;
import static org.jooq.impl.DSL.val;

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
import okienko.ordercontrol.Reason;
import okienko.orders.OrderId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The holds of orders, open and past. */
@Repository
public class HoldBook {

    private final DSLContext db;

    HoldBook(DSLContext db) {
        this.db = db;
    }

    /** A hold to be opened. */
    public record Opening(OrderId order, int revision, int rulesVersion, HoldChanges.Found found) {}

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
                .column(HOLDS.FINGERPRINT, opening -> opening.found().fingerprint())
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

    /** Keeps holds open with what is found now. */
    public void refresh(Map<Long, HoldChanges.Found> refreshed) {
        refreshed.forEach((id, found) -> db.update(HOLDS)
                .set(HOLDS.FINDING, json(found))
                .set(HOLDS.FINGERPRINT, found.fingerprint())
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

    /** Closes open holds by a person's word; those that are closed already stay as they are. */
    public void close(Collection<KeptHold> holds, Hold.State how, String agent, String note, Instant now) {
        if (holds.isEmpty()) return;
        Long[] ids = holds.stream().map(hold -> hold.hold().id()).toArray(Long[]::new);
        db.update(HOLDS)
                .set(HOLDS.STATE, how.name())
                .set(HOLDS.CLOSED_AT, now.atOffset(ZoneOffset.UTC))
                .set(HOLDS.CLOSED_BY, agent)
                .set(HOLDS.NOTE, note)
                .where(HOLDS.ID.eq(DSL.any(ids)), HOLDS.STATE.eq(Hold.State.OPEN.name()))
                .execute();
    }

    /** Orders of the same buyers with an open hold of this reason, these orders themselves left out. */
    public List<OrderId> ofSameBuyers(Collection<OrderId> orders, Reason reason) {
        Long[] ids = orders.stream().map(OrderId::value).toArray(Long[]::new);
        return db.fetch("""
                        select distinct other.order_id
                        from ordercontrol.buyer_keys mine
                        join ordercontrol.buyer_keys other on other.key = mine.key and other.order_id <> mine.order_id
                        join ordercontrol.holds h on h.order_id = other.order_id
                        where mine.order_id = any({0}) and h.state = 'OPEN' and h.reason = {1}
                        """, val(ids), val(reason.name())).map(row -> new OrderId(row.get(0, Long.class)));
    }

    private static KeptHold read(Record row) {
        Finding finding = FindingJson.read(row.get(HOLDS.FINDING).data());
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
                row.get(HOLDS.NOTE));
        return new KeptHold(hold, row.get(HOLDS.SUBJECT), row.get(HOLDS.FINGERPRINT));
    }
}
