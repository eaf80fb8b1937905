package okienko.connections;

import java.time.Duration;

/**
 * How fast a platform lets itself be asked: a bucket of requests that fills again one by one.
 *
 * @param burst requests at once when nothing was asked for long
 * @param each how long one request takes to come back
 */
public record Pace(int burst, Duration each) {

    public Pace {
        if (burst < 1 || each.isNegative() || each.isZero()) {
            throw new IllegalArgumentException(
                    "a pace needs a burst of 1 or more and a time above 0: " + burst + ", " + each);
        }
    }

    /** So many a minute, a fifth of them at once. */
    public static Pace perMinute(int requests) {
        return new Pace(Math.max(1, requests / 5), Duration.ofMinutes(1).dividedBy(requests));
    }
}
