package okienko.customers.merging;

import static okienko.customers.schema.Tables.MERGED_CARDS;
import static okienko.customers.schema.Tables.MERGES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import org.jooq.DSLContext;

/**
 * Which cards are shown on which, as far as the cards at hand are concerned. Merging moves nothing: an order, a flag, an
 * identifier keeps the card it was given to, and whoever reads gathers those of all cards shown on one.
 */
public final class Merged {

    /** No card is shown on another. */
    public static final Merged NONE = new Merged();

    private final Map<Long, Long> roots = new HashMap<>();
    private final Map<Long, List<Child>> children = new HashMap<>();
    private final Map<Long, List<Long>> members = new HashMap<>();

    private record Child(long card, Set<String> lends) {}

    private Merged() {}

    /** What is to know of these cards, in one query. */
    public static Merged around(DSLContext db, Collection<Long> cards) {
        if (cards.isEmpty()) return NONE;
        Long[] ids = cards.toArray(Long[]::new);
        Merged merged = new Merged();
        db.select(MERGED_CARDS.CARD_ID, MERGED_CARDS.PARENT_ID, MERGED_CARDS.ROOT_ID, MERGES.LENDS)
                .from(MERGED_CARDS)
                .join(MERGES)
                .on(MERGES.ID.eq(MERGED_CARDS.MERGE_ID))
                .where(MERGED_CARDS
                        .ROOT_ID
                        .eq(any(ids))
                        .or(MERGED_CARDS.ROOT_ID.in(select(MERGED_CARDS.ROOT_ID)
                                .from(MERGED_CARDS)
                                .where(MERGED_CARDS.CARD_ID.eq(any(ids))))))
                .orderBy(MERGED_CARDS.MERGE_ID)
                .forEach(row -> merged.note(row.value1(), row.value2(), row.value3(), Set.of(row.value4())));
        return merged;
    }

    private void note(long card, long parent, long root, Set<String> lends) {
        roots.put(card, root);
        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(new Child(card, lends));
        members.computeIfAbsent(root, own -> new ArrayList<>(List.of(own))).add(card);
    }

    /** The card that this one is shown on: itself unless it was merged. */
    public long root(long card) {
        return roots.getOrDefault(card, card);
    }

    /** Whether other cards are shown on this one. */
    public boolean joined(long card) {
        return children.containsKey(card);
    }

    /** The cards shown on this one, itself first. */
    public List<Long> members(long root) {
        return members.getOrDefault(root, List.of(root));
    }

    /** Everything that belongs together with these cards. */
    public Set<Long> withMembers(Collection<Long> cards) {
        Set<Long> all = new LinkedHashSet<>();
        for (long card : cards) all.addAll(members(root(card)));
        return all;
    }

    /** The cards these are shown on, each once. */
    public Set<Long> roots(Collection<Long> cards) {
        Set<Long> all = new LinkedHashSet<>();
        for (long card : cards) all.add(root(card));
        return all;
    }

    /**
     * The customer as the card shows them: with what the merged cards lend, and the history and warnings of them all.
     *
     * @param own what each card says by itself
     */
    public Customer shown(long card, Map<Long, Customer> own) {
        Customer shown = java.util.Objects.requireNonNull(own.get(card));
        for (Child child : children.getOrDefault(card, List.of())) {
            if (own.containsKey(child.card)) shown = joined(shown, shown(child.card, own), child.lends);
        }
        return shown;
    }

    /** What a card will show when another is merged into it. */
    static Customer joined(Customer kept, Customer gone, Set<String> lends) {
        List<CustomerFlag> flags = new ArrayList<>(kept.flags());
        gone.flags().stream().filter(flag -> !flags.contains(flag)).forEach(flags::add);
        return new Customer(
                kept.reference(),
                part(Part.NAME, kept, gone, lends),
                part(Part.COMPANY, kept, gone, lends),
                part(Part.EMAIL, kept, gone, lends),
                part(Part.PHONE, kept, gone, lends),
                part(Part.TAX_ID, kept, gone, lends),
                kept.earlierOrders() + gone.earlierOrders(),
                kept.refusedParcels() + gone.refusedParcels(),
                flags);
    }

    private static String part(Part part, Customer kept, Customer gone, Set<String> lends) {
        return part.of(lends.contains(part.code()) ? gone : kept);
    }
}
