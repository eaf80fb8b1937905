package okienko.ordercontrol;

import java.time.Instant;
import okienko.orders.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * A finding that blocks an order, and how it ended.
 *
 * @param revision of the order it was found in
 * @param rulesVersion of the rule set it was found under
 * @param shadow whether it only records what the check would have held
 * @param closedBy login of who settled it; null while open, or when it cleared by itself
 * @param note what was said when it was settled
 */
public record Hold(
        long id,
        OrderId order,
        Finding finding,
        int revision,
        int rulesVersion,
        boolean shadow,
        State state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        String note) {

    /** The life of a hold. */
    public enum State {
        OPEN,
        /** A consultant looked and says it is fine. */
        RESOLVED,
        /** A re-check no longer finds it. */
        CLEARED,
        /** The order was released in spite of it. */
        OVERRIDDEN
    }

    public boolean blocks() {
        return state == State.OPEN && !shadow;
    }
}
