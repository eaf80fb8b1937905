package okienko.payments.notifications;

import java.util.List;
import java.util.Map;
import okienko.payments.notifications.Notification.State;
import okienko.ui.Page;
import okienko.ui.Words;
import okienko.vocabulary.Money;
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

    /** What is wrong with it; of a wrong amount, {@link Cashier} keeps what the order costs. */
    static String trouble(Notification notification) {
        String[] due = notification.trouble().split(" ", -1);
        return notification.state() == State.MISMATCH && due.length == 2
                ? Words.t("notifications.expected", Words.money(Money.of(due[0], due[1])))
                : notification.trouble();
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
