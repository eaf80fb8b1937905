package okienko.payments.notifications;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Tells providers that their notifications were understood, again and again until they agree. A crash between their answer
 * and our noting it confirms once more, which they take for the same.
 */
@Component
@NamedInterface("timetable")
public class Confirmations {

    private static final int BATCH = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int DOUBLINGS_MAX = 9; // about a quarter of an hour
    private static final int REFUSALS_MAX = 5;
    private static final int ATTEMPTS_MAX = 300; // about three days
    private static final int LONGEST_TROUBLE = 300;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final Notifications notifications;
    private final Accounts accounts;
    private final Cashier cashier;
    private final ReentrantLock running = new ReentrantLock();

    Confirmations(Notifications notifications, Accounts accounts, Cashier cashier) {
        this.notifications = notifications;
        this.accounts = accounts;
        this.cashier = cashier;
    }

    /** Confirms what is due; one at a time. */
    public void work() {
        if (!running.tryLock()) return;
        try {
            List<Notification> due = notifications.take(BATCH);
            for (Notification each : due) confirm(each);
        } finally {
            running.unlock();
        }
    }

    private void confirm(Notification notification) {
        Optional<Account> account = accounts.find(notification.account());
        Optional<HttpRequest.Builder> request = Providers.named(notification.provider())
                .flatMap(provider -> account.flatMap(each -> provider.confirmation(notification.confirmation(), each)));
        if (request.isEmpty()) {
            cashier.givenUp(notification, "account '" + notification.account() + "' is gone");
            return;
        }
        try {
            HttpResponse<String> answer =
                    CLIENT.send(request.get().timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status / 100 == 2) {
                cashier.confirmed(notification);
            } else {
                boolean refused = status / 100 == 4 && status != 408 && status != 429;
                String said = "HTTP " + status + " " + answer.body();
                String why = said.substring(0, Math.min(said.length(), LONGEST_TROUBLE))
                        .strip();
                again(notification, why, refused ? REFUSALS_MAX : ATTEMPTS_MAX);
            }
        } catch (IOException e) {
            again(notification, e.toString(), ATTEMPTS_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the lease runs out, another try follows
        }
    }

    private void again(Notification notification, String why, int most) {
        if (notification.attempts() >= most) {
            cashier.givenUp(notification, why);
        } else {
            int doublings = Math.min(DOUBLINGS_MAX, notification.attempts() - 1);
            notifications.later(notification.id(), why, FIRST_WAIT.multipliedBy(1L << doublings));
        }
    }
}
