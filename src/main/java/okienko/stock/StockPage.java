package okienko.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/** Articles found, in order of SKU. */
record StockPage(String query, List<Row> rows, boolean more, boolean later) implements Page {

    /** One article; null where the catalogue does not have it. */
    record Row(String sku, @Nullable Article article, Availability availability) {

        String path() {
            return "/stock/article?sku=" + URLEncoder.encode(sku, UTF_8);
        }
    }

    @Nullable
    String next() {
        return more
                ? "/stock?q=" + URLEncoder.encode(query, UTF_8) + "&after="
                        + URLEncoder.encode(rows.getLast().sku(), UTF_8)
                : null;
    }

    @Nullable
    String first() {
        return later ? "/stock?q=" + URLEncoder.encode(query, UTF_8) : null;
    }
}
