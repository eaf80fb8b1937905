package okienko.connections;

import java.time.Instant;
import java.util.List;
import okienko.orders.Order;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a platform says what it sells and how much of it is left. One class beside the platform's own, without state; every
 * one passes the same contract test. Whatever goes wrong on the way is a {@link PlatformTrouble}.
 */
public interface StockSource {

    /**
     * One article, as it is sold: of a product with variants each variant is one.
     *
     * @param id the platform's own
     * @param sku as the platform's orders name it; empty: it has none
     * @param price gross, of one piece; null: the platform does not say it so
     * @param free what could still be sold, with the platform's own orders taken off; below 0 when more was sold than there
     *     was; null: the article is not counted
     */
    record Article(
            String id,
            String sku,
            String name,
            @Nullable Money price,
            @Nullable Integer free) {}

    /**
     * What one reading gave. An article may come twice in a round.
     *
     * @param cursor where to read on
     * @param more whether there is more in this round
     */
    record Page(List<Article> articles, String cursor, boolean more) {
        public Page {
            articles = List.copyOf(articles);
        }
    }

    /** Reads on from there; an empty cursor begins a round. The same cursor again gives what there is now. */
    Page read(Access access, String cursor);

    /** When the platform took an order's pieces off what it says is free. */
    default Instant takenOff(Order order) {
        return order.placedAt();
    }
}
