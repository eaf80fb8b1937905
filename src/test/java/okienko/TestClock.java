package okienko;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The office's clock in tests: runs with the real time until a test sets it; the real time again for the next test. */
public final class TestClock extends Clock {

    private volatile Clock current = Clock.systemUTC();

    /** Stops the clock at {@code now}. */
    public void set(Instant now) {
        current = Clock.fixed(now, current.getZone());
    }

    /** Moves the clock on, whether it runs or stands. */
    public void advance(Duration by) {
        current = Clock.offset(current, by);
    }

    /** Back to the real time. */
    public void reset() {
        current = Clock.systemUTC();
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return current.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return current.withZone(zone);
    }
}
