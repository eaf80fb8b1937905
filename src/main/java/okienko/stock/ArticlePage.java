package okienko.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/** One article: what it is, how much is there, to whom it is promised. */
record ArticlePage(
        String sku,
        @Nullable Article article,
        StockLevel level,
        Availability availability,
        List<Reservation> reservations)
        implements Page {

    /** Pieces promised to an order. */
    record Reservation(String order, int quantity) {
        String path() {
            return "/orders/of/" + URLEncoder.encode(order, UTF_8);
        }
    }
}
