package okienko.ordercontrol.reports;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one rule's holds of a time came to. A hold ended in one way, so the five figures after {@code holds} add up to it.
 *
 * @param reason the rule's code
 * @param orders orders it held
 * @param unchanged holds a consultant settled or released in spite of, the order staying as it was
 * @param changed holds that went because somebody changed the order
 * @param cancelled holds that went because the order was cancelled
 * @param cleared holds that went by themselves: money or stock came, a rule was changed
 * @param open holds nobody has settled yet
 * @param medianToSettle from held to settled, where a person settled it; null when none was
 * @param work consultants' time with the orders, shared among the rules that held one; null when nobody claimed any
 */
record RuleReport(
        String reason,
        int orders,
        int holds,
        int unchanged,
        int changed,
        int cancelled,
        int cleared,
        int open,
        @Nullable Duration medianToSettle,
        @Nullable Duration work) {

    /** Fewer settled holds than this say nothing about a rule. */
    static final int ENOUGH = 20;

    /** A rule of which so many are let go as they are only costs time. */
    static final double USELESS = 0.95;

    /** Holds a person decided on. */
    int settled() {
        return unchanged + changed + cancelled;
    }

    /** Share of the settled ones that were let go as they were, from 0 to 1. */
    double shareUnchanged() {
        return settled() == 0 ? 0 : (double) unchanged / settled();
    }

    /** Nearly everything it holds is let go as it is: better only watch. */
    boolean useless() {
        return settled() >= ENOUGH && shareUnchanged() >= USELESS;
    }
}
