package okienko.ordercontrol.evaluations;

import java.time.Instant;
import java.util.function.Supplier;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Verdict;
import okienko.orders.OrderId;
import okienko.orders.Revisions;

/**
 * An evaluation as a reader of many gets it: the facts stay packed until somebody asks.
 *
 * @param channel the order's
 * @param cancelled whether the order is cancelled by now
 * @param packed reads the facts
 */
public record Look(
        OrderId order,
        String channel,
        boolean cancelled,
        int revision,
        Instant at,
        int rulesVersion,
        Verdict verdict,
        Supplier<Facts> packed) {

    public Revisions.Key key() {
        return new Revisions.Key(order, revision);
    }

    /** What control saw; read anew each time. */
    public Facts facts() {
        return packed.get();
    }
}
