package okienko.customers.merging;

import java.util.List;
import okienko.customers.Customer;
import okienko.customers.merging.Merges.Pair;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of two cards, field by field, before it happens; before that, the card to choose.
 *
 * @param query what was typed to find the other card
 * @param pair null until the other card is chosen
 * @param lends the parts of which the other card's is taken, by their codes
 */
record MergePage(
        long id,
        Customer card,
        String query,
        List<Hit> hits,
        @Nullable Pair pair,
        List<String> lends,
        String reason) implements Page {

    record Hit(long id, Customer customer) {}

    static List<Part> parts() {
        return List.of(Part.values());
    }

    /** Whether both cards say the same, so that there is nothing to choose. */
    static boolean same(Part part, Pair pair) {
        return part.of(pair.kept()).equals(part.of(pair.gone()));
    }

    static Customer after(Pair pair) {
        return Merged.joined(pair.kept(), pair.gone(), java.util.Set.of());
    }
}
