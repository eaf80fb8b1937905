package okienko.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okienko.orders.CanonicalJson;
import okienko.orders.Incoming;
import okienko.orders.Order;
import okienko.orders.Orders;
import okienko.orders.RawPayload;
import okienko.ui.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The made-up shop in the running office: pours its orders in, a day's at once or one after the other, and removes them. */
@Component
public class DemoShop {

    /** A busy day. */
    static final int DAY = 5_000;

    static final int FASTEST_PER_MINUTE = 600;

    private static final Logger LOG = LoggerFactory.getLogger(DemoShop.class);
    private static final int BATCH = 250;
    private static final Duration DAY_LENGTH = Duration.ofHours(10);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Orders orders;
    private final DemoReference reference;
    private final Live live;
    private final Clock clock;

    private final AtomicBoolean pouring = new AtomicBoolean();
    private final AtomicInteger poured = new AtomicInteger();
    private volatile Instant pouringSince = Instant.EPOCH;
    private volatile int perMinute;
    private volatile Instant fedUntil = Instant.EPOCH;
    private DemoOrders maker = new DemoOrders(1);

    DemoShop(Orders orders, DemoReference reference, Live live, Clock clock) {
        this.orders = orders;
        this.reference = reference;
        this.live = live;
        this.clock = clock;
    }

    /**
     * How the demo stands.
     *
     * @param ownOrders whether the office has orders of a real shop, in whose way the demo must not get
     * @param poured orders of the day poured so far; null when none is being poured
     * @param perMinute how many come in by themselves; 0 when none do
     */
    record Standing(long orders, boolean ownOrders, Optional<Poured> poured, int perMinute) {}

    /** How far the pouring of a day is. */
    record Poured(int done, int total, Duration remaining) {}

    Standing standing() {
        return new Standing(orders.count(true), orders.count(false) > 0, progress(), perMinute);
    }

    private Optional<Poured> progress() {
        if (!pouring.get()) return Optional.empty();
        int done = Math.max(1, poured.get());
        Duration spent = Duration.between(pouringSince, clock.instant());
        return Optional.of(
                new Poured(poured.get(), DAY, spent.multipliedBy(DAY - done).dividedBy(done)));
    }

    /** Pours a day's orders in, in the background; a second call while one is at it does nothing. */
    void pourDay() {
        if (!pouring.compareAndSet(false, true)) return;
        poured.set(0);
        pouringSince = clock.instant();
        Thread.ofVirtual().name("demo-day").start(() -> {
            try {
                reference.load();
                pour(nextDay(), BATCH);
            } finally {
                pouring.set(false);
                live.signal("demo");
                LOG.info("demo day: {} orders poured in {}", poured, Duration.between(pouringSince, clock.instant()));
            }
        });
    }

    /** Lets so many orders a minute come in by themselves; 0 stops them. */
    void feed(int ordersPerMinute) {
        if (ordersPerMinute > 0) reference.load();
        fedUntil = clock.instant();
        perMinute = Math.clamp(ordersPerMinute, 0, FASTEST_PER_MINUTE);
        live.signal("demo");
    }

    /** Brings in what has come due since the last call; the timetable calls it every second. */
    public void feedDue() {
        int rate = perMinute;
        if (rate == 0) return;
        Duration each = MINUTE.dividedBy(rate);
        long due = Duration.between(fedUntil, clock.instant()).dividedBy(each);
        if (due == 0) return;
        fedUntil = fedUntil.plus(each.multipliedBy(due));
        pour(next((int) Math.min(due, BATCH)), BATCH);
    }

    /** Takes everything of the demo out of the office again. */
    void remove() {
        perMinute = 0;
        int removed = orders.removeDemo().size();
        reference.remove();
        live.signal("orders");
        live.signal("demo");
        LOG.info("demo shop removed: {} orders", removed);
    }

    private synchronized Stream<Order> nextDay() {
        maker = new DemoOrders(clock.millis());
        return maker.day(DAY, clock.instant(), DAY_LENGTH).map(DemoOrders.Demo::order);
    }

    private synchronized Stream<Order> next(int count) {
        return Stream.generate(() -> maker.next(clock.instant()).order()).limit(count).toList().stream();
    }

    private void pour(Stream<Order> stream, int batchSize) {
        List<Order> batch = new ArrayList<>(batchSize);
        stream.forEach(order -> {
            batch.add(order);
            if (batch.size() == batchSize) pourBatch(batch);
        });
        pourBatch(batch);
    }

    private void pourBatch(List<Order> batch) {
        if (batch.isEmpty()) return;
        List<Long> payloads = orders.keep(batch.stream()
                .map(order -> new RawPayload(
                        "demo", "canonical", CanonicalJson.write(order).getBytes(StandardCharsets.UTF_8)))
                .toList());
        List<Incoming> incoming = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) incoming.add(new Incoming(batch.get(i), payloads.get(i), true));
        orders.receive(incoming);
        poured.addAndGet(batch.size());
        batch.clear();
        live.signal("demo");
    }
}
