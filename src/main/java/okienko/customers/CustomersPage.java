package okienko.customers;

import java.util.List;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/** Customers found, newest first. */
record CustomersPage(String query, List<Row> rows, boolean more, boolean later) implements Page {

    record Row(long id, Customer customer) {}

    @Nullable
    String next() {
        return more ? "/customers?before=" + rows.getLast().id() + "&q=" + encoded() : null;
    }

    @Nullable
    String first() {
        return later ? "/customers?q=" + encoded() : null;
    }

    private String encoded() {
        return java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    }
}
