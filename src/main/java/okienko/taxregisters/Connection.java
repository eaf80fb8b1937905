package okienko.taxregisters;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a register is reached, and how that has been going.
 *
 * @param ownNumber our own VAT number, with which VIES gives a consultation number; empty without one
 * @param outages how often in a row it did not answer
 * @param restingUntil it is left alone until then; null: it can be asked
 */
record Connection(
        Register register,
        boolean active,
        String address,
        String ownNumber,
        int outages,
        @Nullable Instant restingUntil,
        @Nullable Instant answeredAt,
        String lastError,
        @Nullable Instant lastErrorAt) {

    private static final Duration SHORTEST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(30);
    private static final int DOUBLINGS_MAX = 10;

    boolean canBeAsked(Instant now) {
        return active && (restingUntil == null || !restingUntil.isAfter(now));
    }

    /** How long to leave it alone after this many outages in a row: each time twice as long. */
    static Duration rest(int outages) {
        Duration doubled = SHORTEST_REST.multipliedBy(1L << Math.min(outages, DOUBLINGS_MAX));
        return doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled;
    }
}
