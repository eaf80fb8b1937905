package okienko.ordercontrol.backtest;

import java.util.List;
import java.util.Map;
import okienko.orders.OrderId;

/**
 * What a back-test found.
 *
 * @param orders orders looked at
 * @param unknown orders of that time of which it is not kept, or no longer, what control saw
 * @param concerned orders the rules that differ say different things about
 * @param heldBefore orders the current rules send to a person
 * @param heldAfter orders the other rules would send to a person
 * @param waitingBefore orders still waiting for something to clear by itself under the current rules
 */
record Answer(
        int orders,
        int unknown,
        int concerned,
        int heldBefore,
        int heldAfter,
        int waitingBefore,
        int waitingAfter,
        Side newlyHeld,
        Side noLongerHeld) {

    /** Orders named one by one on either side; the rest is only counted. */
    public static final int MOST_NAMED = 2_000;

    /**
     * The orders held by one of the two rule sets only.
     *
     * @param corrected of these, how many a consultant did in fact correct
     * @param cancelled of these, how many a consultant did in fact cancel
     * @param byReason orders by what they are held for, most first; an order with two reasons counts in both
     * @param named the newest of them
     */
    public record Side(int orders, int corrected, int cancelled, Map<String, Integer> byReason, List<Named> named) {}

    /** One order, and what it is held for. */
    public record Named(OrderId order, List<String> reasons) {}

    /** Share of the orders looked at that the current rules hold, from 0 to 1. */
    public double shareBefore() {
        return share(heldBefore);
    }

    /** Share of the orders looked at that the other rules would hold, from 0 to 1. */
    public double shareAfter() {
        return share(heldAfter);
    }

    private double share(int held) {
        return orders == 0 ? 0 : (double) held / orders;
    }
}
