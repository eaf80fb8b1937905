package okienko.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells browsers that something changed. A signal is only a topic's name: whoever shows it fetches the part again, with its own
 * rights and language. Signalling costs two map operations, so that an import may do it for every order; the open streams look
 * for news a few times a second, which makes one signal of a burst.
 */
@Component
public class Live implements SmartLifecycle {

    private static final int MOST_TOPICS = 10_000;

    /** Topic → the number of its last signal. */
    private final Map<String, Long> topics = new ConcurrentHashMap<>();

    private final AtomicLong last = new AtomicLong();

    /** Numbers of another run of the office mean nothing in this one. */
    private final String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), Character.MAX_RADIX);

    private volatile long forgottenUpTo;
    private volatile boolean open;

    /** Tells every browser that shows {@code topic} to fetch it again; inside a transaction once that has committed. */
    public void signal(String topic) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    number(topic);
                }
            });
        } else {
            number(topic);
        }
    }

    /** Where the signals are now: a page remembers it from before it was drawn and catches up from there. */
    String position() {
        return run + "-" + last.get();
    }

    /** What changed after {@code position} among the topics somebody watches. */
    News since(String position, Set<String> watched) {
        long now = last.get();
        String here = run + "-" + now;
        long seen = seen(position);
        if (seen < forgottenUpTo) {
            return new News(here, true, List.of());
        }
        List<String> changed = watched.stream()
                .filter(topic -> topics.getOrDefault(topic, 0L) > seen)
                .sorted()
                .toList();
        return new News(here, false, changed);
    }

    @Override
    public void start() {
        open = true;
    }

    /** Lets the streams end before the web server begins to wait for open requests. */
    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private void number(String topic) {
        if (topics.size() >= MOST_TOPICS) {
            forgottenUpTo = last.get() + 1;
            topics.clear();
        }
        topics.merge(topic, last.incrementAndGet(), Math::max);
    }

    /** The number in a position of this run, -1 for any other, so that its owner fetches everything. */
    private long seen(String position) {
        if (!position.startsWith(run + "-")) {
            return -1;
        }
        try {
            return Long.parseLong(position.substring(run.length() + 1));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * What a stream tells its browser.
     *
     * @param position to ask from the next time
     * @param everything the past is not known any more: fetch all parts
     */
    record News(String position, boolean everything, List<String> topics) {

        boolean none() {
            return !everything && topics.isEmpty();
        }
    }
}
