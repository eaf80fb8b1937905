package okienko.desk.list;

import java.time.Instant;
import okienko.ordercontrol.ControlledOrder;
import okienko.work.WorkItem;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list.
 *
 * @param item the work it is, while a person is needed
 * @param claimedBy name of whoever has it now; null when it is free
 * @param assignedTo name of whoever it was handed to; null when it was handed to nobody
 */
record OrderRow(
        ControlledOrder order,
        @Nullable WorkItem item,
        @Nullable String claimedBy,
        @Nullable String assignedTo) {

    /** How soon somebody must look: the deadline of what waits, or what is due. */
    @Nullable
    Instant due() {
        if (order.deadline() != null) return order.deadline();
        return item == null ? null : item.dueAt();
    }
}
