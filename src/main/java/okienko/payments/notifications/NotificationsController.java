package okienko.payments.notifications;

import java.security.Principal;
import okienko.payments.notifications.Notification.State;
import okienko.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What providers notified of, and settling what needs a person. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class NotificationsController {

    private final Notifications notifications;
    private final Cashier cashier;

    NotificationsController(Notifications notifications, Cashier cashier) {
        this.notifications = notifications;
        this.cashier = cashier;
    }

    @GetMapping("/payments/notifications")
    NotificationsPage list(
            @RequestParam(defaultValue = "MISMATCH") State state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return new NotificationsPage(
                state, notifications.list(state, before), notifications.counts(), before < Long.MAX_VALUE);
    }

    @PostMapping("/payments/notifications/{id}/settlement")
    String settle(@PathVariable long id, @RequestParam String action, Principal who) {
        Notification notification =
                notifications.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean done = switch (action) {
            case "book" -> cashier.bookAnyway(notification, who.getName());
            case "repeat" -> cashier.repeat(notification, who.getName());
            default -> cashier.settle(notification, who.getName());
        };
        if (done) Notice.done("notifications.settled");
        else Notice.problem("notifications.settled-already");
        return "redirect:/payments/notifications?state=" + notification.state();
    }
}
