package okienko.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/** One article: what it is, how much is there, to whom it is promised. */
record ArticlePage(
        String sku,
        @Nullable Article article,
        StockLevel level,
        Availability availability,
        List<Reservation> reservations,
        @Nullable Shop shop)
        implements Page {

    /** The connected shop that counts the article, and what it said. */
    record Shop(String channel, int free, Instant asked) {}

    /**
     * Pieces promised to an order.
     *
     * @param until when the promise ends by itself; null: when the order has left
     * @param lapsedAt when it ended; null: it stands
     */
    record Reservation(
            String order,
            int quantity,
            @Nullable Instant until,
            @Nullable Instant lapsedAt) {
        String path() {
            return "/orders/of/" + URLEncoder.encode(order, UTF_8);
        }
    }
}
