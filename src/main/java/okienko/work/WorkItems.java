package okienko.work;

import static java.util.stream.Collectors.toMap;
import static okienko.work.ItemRows.read;
import static okienko.work.schema.Tables.MOVES;
import static okienko.work.schema.Tables.QUEUES;
import static okienko.work.schema.Tables.WORK_ITEMS;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything a person has to do, and who has it: exactly one agent, for as long as the lease lasts. A claim is one
 * conditional update, so that of two agents who reach for the same item one gets it and the other is told who has it.
 */
@Repository
public class WorkItems {

    /** How long an agent has an item when the page that shows it stops renewing: closed, or the power is gone. */
    public static final Duration LEASE = Duration.ofMinutes(10);

    private static final int MOST_CLAIMED = 500;

    private static final Condition OPEN = WORK_ITEMS.CLOSED_AT.isNull();

    private final DSLContext db;
    private final Clock clock;

    WorkItems(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Puts work into the queues. What is open already stays open; it moves to the queue named here unless somebody has
     * it or a person chose where it is.
     */
    @Transactional
    public void open(List<NewItem> items) {
        if (items.isEmpty()) return;
        var insert = db.insertInto(
                WORK_ITEMS,
                WORK_ITEMS.KIND,
                WORK_ITEMS.REFERENCE,
                WORK_ITEMS.QUEUE,
                WORK_ITEMS.OPENED_AT,
                WORK_ITEMS.DUE_AT);
        for (NewItem item : items) {
            insert = insert.values(
                    item.kind(),
                    item.reference(),
                    item.queue(),
                    at(item.since()),
                    item.dueAt() == null ? null : at(item.dueAt()));
        }
        Condition moves = WORK_ITEMS
                .HANDED_AT
                .isNull()
                .and(WORK_ITEMS.CLAIMED_BY.isNull().or(WORK_ITEMS.CLAIMED_UNTIL.lt(now())));
        insert.onConflict(WORK_ITEMS.KIND, WORK_ITEMS.REFERENCE)
                .where(OPEN)
                .doUpdate()
                .set(
                        WORK_ITEMS.QUEUE,
                        case_().when(moves, excluded(WORK_ITEMS.QUEUE)).else_(WORK_ITEMS.QUEUE))
                .set(WORK_ITEMS.DUE_AT, excluded(WORK_ITEMS.DUE_AT))
                .execute();
    }

    /** Done, or no longer needed: closing what is closed does nothing. */
    @Transactional
    public void close(String kind, Collection<String> references) {
        if (references.isEmpty()) return;
        db.update(WORK_ITEMS)
                .set(WORK_ITEMS.CLOSED_AT, now())
                .set(WORK_ITEMS.VERSION, WORK_ITEMS.VERSION.plus(1))
                .where(WORK_ITEMS.KIND.eq(kind), WORK_ITEMS.REFERENCE.in(references), OPEN)
                .execute();
    }

    /** Removes items and what happened to them: what they were about is gone for good. */
    @Transactional
    public void forget(String kind, Collection<String> references) {
        if (references.isEmpty()) return;
        db.deleteFrom(WORK_ITEMS)
                .where(WORK_ITEMS.KIND.eq(kind), WORK_ITEMS.REFERENCE.in(references))
                .execute();
    }

    /** Takes an item, or renews one's own claim. */
    @Transactional
    public Claim claim(long item, String agent) {
        OffsetDateTime now = now();
        var taken = claiming(agent, now)
                .where(WORK_ITEMS.ID.eq(item), OPEN, freeFor(agent, now))
                .returning()
                .fetchOne();
        if (taken != null) {
            WorkItem claimed = read(taken, now);
            note(item, agent, "CLAIMED", "", "");
            return new Claim.Claimed(claimed);
        }
        return whoHas(item, agent);
    }

    /** Keeps one's claim for another lease; the open page does this every few minutes. */
    @Transactional
    public Claim renew(long item, String agent) {
        OffsetDateTime now = now();
        var kept = db.update(WORK_ITEMS)
                .set(WORK_ITEMS.CLAIMED_UNTIL, now.plus(LEASE))
                .where(WORK_ITEMS.ID.eq(item), OPEN, WORK_ITEMS.CLAIMED_BY.eq(agent))
                .returning()
                .fetchOne();
        return kept == null ? whoHas(item, agent) : new Claim.Claimed(read(kept, now));
    }

    /** Gives an item back to its queue; somebody else's claim stays. */
    @Transactional
    public void putBack(long item, String agent) {
        int free = db.update(WORK_ITEMS)
                .setNull(WORK_ITEMS.CLAIMED_BY)
                .setNull(WORK_ITEMS.CLAIMED_UNTIL)
                .set(WORK_ITEMS.VERSION, WORK_ITEMS.VERSION.plus(1))
                .where(WORK_ITEMS.ID.eq(item), OPEN, WORK_ITEMS.CLAIMED_BY.eq(agent))
                .execute();
        if (free == 1) note(item, agent, "PUT_BACK", "", "");
    }

    /** Takes an item from whoever has it; the reason is kept with both names. */
    @Transactional
    public Claim takeOver(long item, String agent, String reason) {
        if (reason.isBlank()) throw new IllegalArgumentException("taking over somebody's work needs a reason");
        Optional<WorkItem> before = db.selectFrom(WORK_ITEMS)
                .where(WORK_ITEMS.ID.eq(item), OPEN)
                .forUpdate()
                .fetchOptional(row -> read(row, now()));
        if (before.isEmpty()) return new Claim.Gone();
        OffsetDateTime now = now();
        var taken =
                claiming(agent, now).where(WORK_ITEMS.ID.eq(item)).returning().fetchSingle();
        String from = before.get().claimedBy();
        note(item, agent, "TAKEN_OVER", from == null ? "" : from, reason);
        return new Claim.Claimed(read(taken, now));
    }

    /** Hands an item to another queue, where it is free for everybody. */
    @Transactional
    public void handToQueue(long item, String queue, String by, String note) {
        hand(
                item,
                by,
                queue,
                note,
                db.update(WORK_ITEMS).set(WORK_ITEMS.QUEUE, queue).setNull(WORK_ITEMS.ASSIGNED_TO));
    }

    /** Hands an item to a colleague: it comes up first in their work. */
    @Transactional
    public void handToAgent(long item, String agent, String by, String note) {
        hand(item, by, agent, note, db.update(WORK_ITEMS).set(WORK_ITEMS.ASSIGNED_TO, agent));
    }

    private void hand(long item, String by, String target, String note, UpdateSetMoreStep<Record> update) {
        int handed = update.set(WORK_ITEMS.HANDED_AT, now())
                .setNull(WORK_ITEMS.CLAIMED_BY)
                .setNull(WORK_ITEMS.CLAIMED_UNTIL)
                .set(WORK_ITEMS.VERSION, WORK_ITEMS.VERSION.plus(1))
                .where(WORK_ITEMS.ID.eq(item), OPEN)
                .execute();
        if (handed == 1) note(item, by, "HANDED", target, note);
    }

    /** The open item about something. */
    public Optional<WorkItem> find(String kind, String reference) {
        return Optional.ofNullable(find(kind, List.of(reference)).get(reference));
    }

    /** The open items about some things, by what they are about. */
    public Map<String, WorkItem> find(String kind, Collection<String> references) {
        OffsetDateTime now = now();
        return db
                .selectFrom(WORK_ITEMS)
                .where(WORK_ITEMS.KIND.eq(kind), WORK_ITEMS.REFERENCE.in(references), OPEN)
                .fetch(row -> read(row, now))
                .stream()
                .collect(toMap(WorkItem::reference, Function.identity()));
    }

    /**
     * What an agent should do next, without taking it yet: their own first, then what was handed to them, then what is
     * due soonest, then the oldest.
     *
     * @param kind of work wanted; empty means any
     * @param queues to look in; none means all
     */
    public Optional<WorkItem> next(String agent, String kind, Collection<String> queues) {
        OffsetDateTime now = now();
        Condition mine = WORK_ITEMS.ASSIGNED_TO.eq(agent);
        return db.selectFrom(WORK_ITEMS)
                .where(OPEN, freeFor(agent, now))
                .and(kind.isEmpty() ? noCondition() : WORK_ITEMS.KIND.eq(kind))
                .and(mine.or(WORK_ITEMS.ASSIGNED_TO.isNull()))
                .and(queues.isEmpty() ? noCondition() : mine.or(WORK_ITEMS.QUEUE.in(queues)))
                .orderBy(
                        case_().when(WORK_ITEMS.CLAIMED_BY.eq(agent), 0)
                                .when(mine, 1)
                                .else_(2),
                        WORK_ITEMS.DUE_AT.asc().nullsLast(),
                        WORK_ITEMS.OPENED_AT,
                        WORK_ITEMS.ID)
                .limit(1)
                .fetchOptional(row -> read(row, now));
    }

    /** How many things of a kind wait to be done. */
    public int waiting(String kind) {
        return db.fetchCount(WORK_ITEMS, WORK_ITEMS.KIND.eq(kind), OPEN);
    }

    /** What an agent has at the moment, oldest first. */
    public List<WorkItem> claimedBy(String agent) {
        OffsetDateTime now = now();
        return db.selectFrom(WORK_ITEMS)
                .where(OPEN, WORK_ITEMS.CLAIMED_BY.eq(agent), WORK_ITEMS.CLAIMED_UNTIL.ge(now))
                .orderBy(WORK_ITEMS.OPENED_AT, WORK_ITEMS.ID)
                .limit(MOST_CLAIMED)
                .fetch(row -> read(row, now));
    }

    /** All queues in their order, with what waits in them. */
    public List<Queue> queues() {
        var open = count(WORK_ITEMS.ID);
        var claimed = count(WORK_ITEMS.CLAIMED_BY).filterWhere(WORK_ITEMS.CLAIMED_UNTIL.ge(now()));
        return db.select(QUEUES.NAME, open, claimed)
                .from(QUEUES)
                .leftJoin(WORK_ITEMS)
                .on(WORK_ITEMS.QUEUE.eq(QUEUES.NAME), OPEN)
                .groupBy(QUEUES.NAME, QUEUES.POSITION)
                .orderBy(QUEUES.POSITION)
                .fetch(row -> new Queue(row.value1(), row.value2(), row.value3()));
    }

    private UpdateSetMoreStep<Record> claiming(String agent, OffsetDateTime now) {
        return db.update(WORK_ITEMS)
                .set(WORK_ITEMS.CLAIMED_BY, agent)
                .set(WORK_ITEMS.CLAIMED_UNTIL, now.plus(LEASE))
                .set(WORK_ITEMS.VERSION, WORK_ITEMS.VERSION.plus(1));
    }

    private static Condition freeFor(String agent, OffsetDateTime now) {
        return WORK_ITEMS
                .CLAIMED_BY
                .isNull()
                .or(WORK_ITEMS.CLAIMED_BY.eq(agent))
                .or(WORK_ITEMS.CLAIMED_UNTIL.lt(now));
    }

    private Claim whoHas(long item, String agent) {
        OffsetDateTime now = now();
        WorkItem found =
                db.selectFrom(WORK_ITEMS).where(WORK_ITEMS.ID.eq(item), OPEN).fetchOne(row -> read(row, now));
        if (found == null) return new Claim.Gone();
        if (found.claimedBy() == null || found.claimedUntil() == null) return claim(item, agent); // just put back
        return new Claim.TakenBy(found.claimedBy(), found.claimedUntil());
    }

    private void note(long item, String agent, String kind, String target, String note) {
        db.insertInto(MOVES, MOVES.ITEM_ID, MOVES.AT, MOVES.AGENT, MOVES.KIND, MOVES.TARGET, MOVES.NOTE)
                .values(item, now(), agent, kind, target, note)
                .execute();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
