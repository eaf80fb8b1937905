package okienko.desk.order;

import okienko.orders.OrderId;
import okienko.ui.Page;
import okienko.work.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * Who has the order; renewed while the page is open.
 *
 * @param item the open work item; null when the order needs nobody
 * @param agent login of the viewer
 * @param holder name of whoever has it
 * @param assigned name of whoever it was handed to
 * @param opening whether the page is just being opened: then a free order is taken
 */
record ClaimPart(
        OrderId order,
        @Nullable WorkItem item,
        String agent,
        @Nullable String holder,
        @Nullable String assigned,
        boolean opening)
        implements Page {

    /** The same for a page that is open already: what becomes free under one's eyes is not grabbed. */
    ClaimPart watching() {
        return new ClaimPart(order, item, agent, holder, assigned, false);
    }

    /** Whether the viewer has it. */
    boolean mine() {
        return item != null && agent.equals(item.claimedBy());
    }

    /** Whether a colleague has it. */
    boolean taken() {
        return item != null && item.claimedBy() != null && !mine();
    }

    boolean free() {
        return item != null && item.claimedBy() == null;
    }

    /** Whether opening the page is taking the order: not one that was handed to a colleague, perhaps a moment ago. */
    boolean grabs() {
        return opening && item != null && (item.assignedTo() == null || agent.equals(item.assignedTo()));
    }
}
