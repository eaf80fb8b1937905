package okienko.payments.settlements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import okienko.payments.settlements.Settlement.State;
import okienko.ui.Page;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Settlements of one state, newest first. */
record SettlementsPage(State state, List<Row> rows, Map<State, Integer> counts, int from) implements Page {

    /**
     * One parcel.
     *
     * @param order channel and id; empty when no order was found
     * @param due what the order was to bring
     */
    record Row(
            Settlement settlement, String order, @Nullable Money due) {

        String path() {
            return "/orders/of/" + URLEncoder.encode(order, UTF_8);
        }
    }

    int count(State of) {
        return counts.getOrDefault(of, 0);
    }

    boolean nothingYet() {
        return counts.isEmpty();
    }

    @Nullable
    String next() {
        return rows.size() < Settlements.PAGE ? null : first() + "&from=" + (from + Settlements.PAGE);
    }

    @Nullable
    String previous() {
        return from == 0 ? null : first() + "&from=" + Math.max(0, from - Settlements.PAGE);
    }

    private String first() {
        return "/payments/settlements?state=" + state;
    }
}
