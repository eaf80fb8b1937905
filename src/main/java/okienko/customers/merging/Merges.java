package okienko.customers.merging;

import static okienko.customers.schema.Tables.ATTACHED_ORDERS;
import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.IDENTIFIERS;
import static okienko.customers.schema.Tables.MERGED_CARDS;
import static okienko.customers.schema.Tables.MERGES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.access.Audit;
import okienko.customers.Customer;
import okienko.customers.CustomerEvent;
import okienko.customers.Customers;
import okienko.customers.identity.Identifiers;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one card of two, and two of one again. Only a person does: the office proposes.
 *
 * <p>Nothing is moved and nothing overwritten, a merge is an entry that says which card is shown on which: taking it back is
 * taking the entry away, whatever happened since, in whatever order merges are taken back. What came after the merge was
 * given to the card that stayed, and stays with it.
 */
@Repository
public class Merges {

    /** Characters a reason may have. */
    static final int LONGEST_REASON = 500;

    /** Cards shown on one: more are no customer but a mistake, and nobody could read the card. */
    private static final int MOST_CARDS = 100;

    private static final long LOCK = 0x4d65726765L; // any number, the same for everybody who merges

    private final DSLContext db;
    private final Customers customers;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merges(DSLContext db, Customers customers, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.customers = customers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** They are one card now. */
        record Done(long merge) implements Outcome {}

        /** They stay two. */
        record Refused(Why why) implements Outcome {}
    }

    /** Why two cards stay two. */
    public enum Why {
        /** Both are shown on one card already. */
        ONE_ALREADY,
        /** A card is not there. */
        UNKNOWN,
        /** Each has a tax id of its own: somebody has to say why it is one customer nevertheless. */
        REASON_NEEDED,
        REASON_TOO_LONG,
        TOO_MANY
    }

    /** A merge that stands. */
    public record Standing(long merge, long gone, String name, Instant at, String by, String reason) {}

    /** Two cards side by side, and whether each has a tax id of its own. */
    public record Pair(long keptId, Customer kept, long goneId, Customer gone, boolean otherTaxId) {}

    /** Both cards as they are now; empty where one is not there or both are one. */
    public Optional<Pair> pair(long kept, long gone) {
        Merged merged = Merged.around(db, List.of(kept, gone));
        long stays = merged.root(kept);
        long goes = merged.root(gone);
        Map<Long, Customer> shown = customers.shown(List.of(stays, goes));
        Customer one = shown.get(stays);
        Customer two = shown.get(goes);
        if (one == null || two == null || stays == goes) return Optional.empty();
        return Optional.of(new Pair(stays, one, goes, two, otherTaxId(merged.members(stays), merged.members(goes))));
    }

    /** The parts that the card that stays does not say itself, by their codes. */
    public static List<String> lent(Pair pair) {
        List<String> lends = new ArrayList<>();
        for (Part part : Part.values()) {
            if (part.of(pair.kept()).isEmpty() && !part.of(pair.gone()).isEmpty()) lends.add(part.code());
        }
        return lends;
    }

    /**
     * Shows the second card on the first.
     *
     * @param lends of which {@link Part}s, by their codes, the second card's is shown; of the others the first one's
     * @param reason why, which only two different tax ids demand
     */
    @Transactional
    public Outcome merge(long kept, long gone, Collection<String> lends, String reason, String by) {
        String why = reason.strip();
        if (why.length() > LONGEST_REASON) return new Outcome.Refused(Why.REASON_TOO_LONG);
        lock();
        Merged merged = Merged.around(db, List.of(kept, gone));
        long stays = merged.root(kept);
        long goes = merged.root(gone);
        if (stays == goes) return new Outcome.Refused(Why.ONE_ALREADY);
        List<Long> ours = merged.members(stays);
        List<Long> theirs = merged.members(goes);
        if (db.fetchCount(CARDS, CARDS.ID.in(stays, goes)) != 2) return new Outcome.Refused(Why.UNKNOWN);
        if (ours.size() + theirs.size() > MOST_CARDS) return new Outcome.Refused(Why.TOO_MANY);
        if (why.isEmpty() && otherTaxId(ours, theirs)) return new Outcome.Refused(Why.REASON_NEEDED);
        long merge = enter(stays, goes, lends, why, by);
        db.insertInto(MERGED_CARDS)
                .set(MERGED_CARDS.CARD_ID, goes)
                .set(MERGED_CARDS.PARENT_ID, stays)
                .set(MERGED_CARDS.ROOT_ID, stays)
                .set(MERGED_CARDS.MERGE_ID, merge)
                .execute();
        show(theirs, stays);
        audit.record(by, "customer.merged", "K-" + stays, Map.of("with", "K-" + goes, "reason", why, "merge", merge));
        changed(List.of(ours, theirs));
        return new Outcome.Done(merge);
    }

    private long enter(long stays, long goes, Collection<String> lends, String reason, String by) {
        List<String> known = new ArrayList<>();
        for (Part part : Part.values()) if (lends.contains(part.code())) known.add(part.code());
        return db.insertInto(MERGES)
                .set(MERGES.KEPT_ID, stays)
                .set(MERGES.GONE_ID, goes)
                .set(MERGES.LENDS, known.toArray(String[]::new))
                .set(MERGES.REASON, reason)
                .set(MERGES.MERGED_AT, now())
                .set(MERGES.MERGED_BY, by)
                .returningResult(MERGES.ID)
                .fetchSingle()
                .value1();
    }

