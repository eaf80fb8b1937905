package okienko.ordercontrol;

import java.util.List;
import okienko.orders.OrderId;

/** What order control announces, inside the transaction that makes it so. */
public sealed interface ControlEvent {

    List<OrderId> orders();

    /** The warehouse may have these: said once in an order's life. */
    record Released(List<OrderId> orders) implements ControlEvent {}

    /** These were released before and have changed; a consultant said the warehouse is to have the change. */
    record ChangeReleased(List<OrderId> orders) implements ControlEvent {}

    /** A person has to look at these. */
    record Held(List<OrderId> orders) implements ControlEvent {}

    /** These may clear by themselves. */
    record Waiting(List<OrderId> orders) implements ControlEvent {}

    /** These are not wanted any more; where the warehouse has them, it is to stop them. */
    record Cancelled(List<OrderId> orders) implements ControlEvent {}
}
