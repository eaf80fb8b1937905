package okienko.payments.notifications;

import java.util.List;
import java.util.Map;
import okienko.payments.notifications.Notification.State;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/** Notifications of one state, newest first. */
record NotificationsPage(State state, List<Notification> notifications, Map<State, Integer> counts, boolean later)
        implements Page {

    int count(State of) {
        return counts.getOrDefault(of, 0);
    }

    boolean nothingYet() {
        return counts.isEmpty();
    }

    static String provider(Notification notification) {
        return Providers.named(notification.provider()).map(Provider::label).orElse(notification.provider());
    }

    @Nullable
    String next() {
        return notifications.size() < Notifications.PAGE
                ? null
                : first() + "&before=" + notifications.getLast().id();
    }

    @Nullable
    String previous() {
        return later ? first() : null;
    }

    private String first() {
        return "/payments/notifications?state=" + state;
    }
}
