package okienko.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import okienko.orders.OrderKey;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Movements of money, newest first.
 *
 * @param order the order a payment is about to be recorded for; empty when none
 * @param waiting how many movements nobody has placed
 */
record PaymentsPage(
        String query, boolean unplaced, String order, List<Row> rows, boolean more, boolean later, int waiting)
        implements Page {

    record Row(long id, OrderPayment movement, String by) {

        String reference() {
            OrderKey key = movement.order();
            return key == null ? "" : key.channel() + ":" + key.externalId();
        }

        String path() {
            return "/orders/of/" + URLEncoder.encode(reference(), UTF_8);
        }
    }

    @Nullable
    String next() {
        return more ? first() + "&before=" + rows.getLast().id() : null;
    }

    @Nullable
    String previous() {
        return later ? first() : null;
    }

    private String first() {
        return "/payments?q=" + URLEncoder.encode(query, UTF_8) + "&unplaced=" + unplaced;
    }
}