    /** Takes a merge back; false: it does not stand. */
    @Transactional
    public boolean undo(long merge, String by) {
        lock();
        var entry = db.selectFrom(MERGED_CARDS)
                .where(MERGED_CARDS.MERGE_ID.eq(merge))
                .fetchOne();
        if (entry == null) return false;
        long gone = entry.get(MERGED_CARDS.CARD_ID);
        List<Long> before = Merged.around(db, List.of(gone)).members(entry.get(MERGED_CARDS.ROOT_ID));
        List<Long> theirs = below(gone);
        db.deleteFrom(MERGED_CARDS).where(MERGED_CARDS.MERGE_ID.eq(merge)).execute();
        show(theirs, gone);
        db.update(MERGES)
                .set(MERGES.UNDONE_AT, now())
                .set(MERGES.UNDONE_BY, by)
                .where(MERGES.ID.eq(merge))
                .execute();
        audit.record(
                by,
                "customer.unmerged",
                "K-" + entry.get(MERGED_CARDS.PARENT_ID),
                Map.of("from", "K-" + gone, "merge", merge));
        changed(List.of(before));
        return true;
    }

    /** A card and all that was merged into it, however often that was merged itself. */
    private List<Long> below(long card) {
        List<Long> found = new ArrayList<>();
        Deque<Long> open = new ArrayDeque<>(List.of(card));
        while (!open.isEmpty()) {
            long next = open.removeFirst();
            found.add(next);
            open.addAll(db.select(MERGED_CARDS.CARD_ID)
                    .from(MERGED_CARDS)
                    .where(MERGED_CARDS.PARENT_ID.eq(next))
                    .fetch(MERGED_CARDS.CARD_ID));
        }
        return found;
    }

    private void show(List<Long> cards, long root) {
        db.update(MERGED_CARDS)
                .set(MERGED_CARDS.ROOT_ID, root)
                .where(MERGED_CARDS.CARD_ID.eq(any(cards.toArray(Long[]::new))), MERGED_CARDS.CARD_ID.ne(root))
                .execute();
    }

    /** The merges that make this card what it is, in the order they were made. */
    public List<Standing> standing(long card) {
        return db.select(MERGES.ID, MERGES.GONE_ID, CARDS.NAME, MERGES.MERGED_AT, MERGES.MERGED_BY, MERGES.REASON)
                .from(MERGED_CARDS)
                .join(MERGES)
                .on(MERGES.ID.eq(MERGED_CARDS.MERGE_ID))
                .join(CARDS)
                .on(CARDS.ID.eq(MERGES.GONE_ID))
                .where(MERGED_CARDS.ROOT_ID.eq(card))
                .orderBy(MERGES.ID)
                .fetch(row -> new Standing(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4().toInstant(),
                        row.value5(),
                        row.value6()));
    }

    /** The card that a merge was made into; null where it is not known. */
    public @Nullable Long kept(long merge) {
        return db.select(MERGES.KEPT_ID).from(MERGES).where(MERGES.ID.eq(merge)).fetchOne(MERGES.KEPT_ID);
    }

    private boolean otherTaxId(List<Long> ours, List<Long> theirs) {
        Set<String> one = taxIds(ours);
        Set<String> two = taxIds(theirs);
        return !one.isEmpty() && !two.isEmpty() && Collections.disjoint(one, two);
    }

    private Set<String> taxIds(List<Long> cards) {
        Set<String> found = new HashSet<>(db.select(IDENTIFIERS.IDENTIFIER)
                .from(IDENTIFIERS)
                .where(IDENTIFIERS.CARD_ID.eq(any(cards.toArray(Long[]::new))), IDENTIFIERS.IDENTIFIER.startsWith("T:"))
                .fetch(IDENTIFIERS.IDENTIFIER));
        db.select(CARDS.TAX_ID)
                .from(CARDS)
                .where(CARDS.ID.eq(any(cards.toArray(Long[]::new))))
                .forEach(row ->
                        found.addAll(Identifiers.of("", "", row.value1(), "").keys()));
        return found;
    }

    /** Held to the end of this transaction: of two who merge at the same time the second sees what the first did. */
    private void lock() {
        db.select(field("pg_advisory_xact_lock({0})", Object.class, inline(LOCK)))
                .execute();
    }

    private void changed(List<List<Long>> cards) {
        Long[] all = cards.stream().flatMap(List::stream).toArray(Long[]::new);
        List<String> orders = db.select(ATTACHED_ORDERS.ORDER_REFERENCE)
                .from(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.CARD_ID.eq(any(all)), ATTACHED_ORDERS.CANCELLED.isFalse())
                .orderBy(ATTACHED_ORDERS.PLACED_AT.desc())
                .limit(Customers.CHANGED_ORDERS)
                .fetch(ATTACHED_ORDERS.ORDER_REFERENCE);
        if (!orders.isEmpty()) events.publishEvent(new CustomerEvent.Changed(orders));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
