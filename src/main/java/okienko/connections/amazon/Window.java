package okienko.connections.amazon;

import java.time.Duration;
import java.time.Instant;

/**
 * How far reading has come. Amazon's orders are listed between two times, in an order it does not promise, and the pages of a
 * list hang on a token that is good for a day; so a list is read to its end, and the next one begins a little before that.
 *
 * @param from orders that changed at or after this
 * @param until and at or before this; the same as {@code from} until a list is begun
 * @param token of the list's next page; empty: its first
 */
record Window(Instant from, Instant until, String token) {

    /** Amazon shows what changed two minutes later at the most, and refuses to list what is younger. */
    private static final Duration UNSETTLED = Duration.ofMinutes(2);

    private static final Duration OVERLAP = Duration.ofMinutes(3);
    private static final Duration TOKEN_LASTS = Duration.ofHours(24);

    static Window at(Instant from) {
        return new Window(from, from, "");
    }

    static Window read(String text) {
        String[] parts = text.split("\\|", 3);
        return new Window(Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2]);
    }

    String text() {
        return from + "|" + until + "|" + token;
    }

    /** The list to read now: the one that was begun, or all that has settled since. */
    Window current(Instant now) {
        return token.isEmpty() ? new Window(from, now.minus(UNSETTLED), "") : this;
    }

    /** Whether there is any time between the two. */
    boolean open() {
        return until.isAfter(from);
    }

    /** Whether the token cannot be good any more. */
    boolean expired(Instant now) {
        return !token.isEmpty() && until.plus(TOKEN_LASTS).isBefore(now);
    }

    Window next(String nextToken) {
        if (!nextToken.isEmpty()) return new Window(from, until, nextToken);
        Instant back = until.minus(OVERLAP);
        return at(back.isAfter(from) ? back : from);
    }
}
