package okienko.ordercontrol;

import java.util.Map;

/** What a consultant can do to an order; the same for one order and for many at once. */
public sealed interface Action {

    /** Says of one hold that it is fine; the order goes on when it was the last. */
    record Resolve(long hold, String note) implements Action {}

    /** Says of every hold with this reason that it is fine. */
    record ResolveReason(Reason reason, String note) implements Action {}

    /**
     * Releases, in spite of what holds are open. Of an order that changed after its release this hands the change to the
     * warehouse; to leave the warehouse what it has, resolve the hold.
     *
     * @param reason why, obligatory when holds are open
     */
    record Release(String reason) implements Action {}

    /** Says yes to what a colleague proposed. */
    record Confirm(long proposal) implements Action {}

    /** Says no to what a colleague proposed, or takes one's own proposal back. */
    record Reject(long proposal, String reason) implements Action {}

    /**
     * Corrects fields; the order is controlled again at once.
     *
     * @param values text as typed, by path of the canonical field, e.g. {@code delivery.address.postalCode},
     *     {@code lines[2].quantity}; the quantity 0 takes a line out
     */
    record Edit(Map<String, String> values) implements Action {
        public Edit {
            values = Map.copyOf(values);
        }
    }

    /** Cancels; where the warehouse has it, it is told to stop. */
    record Cancel(String reason) implements Action {}

    /** Gives the order to another queue. */
    record HandToQueue(String queue, String note) implements Action {}

    /** Gives the order to a colleague. */
    record HandToAgent(String agent, String note) implements Action {}

    /** Controls once more, with today's facts and rules. */
    record Recheck() implements Action {}
}
