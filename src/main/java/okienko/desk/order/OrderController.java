package okienko.desk.order;

import java.util.Optional;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows an order. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class OrderController {

    private final OrderViews views;
    private final ControlledOrders controlled;
    private final Orders orders;

    OrderController(OrderViews views, ControlledOrders controlled, Orders orders) {
        this.views = views;
        this.controlled = controlled;
        this.orders = orders;
    }

    /**
     * The order.
     *
     * @param list the question of the list it was opened from
     * @param edit the form to open: a section, or what is to be done
     * @param focus the field to begin with
     */
    @GetMapping("/orders/{id:\\d+}")
    OrderPage show(
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String edit,
            @RequestParam(defaultValue = "") String focus,
            Authentication agent) {
        return views.page(id, list, Draft.opened(edit, focus), agent.getName())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The order as it stands now, for a page that shows it. */
    @GetMapping("/orders/{id:\\d+}/live")
    OrderPart live(@PathVariable OrderId id, @RequestParam(defaultValue = "") String list, Authentication agent) {
        return views.page(id, list, Draft.NONE, agent.getName())
                .map(OrderPage::watching)
                .map(OrderPart::new)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** An order by the channel's own number, for links from elsewhere. */
    @GetMapping("/orders/of/{channel}/{externalId}")
    String of(@PathVariable String channel, @PathVariable String externalId) {
        return controlled
                .find(new okienko.orders.OrderKey(channel, externalId))
                .map(order -> "redirect:/orders/" + order.id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whether the order has changed since a form was opened on it. */
    @GetMapping("/orders/{id:\\d+}/changed")
    ChangedPart changed(@PathVariable OrderId id, @RequestParam long version) {
        Optional<ControlledOrder> now = controlled.find(id);
        return new ChangedPart(now.isPresent() && now.get().version() != version);
    }

    /** Every revision with what it changed, and what the channel sent. */
    @GetMapping("/orders/{id:\\d+}/revisions")
    RevisionsPage revisions(@PathVariable OrderId id) {
        ControlledOrder order =
                controlled.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return RevisionsPage.of(order, orders.history(id), orders::payload);
    }
}
