package okienko.ordercontrol.engine;

import java.util.List;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.holds.KeptHold;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.StoredOrder;

/**
 * An order on the table: what it says, where it stands, and its holds so far.
 *
 * @param row as it stood when its row was locked
 */
record Case(StoredOrder stored, ControlledOrder row, List<KeptHold> holds, String cause) {

    OrderId id() {
        return stored.id();
    }

    Order order() {
        return stored.order();
    }

    String reference() {
        return order().key().channel() + ":" + order().key().externalId();
    }

    boolean first() {
        return row.revision() == 0;
    }

    boolean revised() {
        return row.revision() != stored.revision();
    }

    boolean cancelledByChannel() {
        return order().status() == Order.Status.CANCELLED;
    }
}
