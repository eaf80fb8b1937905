package okienko.payments.notifications;

import java.security.Principal;
import java.util.Arrays;
import java.util.Map;
import okienko.payments.notifications.Notification.State;
import okienko.ui.Notice;
import org.jspecify.annotations.Nullable;
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
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        Map<State, Integer> counts = notifications.counts();
        State shown = state != null ? state : firstWaiting(counts);
        return new NotificationsPage(shown, notifications.list(shown, before), counts, before < Long.MAX_VALUE);
    }

    /** Whoever comes without saying what for wants to see what there is to do. */
    private static State firstWaiting(Map<State, Integer> counts) {
        return Arrays.stream(State.values())
                .filter(state -> state.waits() && counts.containsKey(state))
                .findFirst()
                .orElse(State.MISMATCH);
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
