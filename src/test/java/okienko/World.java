package okienko;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The named world of the tests: people, shops and orders that more than one test needs, each made through the office's
 * own doors. Add to it what reads well in a sentence: {@code world.heldOrder()}, {@code world.ania()}.
 */
public class World {

    private static final String RUN = Long.toString(System.currentTimeMillis() / 1000, 36);
    private final AtomicInteger last = new AtomicInteger();

    /** A name nobody in this database has: for channels, SKUs, logins, external ids. */
    public String unique(String prefix) {
        return prefix + "-" + RUN + "-" + last.incrementAndGet();
    }

    /** A channel of its own, so that a test never meets another test's orders. */
    public String channel() {
        return unique("shop");
    }
}
