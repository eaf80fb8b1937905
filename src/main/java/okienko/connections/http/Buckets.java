package okienko.connections.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okienko.connections.Operation;
import okienko.connections.Pace;
import okienko.connections.PlatformTrouble;

/** Keeps to the platforms' paces: a bucket of requests for each connection, and for each operation limited by itself. */
final class Buckets {

    private record Key(long shop, String operation) {}

    private final Clock clock;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    Buckets(Clock clock) {
        this.clock = clock;
    }

    Bucket of(long shop, Operation operation) {
        Pace pace = operation.pace();
        return buckets.compute(
                new Key(shop, operation.name()),
                (_, known) -> known == null || !known.pace.equals(pace) ? new Bucket(pace, clock) : known);
    }

    /** Requests that may be sent now, and when the next one may. */
    static final class Bucket {

        /** A longer wait is not worth a thread: whoever asks is told to come back. */
        private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

        private final Pace pace;
        private final Clock clock;
        private Duration each;
        private double left;
        private Instant countedAt;

        Bucket(Pace pace, Clock clock) {
            this.pace = pace;
            this.clock = clock;
            this.each = pace.each();
            this.left = pace.burst();
            this.countedAt = clock.instant();
        }

        /** Takes a request, waiting a little for it if need be. */
        void take() {
            Duration wait = reserve();
            if (wait.isZero()) return;
            try {
                Thread.sleep(wait);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw PlatformTrouble.unavailable("interrupted while the office was stopping");
            }
        }

        /** Whether a request may be sent now, or in a moment. */
        synchronized boolean ready() {
            return untilNext().compareTo(LONGEST_WAIT) <= 0;
        }

        /** Fills at another pace from now on. */
        synchronized void allow(Duration other) {
            untilNext();
            each = other;
        }

        private synchronized Duration reserve() {
            Duration wait = untilNext();
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                throw PlatformTrouble.limited("the office keeps to " + each + " a request", wait);
            }
            left -= 1;
            return wait;
        }

        private Duration untilNext() {
            Instant now = clock.instant();
            // a clock that was set back fills nothing
            double passed = Math.max(0, Duration.between(countedAt, now).toNanos());
            left = Math.min(pace.burst(), left + passed / each.toNanos());
            countedAt = now;
            return left >= 1 ? Duration.ZERO : Duration.ofNanos((long) ((1 - left) * each.toNanos()));
        }
    }
}
