package okienko.customers.review;

import static okienko.customers.schema.Tables.MERGED_CARDS;
import static okienko.customers.schema.Tables.PROPOSALS;
import static org.jooq.impl.DSL.coalesce;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okienko.access.Audit;
import okienko.customers.Customer;
import okienko.customers.Customers;
import okienko.customers.matching.ScoredPair.Evidence;
import okienko.customers.merging.Merged;
import okienko.customers.merging.Merges;
import okienko.customers.merging.Merges.Outcome;
import okienko.customers.review.Proposal.State;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The queue of pairs that may be one customer, and what people say of them. */
@Repository
class Proposals {

    /** Proposals on a page. */
    static final int PAGE = 50;

    private static final Table<Record> FIRST = MERGED_CARDS.as("first");
    private static final Table<Record> SECOND = MERGED_CARDS.as("second");

    private final DSLContext db;
    private final Customers customers;
    private final Merges merges;
    private final Audit audit;
    private final Clock clock;

    Proposals(DSLContext db, Customers customers, Merges merges, Audit audit, Clock clock) {
        this.db = db;
        this.customers = customers;
        this.merges = merges;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that wait, the likeliest first; those put off at the end. Pairs that became one card meanwhile are left out. */
    List<Proposal> waiting(int skip) {
        return read(db.select(PROPOSALS.fields())
                .from(joined())
                .where(open())
                .orderBy(PROPOSALS.LATER_AT.asc().nullsFirst(), PROPOSALS.BITS.desc(), PROPOSALS.ID)
                .limit(PAGE)
                .offset(skip)
                .fetch());
    }

    int count() {
        return db.fetchCount(db.select(PROPOSALS.ID).from(joined()).where(open()));
    }

    private static Table<?> joined() {
        return PROPOSALS
                .leftJoin(FIRST)
                .on(of(FIRST, MERGED_CARDS.CARD_ID).eq(PROPOSALS.ONE_ID))
                .leftJoin(SECOND)
                .on(of(SECOND, MERGED_CARDS.CARD_ID).eq(PROPOSALS.TWO_ID));
    }

    private static <T> Field<T> of(Table<Record> cards, Field<T> column) {
        return Objects.requireNonNull(cards.field(column));
    }

    private static Condition open() {
        Field<Long> one = coalesce(of(FIRST, MERGED_CARDS.ROOT_ID), PROPOSALS.ONE_ID);
        Field<Long> two = coalesce(of(SECOND, MERGED_CARDS.ROOT_ID), PROPOSALS.TWO_ID);
        return PROPOSALS.STATE.eq(ProposalBook.OPEN).and(one.ne(two));
    }

    Optional<Proposal> find(long id) {
        return read(db.selectFrom(PROPOSALS).where(PROPOSALS.ID.eq(id)).fetch()).stream()
                .findFirst();
    }

    private List<Proposal> read(List<? extends Record> rows) {
        List<Long> cards = new ArrayList<>();
        for (Record row : rows) cards.addAll(List.of(row.get(PROPOSALS.ONE_ID), row.get(PROPOSALS.TWO_ID)));
        Merged merged = Merged.around(db, cards);
        Map<Long, Customer> shown = customers.shown(merged.withMembers(cards));
        List<Proposal> proposals = new ArrayList<>();
        for (Record row : rows) {
            State state = State.valueOf(row.get(PROPOSALS.STATE));
            // what was said to be one is still shown as the two it was said of
            boolean same = state == State.SAME;
            long one = same ? row.get(PROPOSALS.ONE_ID) : merged.root(row.get(PROPOSALS.ONE_ID));
            long two = same ? row.get(PROPOSALS.TWO_ID) : merged.root(row.get(PROPOSALS.TWO_ID));
            Customer first = shown.get(one);
            Customer second = shown.get(two);
            if (first == null || second == null) continue;
            proposals.add(new Proposal(
                    row.get(PROPOSALS.ID),
                    one,
                    first,
                    two,
                    second,
                    row.get(PROPOSALS.BITS),
                    evidence(row.get(PROPOSALS.EVIDENCE)),
                    state));
        }
        return proposals;
    }

    private static List<Evidence> evidence(String[] stored) {
        List<Evidence> evidence = new ArrayList<>();
        for (String each : stored) {
            String[] parts = each.split(":", -1);
            evidence.add(new Evidence(parts[0], parts[1], Double.parseDouble(parts[2])));
        }
        evidence.sort(Comparator.comparingDouble(Evidence::bits).reversed());
        return evidence;
    }

    /** Makes one card of both. */
    @Transactional
    Outcome same(Proposal proposal, String by) {
        List<String> lends = merges.pair(proposal.oneId(), proposal.twoId())
                .map(Merges::lent)
                .orElse(List.of());
        Outcome outcome = merges.merge(proposal.oneId(), proposal.twoId(), lends, "", by);
        if (outcome instanceof Outcome.Done(long merge)) {
            settle(proposal.id(), State.SAME, by);
            db.update(PROPOSALS)
                    .set(PROPOSALS.MERGE_ID, merge)
                    .where(PROPOSALS.ID.eq(proposal.id()))
                    .execute();
        }
        return outcome;
    }

    /** Remembers that they are two, and by what they were alike when that was said. */
    @Transactional
    void different(Proposal proposal, String by) {
        settle(proposal.id(), State.DIFFERENT, by);
        String[] shared = new ProposalBook(db, clock.instant())
                .shared(proposal.oneId(), proposal.twoId())
                .toArray(String[]::new);
        db.update(PROPOSALS)
                .set(PROPOSALS.SHARED, shared)
                .where(PROPOSALS.ID.eq(proposal.id()))
                .execute();
        audit.record(
                by,
                "customer.different",
                "K-" + proposal.oneId(),
                Map.of("other", "K-" + proposal.twoId(), "proposal", proposal.id()));
    }

    private void settle(long id, State state, String by) {
        db.update(PROPOSALS)
                .set(PROPOSALS.STATE, state.name())
                .set(PROPOSALS.SETTLED_AT, now())
                .set(PROPOSALS.SETTLED_BY, by)
                .where(PROPOSALS.ID.eq(id))
                .execute();
    }

    /** Puts it behind those that nobody has seen. */
    @Transactional
    void later(long id) {
        db.update(PROPOSALS)
                .set(PROPOSALS.LATER_AT, now())
                .where(PROPOSALS.ID.eq(id), PROPOSALS.STATE.eq(ProposalBook.OPEN))
                .execute();
    }

    /** Takes back what was said, and the merge that followed from it. */
    @Transactional
    void reopen(long id, String by) {
        Long merge = db.select(PROPOSALS.MERGE_ID)
                .from(PROPOSALS)
                .where(PROPOSALS.ID.eq(id))
                .fetchOne(PROPOSALS.MERGE_ID);
        if (merge != null) merges.undo(merge, by);
        db.update(PROPOSALS)
                .set(PROPOSALS.STATE, ProposalBook.OPEN)
                .setNull(PROPOSALS.MERGE_ID)
                .set(PROPOSALS.SHARED, new String[0])
                .where(PROPOSALS.ID.eq(id))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
