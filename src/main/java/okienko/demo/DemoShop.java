package okienko.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okienko.demo.DemoOrders.Demo;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.payments.Payments;
import okienko.shops.DemoDeliveries;
import okienko.ui.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The made-up shop in the running office: pours its orders in, a day's at once or one after the other, and removes them.
 * A batch and how far the shop is are one transaction, so that a restart goes on where the office was. The moment a real
 * shop's order is there it stops by itself.
 */
@Component
public class DemoShop implements SmartLifecycle {

    static final int FASTEST_PER_MINUTE = 600;

    private static final Logger LOG = LoggerFactory.getLogger(DemoShop.class);
    private static final int BATCH = 250;
    private static final Duration DAY_LENGTH = Duration.ofHours(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Orders orders;
    private final Payments payments;
    private final DemoDeliveries deliveries;
    private final DemoReference reference;
    private final DemoProgress progress;
    private final Sequels sequels;
    private final TransactionTemplate transaction;
    private final Live live;
    private final Clock clock;

    private final ReentrantLock working = new ReentrantLock();
    private volatile boolean open;
    private volatile Instant fedUntil = Instant.EPOCH;

    /** When the pouring went on, and how much of the day was left then: what the time remaining is told by. */
    private volatile Instant pouringSince = Instant.EPOCH;

    private volatile int leftThen;

    DemoShop(
            Orders orders,
            Payments payments,
            DemoDeliveries deliveries,
            DemoReference reference,
            DemoProgress progress,
            Sequels sequels,
            TransactionTemplate transaction,
            Live live,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
        this.deliveries = deliveries;
        this.reference = reference;
        this.progress = progress;
        this.sequels = sequels;
        this.transaction = transaction;
        this.live = live;
        this.clock = clock;
    }

    /**
     * How the demo stands.
     *
     * @param orders made up and still there
     * @param ownOrders whether the office has orders of a real shop, in whose way the demo must not get
     * @param poured orders of the day poured so far; empty when none is being poured
     * @param perMinute how many come in by themselves; 0 when none do
     */
    record Standing(long orders, boolean ownOrders, Optional<Poured> poured, int perMinute) {}

    /** How far the pouring of a day is. */
    record Poured(int done, int total, Duration remaining) {}

    Standing standing() {
        DemoProgress.Standing now = progress.now();
        return new Standing(orders.countDemo(), orders.real(), poured(now.dayLeft()), now.perMinute());
    }

    private Optional<Poured> poured(int left) {
        if (left == 0) return Optional.empty();
        int done = Math.max(1, leftThen - left);
        Duration spent = Duration.between(pouringSince, clock.instant());
        return Optional.of(
                new Poured(Deck.SIZE - left, Deck.SIZE, spent.multipliedBy(left).dividedBy(done)));
    }

    /** Pours a day's orders in, in the background; a second call while one is at it does nothing. */
    void pourDay() {
        reference.load();
        progress.beginDay(Deck.SIZE, clock.instant());
        live.signal("demo");
        work();
    }

    /** Leaves the rest of the day out. */
    void endDay() {
        progress.endDay();
        live.signal("demo");
    }

    /** Lets so many orders a minute come in by themselves; 0 stops them. */
    void feed(int ordersPerMinute) {
        if (ordersPerMinute > 0) reference.load();
        fedUntil = clock.instant();
        progress.feed(Math.clamp(ordersPerMinute, 0, FASTEST_PER_MINUTE));
        live.signal("demo");
    }

    /** Does what is due, on a thread of its own; the timetable calls it every second. */
    public void work() {
        Thread.ofVirtual().name("demo-shop").start(() -> {
            if (!working.tryLock()) return;
            try {
                workOff();
            } finally {
                working.unlock();
            }
        });
    }

    private void workOff() {
        DemoProgress.Standing now = progress.now();
        if (!open || (now.made() == 0 && now.idle())) return;
        if (!now.idle() && orders.real()) {
            LOG.info("the demo shop stops: the office has orders of a real one");
            endDay();
            feed(0);
            return;
        }
        if (now.dayLeft() > 0) pourRestOfDay(now.dayLeft());
        feedDue(now.perMinute());
        sequels.happen();
    }

    private void pourRestOfDay(int left) {
        leftThen = left;
        pouringSince = clock.instant();
        int poured = 0;
        for (int batch = pourBatch(); batch > 0 && open; batch = pourBatch()) poured += batch;
        LOG.info("demo day: {} orders poured in {}", poured, Duration.between(pouringSince, clock.instant()));
    }

    /** Pours the day's next batch; the answer is how many that were. */
    private int pourBatch() {
        return committed(() -> {
            DemoProgress.Standing now = progress.locked();
            int count = Math.min(BATCH, now.dayLeft());
            if (count == 0) return 0;
            Instant until = Objects.requireNonNull(now.dayUntil())
                    .minus(DAY_LENGTH.multipliedBy(now.dayLeft() - count).dividedBy(Deck.SIZE));
            take(new DemoOrders(now.made())
                    .day(count, until, DAY_LENGTH.multipliedBy(count).dividedBy(Deck.SIZE))
                    .toList());
            progress.advance(count, count);
            return count;
        });
    }

    private void feedDue(int perMinute) {
        if (perMinute == 0) return;
        Instant now = clock.instant();
        // after a pause nobody waits for what did not come
        if (fedUntil.isBefore(now.minus(MINUTE))) fedUntil = now.minusSeconds(1);
        Duration each = MINUTE.dividedBy(perMinute);
        int due = (int) Math.min(BATCH, Duration.between(fedUntil, now).dividedBy(each));
        if (due == 0) return;
        fedUntil = fedUntil.plus(each.multipliedBy(due));
        pour(due, now);
    }

    /** Makes up the next orders, just placed, and takes them in. */
    void pour(int count, Instant placedAt) {
        committed(() -> {
            DemoOrders maker = new DemoOrders(progress.locked().made());
            take(java.util.stream.Stream.generate(() -> maker.next(placedAt))
                    .limit(count)
                    .toList());
            progress.advance(count, 0);
            return count;
        });
    }

    /** Takes these in, as their channels would send them. */
    void take(List<Demo> made) {
        deliveries.take(made.stream().map(Demo::raw).toList());
        sequels.await(made);
        live.signal("demo");
    }

    private int committed(java.util.function.Supplier<Integer> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    /** Takes everything of the demo out of the office again, all or nothing. */
    void remove() {
        int removed = committed(() -> {
            progress.endDay();
            progress.feed(0);
            sequels.forget();
            List<OrderKey> gone = orders.removeDemo();
            payments.forget(gone);
            deliveries.remove();
            reference.remove();
            return gone.size();
        });
        live.signal("orders");
        live.signal("demo");
        LOG.info("demo shop removed: {} orders", removed);
    }

    @Override
    public void start() {
        fedUntil = clock.instant();
        open = true;
    }

    /** The batch in hand is finished; the rest waits for the next start. */
    @Override
    public void stop() {
        open = false;
        working.lock();
        try {
            LOG.debug("the demo shop rests");
        } finally {
            working.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
