package okienko.orders.addresses;

import okienko.orders.OrderKey;
import okienko.orders.Orders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Leads whoever knows an order by its channel to its page: modules below this one link to orders so. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class OrderAddress {

    private final Orders orders;

    OrderAddress(Orders orders) {
        this.orders = orders;
    }

    /** @param reference {@code channel:externalId} */
    @GetMapping("/orders/of/{reference}")
    RedirectView of(@PathVariable String reference) {
        int colon = reference.indexOf(':');
        if (colon < 1 || colon == reference.length() - 1) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        var key = new OrderKey(reference.substring(0, colon), reference.substring(colon + 1));
        var order = orders.find(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new RedirectView("/orders/" + order.id());
    }
}
