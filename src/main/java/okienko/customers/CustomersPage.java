package okienko.customers;

import java.util.List;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Customers found, newest first.
 *
 * @param behind the card behind which the next page begins; null: there is none
 */
record CustomersPage(String query, List<Row> rows, @Nullable Long behind, boolean later) implements Page {

    record Row(long id, Customer customer) {}

    boolean more() {
        return behind != null;
    }

    @Nullable
    String next() {
        return more() ? "/customers?before=" + behind + "&q=" + encoded() : null;
    }

    @Nullable
    String first() {
        return later ? "/customers?q=" + encoded() : null;
    }

    private String encoded() {
        return java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    }
}
