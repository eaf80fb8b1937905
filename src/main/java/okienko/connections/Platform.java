package okienko.connections;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.shops.OrderFormat;
import okienko.shops.OrderFormats;

/**
 * A kind of shop or marketplace. One class each, without state; every one passes the same contract test. Whatever goes
 * wrong on the way to it is a {@link PlatformTrouble}.
 */
public interface Platform {

    /** What it is called in the tables and in the word {@code connections.platform.<name>}. */
    String name();

    /** The format its orders are in. */
    default OrderFormat format() {
        return OrderFormats.named(name()).orElseThrow();
    }

    /** What somebody has to enter to connect, in order; each has the word {@code connections.credential.<name>}. */
    List<Credential> credentials();

    /** How fast it may be asked. */
    Pace pace();

    /** How often it is asked for news unless somebody says otherwise. */
    default Duration interval() {
        return Duration.ofSeconds(60);
    }

    /** Asks something that needs every right the office needs. */
    void test(Access access);

    /** Where reading begins, so that nothing changed at or after that time is left out. */
    String begin(Access access, Instant from);

    /** Reads on from there. The same cursor again must give at least what it gave before. */
    Batch read(Access access, String cursor);

    /** How many orders {@link #reread} takes at once. */
    int rereadMost();

    /** Reads these orders as they are now; those that are no more are left out. */
    List<byte[]> reread(Access access, List<String> externalIds);

    /** What it can be told; a connection chooses among these. */
    default Set<WriteBack.Kind> writes() {
        return Set.of();
    }

    /** Whether a connection with these credentials can be told this; states that are the shop's own have to be chosen first. */
    default boolean takes(WriteBack.Kind kind, String text, Map<String, String> credentials) {
        return writes().contains(kind);
    }

    /** Tells the shop. */
    default WriteBack.Answer write(Access access, WriteBack message) {
        return new WriteBack.Answer.Refused(name() + " cannot be told " + message.kind());
    }

    /** Where it says what it sells and how much is left of it; empty: it does not. */
    default Optional<StockSource> stock() {
        return Optional.empty();
    }

    /** How its calls from outside come about. */
    default Subscription.Way calls() {
        return Subscription.Way.BY_HAND;
    }

    /** The credential by which it signs its calls. */
    default String secret() {
        return "hookSecret";
    }

    /** Has the platform call that address about orders; what stands already stays as it is. */
    default Subscription subscribe(Access access, URI address) {
        return new Subscription.Refused(name() + " cannot be asked to call " + address);
    }

    /** What a call from outside is, by its signature; see {@link Hook.Verdict}. */
    Hook.Verdict verify(Access access, Hook hook);
}
