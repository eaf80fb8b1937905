package okienko.customers.review;

import static okienko.customers.schema.Tables.IDENTIFIERS;
import static okienko.customers.schema.Tables.PROPOSALS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.customers.Customer;
import okienko.customers.matching.Decision;
import okienko.customers.matching.Field;
import okienko.customers.matching.Matching;
import okienko.customers.matching.ScoredPair;
import okienko.customers.merging.Merged;
import org.jooq.DSLContext;

/**
 * Writes proposals down, in the caller's transaction. A pair that a person called different is not proposed again, unless
 * both have an identifier in common by now that they had not then.
 */
public final class ProposalBook {

    static final String OPEN = "OPEN";
    static final String SAME = "SAME";
    static final String DIFFERENT = "DIFFERENT";
    static final String FROM_ORDER = "ORDER";
    static final String FROM_RUN = "RUN";

    private static final int FEWEST_CARDS = 1_000;

    private final DSLContext db;
    private final OffsetDateTime now;

    public ProposalBook(DSLContext db, Instant now) {
        this.db = db;
        this.now = now.atOffset(ZoneOffset.UTC);
    }

    /** A pair with what was found. */
    record Found(long one, long two, ScoredPair pair) {}

    private record Verdict(long one, long two, Set<String> shared) {}

    /** Weighs pairs that came up when an order came in, and proposes those that are probably one customer. */
    public void suggest(Collection<Suggestion> suggestions) {
        if (suggestions.isEmpty()) return;
        Matching matching = new Matching();
        Map<Long, Integer> numbers = new HashMap<>();
        for (Suggestion each : suggestions) {
            numbers.computeIfAbsent(each.oneId(), _ -> matching.add(values(each.one())));
            numbers.computeIfAbsent(each.twoId(), _ -> matching.add(values(each.two())));
        }
        Matching.Scale scale = matching.scale(cards());
        List<Found> found = new ArrayList<>();
        for (Suggestion each : suggestions) {
            if (each.sameCard()) continue;
            int one = numbers.getOrDefault(each.oneId(), 0);
            ScoredPair pair = scale.weigh(one, numbers.getOrDefault(each.twoId(), 0));
            if (pair.decision() != Decision.DISTINCT) found.add(new Found(each.oneId(), each.twoId(), pair));
        }
        propose(found, FROM_ORDER);
    }

    /** How many cards there are, as PostgreSQL last estimated: counting a million takes longer than recognising a batch. */
    private int cards() {
        Double estimate = db.fetchSingle(
                        "select reltuples::float8 from pg_class where oid = 'customers.cards'::regclass")
                .get(0, Double.class);
        return Math.clamp(estimate == null ? 0 : estimate.longValue(), FEWEST_CARDS, Integer.MAX_VALUE);
    }

    /** What a card says, as the matching reads it. */
    static String[] values(Customer customer) {
        String[] values = new String[Field.values().length];
        values[Field.FULL_NAME.ordinal()] = customer.name();
        values[Field.COMPANY.ordinal()] = customer.company();
        values[Field.TAX_ID.ordinal()] = customer.taxId();
        values[Field.EMAIL.ordinal()] = customer.email();
        values[Field.PHONE.ordinal()] = customer.phone();
        return values;
    }

    /** Proposes pairs that nobody has settled; how many those are. */
    int propose(List<Found> found, String source) {
        if (found.isEmpty()) return 0;
        List<Long> cards = new ArrayList<>();
        for (Found each : found) cards.addAll(List.of(each.one, each.two));
        Merged merged = Merged.around(db, cards);
        Set<Long> together = merged.withMembers(cards);
        List<Verdict> verdicts = verdicts(together);
        Map<Long, Set<String>> identifiers = identifiers(together, merged);
        Map<List<Long>, Found> fresh = new LinkedHashMap<>();
        for (Found each : found) {
            long one = merged.root(each.one);
            long two = merged.root(each.two);
            if (one == two) continue;
            Set<String> shared = shared(identifiers, one, two);
            boolean settled = verdicts.stream()
                    .anyMatch(verdict -> covers(merged, verdict, one, two) && verdict.shared.containsAll(shared));
            List<Long> pair = List.of(Math.min(one, two), Math.max(one, two));
            Found known = fresh.get(pair);
            if (!settled && (known == null || known.pair.bits() < each.pair.bits())) fresh.put(pair, each);
        }
        fresh.forEach((pair, each) -> write(pair.getFirst(), pair.getLast(), each.pair, source));
        return fresh.size();
    }

    private void write(long one, long two, ScoredPair pair, String source) {
        String[] evidence = pair.evidence().stream()
                .map(each -> each.what() + ":" + each.how() + ":" + Math.round(each.bits() * 10) / 10.0)
                .toArray(String[]::new);
        db.insertInto(PROPOSALS)
                .set(PROPOSALS.ONE_ID, one)
                .set(PROPOSALS.TWO_ID, two)
                .set(PROPOSALS.BITS, pair.bits())
                .set(PROPOSALS.EVIDENCE, evidence)
                .set(PROPOSALS.SOURCE, source)
                .set(PROPOSALS.STATE, OPEN)
                .set(PROPOSALS.FOUND_AT, now)
                .onConflict(PROPOSALS.ONE_ID, PROPOSALS.TWO_ID)
                .doUpdate()
                .set(PROPOSALS.BITS, excluded(PROPOSALS.BITS))
                .set(PROPOSALS.EVIDENCE, excluded(PROPOSALS.EVIDENCE))
                .set(PROPOSALS.SOURCE, excluded(PROPOSALS.SOURCE))
                .set(PROPOSALS.STATE, OPEN)
                .execute();
    }

    private static boolean covers(Merged merged, Verdict verdict, long one, long two) {
        long first = merged.root(verdict.one);
        long second = merged.root(verdict.two);
        return (first == one && second == two) || (first == two && second == one);
    }

    private List<Verdict> verdicts(Set<Long> cards) {
        Long[] ids = cards.toArray(Long[]::new);
        return db.select(PROPOSALS.ONE_ID, PROPOSALS.TWO_ID, PROPOSALS.SHARED)
                .from(PROPOSALS)
                .where(PROPOSALS.STATE.eq(DIFFERENT), PROPOSALS.ONE_ID.eq(any(ids)), PROPOSALS.TWO_ID.eq(any(ids)))
                .fetch(row -> new Verdict(row.value1(), row.value2(), Set.of(row.value3())));
    }

    /** By the card they are shown on. */
    private Map<Long, Set<String>> identifiers(Set<Long> cards, Merged merged) {
        Map<Long, Set<String>> found = new HashMap<>();
        db.select(IDENTIFIERS.CARD_ID, IDENTIFIERS.IDENTIFIER)
                .from(IDENTIFIERS)
                .where(IDENTIFIERS.CARD_ID.eq(any(cards.toArray(Long[]::new))))
                .forEach(row -> found.computeIfAbsent(merged.root(row.value1()), _ -> new HashSet<>())
                        .add(row.value2()));
        return found;
    }

    /** What both cards are recognised by. */
    Set<String> shared(long one, long two) {
        List<Long> both = List.of(one, two);
        Merged merged = Merged.around(db, both);
        return shared(identifiers(merged.withMembers(both), merged), merged.root(one), merged.root(two));
    }

    private static Set<String> shared(Map<Long, Set<String>> identifiers, long one, long two) {
        Set<String> shared = new HashSet<>(identifiers.getOrDefault(one, Set.of()));
        shared.retainAll(identifiers.getOrDefault(two, Set.of()));
        return shared;
    }
}
