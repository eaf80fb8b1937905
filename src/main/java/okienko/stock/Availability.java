package okienko.stock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much of one article can be promised.
 *
 * @param onHand pieces in the warehouse
 * @param reserved pieces promised to other orders, never to the one being controlled
 * @param dueQuantity pieces on their way from the supplier, 0 when none
 * @param dueOn the day they are expected; null when none are due
 */
public record Availability(
        int onHand, int reserved, int dueQuantity, @Nullable LocalDate dueOn) {

    public static final Availability NONE = new Availability(0, 0, 0, null);

    /** On hand of what its shop sells without counting it: it is never short. */
    static final int UNCOUNTED = 1_000_000_000;

    public int free() {
        return Math.max(0, onHand - reserved);
    }

    /** Whether nobody counts the article, so that it is always there. */
    public boolean uncounted() {
        return onHand >= UNCOUNTED;
    }
}
