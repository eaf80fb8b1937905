package okienko.desk.list;

import java.util.List;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the list: the page's own, those that follow, or some read again because they changed.
 *
 * @param next where the lines after these begin; null when there are none
 */
record OrderRowsPart(
        Question question, List<OrderRow> rows, @Nullable String next) implements Page {

    /** Every page of the list is a part of its own, read again when orders change. */
    String id() {
        return rows.isEmpty() ? "rows" : "rows-" + rows.getFirst().order().id();
    }

    String ids() {
        return String.join(
                ",", rows.stream().map(row -> row.order().id().toString()).toList());
    }

    /** The question as one value of an address. */
    String encoded() {
        return encoded(question.query());
    }

    /** What to ask for the lines after these. */
    String more() {
        String query = question.query();
        return "?" + (query.isEmpty() ? "" : query + "&") + "after=" + encoded(String.valueOf(next));
    }

    /** How many columns a line has. */
    int columns() {
        return question.deadlines() ? 10 : 9;
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
