package okienko.desk;

import okienko.ordercontrol.ControlEvent;
import okienko.orders.OrderEvent;
import okienko.orders.OrderId;
import okienko.ui.Live;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells open screens when what they show has changed. */
@Component
class DeskSignals {

    /** In a burst nobody reads single orders; the lists are told anyway. */
    private static final int MOST_SINGLE_ORDERS = 20;

    private final Live live;

    DeskSignals(Live live) {
        this.live = live;
    }

    @EventListener
    void controlled(ControlEvent event) {
        changed(event.orders());
    }

    @EventListener
    void came(OrderEvent event) {
        changed(event.orders());
    }

    private void changed(java.util.List<OrderId> orders) {
        live.signal("orders");
        orders.stream().limit(MOST_SINGLE_ORDERS).forEach(order -> live.signal("order-" + order));
    }
}
