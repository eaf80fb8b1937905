package okienko.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of an article is there and on its way, as a warehouse reports it.
 *
 * @param dueOn the day the due quantity is expected; null when none is due
 */
public record StockLevel(
        String sku, int onHand, int dueQuantity, @Nullable LocalDate dueOn) {

    /** What can be promised when nothing is reserved. */
    public Availability availability() {
        return new Availability(onHand, 0, dueQuantity, dueOn);
    }
}
