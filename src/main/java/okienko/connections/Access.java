package okienko.connections;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What a platform's class has of one connection: where it is, with what one gets in, and the way there. */
public interface Access {

    /** The connection's number. */
    long shop();

    /** An address below the connection's own, {@code /wp-json/wc/v3/orders?page=1}. */
    URI at(String path);

    /** A credential as it was entered; empty where it was left out. */
    String credential(String name);

    /** The time by the office's clock. */
    Instant now();

    /**
     * Asks, at the platform's pace. Answers that say "not now" or "not you" are a {@link PlatformTrouble}; all others are
     * for the caller to understand.
     */
    Reply send(HttpRequest.Builder request);

    /** Asks likewise, at the pace of this operation instead of the platform's. */
    Reply send(HttpRequest.Builder request, Operation operation);

    /** Whether an operation may be asked for without a wait that is not worth it. */
    boolean ready(Operation operation);

    /** Notes how long a request of an operation takes to come back, as the platform says. */
    void allow(Operation operation, Duration each);

    /**
     * Tokens the platform gave, as they are stored if they will do, otherwise new ones, which are stored at once. Only one
     * worker renews at a time, and whoever waited gets what the first one was given: a refresh token that rotates is never
     * used twice.
     */
    Map<String, String> tokens(Predicate<Map<String, String>> usable, UnaryOperator<Map<String, String>> renew);

    /** Tokens that were given on the way to a shop that is not connected yet, to be kept once it is. */
    Map<String, String> given();

    /** Notes what the platform says is left of its limit, for the page. */
    void quota(String text);

    /** Notes how long the platform is to be left alone before much is asked of it again; zero: not at all. */
    void rest(Duration wait);

    /** How long it is to be left alone now. */
    Duration rest();
}
