package okienko.ordercontrol.engine;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.PENDING;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okienko.database.RowSet;
import okienko.orders.OrderId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The queue of orders to control, in the database, so that nothing that commits is ever forgotten. Rows are only added
 * and taken: whoever adds one waits for nobody, and an order may be in it more than once.
 */
@Repository
public class PendingOrders {

    /** A batch up to this size is somebody waiting for an answer, a larger one an import that may take its time. */
    private static final int SINGLE = 20;

    /** The urgency of re-control in the background, after everything that is new. */
    static final int BACKGROUND = 2;

    /** Why orders are in the queue that waited for an article that has come. */
    static final String STOCK = "stock";

    /** They are looked at before a new order that wants the article, however many they are. */
    static final int AHEAD = 0;

    private final DSLContext db;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);

    PendingOrders(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One place in the queue. */
    record Place(long id, OrderId order, String cause, int attempts) {}

    /** Puts orders in the queue, in the transaction of what makes it necessary; the worker wakes when that commits. */
    void add(Collection<OrderId> orders, String cause) {
        insert(orders, cause, orders.size() <= SINGLE ? 0 : 1);
    }

    /**
     * The same for what may concern every open order and happen again before they have been looked at: an order that
     * is in the queue for that cause already is not put there again.
     */
    void add(Collection<OrderId> orders, String cause, int priority) {
        if (orders.isEmpty()) return;
        Set<OrderId> queued = queued(orders, cause, priority);
        insert(orders.stream().filter(order -> !queued.contains(order)).toList(), cause, priority);
    }

    /**
     * Orders nobody is looking at yet. They are kept from the worker until this transaction ends, so that it looks when it
     * can see what has changed; one that it has in hand may have been read before, and does not count.
     */
    private Set<OrderId> queued(Collection<OrderId> orders, String cause, int priority) {
        Long[] ids = orders.stream().map(OrderId::value).toArray(Long[]::new);
        return Set.copyOf(db.select(PENDING.ORDER_ID)
                .from(PENDING)
                .where(
                        PENDING.PRIORITY.eq((short) priority),
                        PENDING.CAUSE.eq(cause),
                        PENDING.ORDER_ID.eq(DSL.any(ids)))
                .forKeyShare()
                .skipLocked()
                .fetch(row -> new OrderId(row.value1())));
    }

    private void insert(Collection<OrderId> orders, String cause, int priority) {
        if (orders.isEmpty()) return;
        OffsetDateTime now = now();
        var rows = RowSet.of(orders)
                .column(PENDING.ORDER_ID, OrderId::value)
                .column(PENDING.PRIORITY, _ -> (short) priority)
                .column(PENDING.CAUSE, _ -> cause)
                .column(PENDING.SINCE, _ -> now);
        db.insertInto(PENDING, rows.targets())
                .select(db.select(rows.columns()).from(rows.table()))
                .execute();
        ringAfterCommit();
    }

    private void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    /** Wakes the worker. */
    public void ring() {
        if (bell.availablePermits() == 0) bell.release();
    }

    /** Waits for the bell. */
    void await(Duration longest) throws InterruptedException {
        if (bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) bell.drainPermits();
    }

    /** The next places that nobody else is working on, locked until the transaction ends. */
    List<Place> take(int most) {
        return db.select(PENDING.ID, PENDING.ORDER_ID, PENDING.CAUSE, PENDING.ATTEMPTS)
                .from(PENDING)
                .where(PENDING.NOT_BEFORE.le(now()))
                .orderBy(PENDING.PRIORITY, PENDING.ID)
                .limit(most)
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Place(row.value1(), new OrderId(row.value2()), row.value3(), row.value4()));
    }

    /** One order's places that nobody else is working on, locked until the transaction ends. */
    List<Place> take(OrderId order) {
        return db.select(PENDING.ID, PENDING.ORDER_ID, PENDING.CAUSE, PENDING.ATTEMPTS)
                .from(PENDING)
                .where(PENDING.ORDER_ID.eq(order.value()))
                .forUpdate()
                .skipLocked()
                .fetch(row -> new Place(row.value1(), new OrderId(row.value2()), row.value3(), row.value4()));
    }

    /** Articles that came in and for which orders other than these are waiting in the queue. */
    Set<String> awaited(Collection<OrderId> others) {
        Long[] known = others.stream().map(OrderId::value).toArray(Long[]::new);
        return db.selectDistinct(DSL.field("unnest({0})", String.class, CONTROLLED_ORDERS.SKUS))
                .from(PENDING)
                .join(CONTROLLED_ORDERS)
                .on(CONTROLLED_ORDERS.ORDER_ID.eq(PENDING.ORDER_ID))
                .where(
                        PENDING.PRIORITY.eq((short) AHEAD),
                        PENDING.CAUSE.eq(STOCK),
                        PENDING.NOT_BEFORE.le(now()),
                        PENDING.ORDER_ID.ne(DSL.all(known)))
                .fetchSet(row -> row.value1());
    }

    void done(List<Place> places) {
        if (places.isEmpty()) return;
        Long[] ids = places.stream().map(Place::id).toArray(Long[]::new);
        db.deleteFrom(PENDING).where(PENDING.ID.eq(DSL.any(ids))).execute();
    }

    /** Leaves an order for later, when it could not be controlled now. */
    void postpone(OrderId order, Duration by) {
        db.update(PENDING)
                .set(PENDING.ATTEMPTS, PENDING.ATTEMPTS.plus(1))
                .set(PENDING.NOT_BEFORE, now().plus(by))
                .where(PENDING.ORDER_ID.eq(order.value()))
                .execute();
    }

    /** How many places there are for a cause: what is left of a re-control in the background. */
    public int left(String cause) {
        return db.fetchCount(PENDING, PENDING.PRIORITY.eq((short) BACKGROUND).and(PENDING.CAUSE.eq(cause)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
