package okienko.ordercontrol.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.orders.OrderId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes orders off the queue, a batch at a time, for as long as the office is open. A batch that fails is taken apart: its
 * orders are controlled one by one, and the one at fault is held for a person, so that it never stops the others.
 */
@Component
public class ControlLoop implements SmartLifecycle {

    /** Large enough that the queries of a batch cost little per order, small enough that nobody waits for one. */
    static final int BATCH = 500;

    /** The bell wakes the loop; this is for what another process put in the queue. */
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);

    private static final Duration REST_AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final Duration POSTPONED = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(ControlLoop.class);

    private final PendingOrders pending;
    private final Control control;
    private final TransactionTemplate transaction;
    private @Nullable Thread thread;
    private volatile boolean open;

    ControlLoop(PendingOrders pending, Control control, PlatformTransactionManager transactions) {
        this.pending = pending;
        this.control = control;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void start() {
        open = true;
        thread = Thread.ofVirtual().name("order-control").start(this::run);
    }

    @Override
    public void stop() {
        open = false;
        Thread running = thread;
        if (running == null) return;
        pending.ring();
        try {
            running.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private void run() {
        try {
            while (open) {
                if (!batch()) pending.await(LONGEST_SLEEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Controls one batch; whether there may be more. */
    public boolean batch() {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> controlled(pending.take(BATCH))));
        } catch (TransientDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException e) {
            // the batch is back in the queue: a deadlock or a restart of the database is nobody's fault
            log.warn("Orders are controlled again in a moment: {}", e.toString());
            rest();
            return true;
        } catch (RuntimeException e) {
            log.warn("A batch could not be controlled as a whole, its orders are now controlled one by one", e);
            return oneByOne();
        }
    }

    private boolean controlled(List<PendingOrders.Place> places) {
        if (places.isEmpty()) return false;
        Map<OrderId, String> causes = new HashMap<>();
        places.forEach(place -> causes.putIfAbsent(place.order(), place.cause()));
        // first, so that what control itself gives a reason to look at again is not taken for one of these
        pending.done(places);
        control.control(causes);
        return true;
    }

    private boolean oneByOne() {
        Set<OrderId> suspects = new LinkedHashSet<>();
        transaction.executeWithoutResult(_ -> pending.take(BATCH).forEach(place -> suspects.add(place.order())));
        suspects.forEach(this::alone);
        return !suspects.isEmpty();
    }

    private void alone(OrderId order) {
        try {
            transaction.executeWithoutResult(_ -> controlled(pending.take(order)));
        } catch (TransientDataAccessException e) {
            log.warn("Order {} is controlled again in a moment: {}", order, e.toString());
        } catch (RuntimeException e) {
            log.error("Order {} could not be controlled and is held for a person", order, e);
            giveUp(order, e);
        }
    }

    private void giveUp(OrderId order, RuntimeException why) {
        try {
            transaction.executeWithoutResult(_ -> {
                List<PendingOrders.Place> places = pending.take(order);
                pending.done(places);
                control.giveUp(order, why);
            });
        } catch (RuntimeException e) {
            log.error("Order {} could not even be held; it stays in the queue", order, e);
            transaction.executeWithoutResult(_ -> pending.postpone(order, POSTPONED));
        }
    }

    private static void rest() {
        try {
            Thread.sleep(REST_AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
