package okienko.orders;

import java.util.List;

/** What orders announce, inside the transaction in which it happens. */
public sealed interface OrderEvent {

    List<OrderId> orders();

    /** Orders that were not known before; one that arrives already cancelled is announced as cancelled right after. */
    record Received(List<OrderId> orders) implements OrderEvent {}

    /** Orders the channel or a consultant changed. */
    record Revised(List<OrderId> orders) implements OrderEvent {}

    /** Orders that are no longer wanted. */
    record Cancelled(List<OrderId> orders) implements OrderEvent {}

    /** Orders of the demo shop that go for good; announced just before, so that nobody holds on to what is gone. */
    record Removed(List<OrderId> orders) implements OrderEvent {}
}
