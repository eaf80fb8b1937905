package okienko.connections;

import com.sun.net.httpserver.HttpExchange;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes wrong with a stub's answers on their way, as a test tells it: lost ones were made, and whatever was asked for was
 * done; of garbled ones half comes. Signing in is spared: a refresh token whose answer is lost is lost for good, and then a
 * person has to let the office in again.
 */
final class Faults {

    private static final ThreadLocal<Boolean> LOST = ThreadLocal.withInitial(() -> false);
    private static final ThreadLocal<Boolean> GARBLED = ThreadLocal.withInitial(() -> false);

    private final AtomicInteger losing = new AtomicInteger();
    private final AtomicInteger garbling = new AtomicInteger();

    void lose(int number) {
        losing.set(number);
    }

    /** Of questions only: what was written was understood. */
    void garble(int number) {
        garbling.set(number);
    }

    /** A request has come. */
    void meet(HttpExchange exchange, String body) {
        boolean spared = exchange.getRequestURI().getPath().contains("auth") || body.contains("login(");
        boolean asks = exchange.getRequestMethod().equals("GET")
                || body.startsWith("method=get")
                || body.startsWith("{\"query\":\"query");
        LOST.set(!spared && one(losing));
        GARBLED.set(!spared && asks && one(garbling));
    }

    private static boolean one(AtomicInteger left) {
        return left.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
    }

    /** Whether the answer this thread sends gets nowhere. */
    static boolean lost() {
        return LOST.get();
    }

    /** What of the answer this thread sends arrives. */
    static String arriving(String body) {
        return GARBLED.get() ? body.substring(0, body.length() / 2) : body;
    }
}
