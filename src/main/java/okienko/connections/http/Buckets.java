package okienko.connections.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okienko.connections.Pace;
import okienko.connections.PlatformTrouble;

/** Keeps to the platforms' paces: a bucket of requests for each connection. */
final class Buckets {

    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

    Bucket of(long shop, Pace pace) {
        return buckets.compute(
                shop, (_, known) -> known == null || !known.pace.equals(pace) ? new Bucket(pace) : known);
    }

    /** Requests that may be sent now, and when the next one may. */
    static final class Bucket {

        /** A longer wait is not worth a thread: whoever asks is told to come back. */
        private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

        private final Pace pace;
        private double left;
        private long countedAt = System.nanoTime();

        Bucket(Pace pace) {
            this.pace = pace;
            this.left = pace.burst();
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

        private synchronized Duration reserve() {
            long now = System.nanoTime();
            left = Math.min(
                    pace.burst(),
                    left + (now - countedAt) / (double) pace.each().toNanos());
            countedAt = now;
            Duration wait = left >= 1
                    ? Duration.ZERO
                    : Duration.ofNanos((long) ((1 - left) * pace.each().toNanos()));
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                throw PlatformTrouble.limited("the office keeps to " + pace.each() + " a request", wait);
            }
            left -= 1;
            return wait;
        }
    }
}
