package okienko.orders;

import static okienko.orders.schema.Tables.CUSTOMER_ORDERS;
import static okienko.orders.schema.Tables.RAW_PAYLOADS;
import static okienko.orders.schema.Tables.REVISIONS;
import static org.jooq.impl.DSL.condition;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * All orders the office knows, with every revision and what happened to them.
 *
 * <p>An order is known by channel and the channel's id. What arrives is compared with what the channel said <em>last</em>,
 * not with the order a consultant has corrected since: a delivery repeated by webhook and polling changes nothing and
 * undoes nothing. Where the channel did change something, its change and the corrections are brought together field by
 * field: see {@link Arrival#merge}.
 */
@Repository
public class Orders {

    private static final int BATCH = 1_000;

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Reception reception;
    private final Timelines timelines;

    Orders(DSLContext db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
        this.timelines = new Timelines(db);
        this.reception = new Reception(db, timelines);
    }

    /** Keeps what came in, before anybody tries to understand it. */
    @Transactional
    public long keep(String source, String format, byte[] body) {
        return keep(List.of(new RawPayload(source, format, body))).getFirst();
    }

    /** Keeps many payloads at once; the answer has their numbers in the same order. */
    @Transactional
    public List<Long> keep(List<RawPayload> payloads) {
        OffsetDateTime now = now();
        List<Long> numbers = new ArrayList<>(payloads.size());
        for (int from = 0; from < payloads.size(); from += BATCH) {
            var insert = db.insertInto(
                    RAW_PAYLOADS,
                    RAW_PAYLOADS.RECEIVED_AT,
                    RAW_PAYLOADS.SOURCE,
                    RAW_PAYLOADS.FORMAT,
                    RAW_PAYLOADS.BODY);
            for (RawPayload raw : payloads.subList(from, Math.min(payloads.size(), from + BATCH))) {
                insert = insert.values(now, raw.source(), raw.format(), raw.body());
            }
            // numbers are given out in the order of the values; in what order they are returned nobody promises
            numbers.addAll(insert.returning(RAW_PAYLOADS.ID).fetch(RAW_PAYLOADS.ID).stream()
                    .sorted()
                    .toList());
        }
        return numbers;
    }

    /** Lets go of payloads that said nothing new, so that a file delivered every hour does not fill the disk. */
    @Transactional
    public void forget(Collection<Long> payloads) {
        if (!payloads.isEmpty()) {
            db.deleteFrom(RAW_PAYLOADS)
                    .where(RAW_PAYLOADS.ID.eq(DSL.any(payloads.toArray(Long[]::new))))
                    .execute();
        }
    }

    /** What a payload's number stands for. */
    public Optional<RawPayload> payload(long number) {
        return db.select(RAW_PAYLOADS.SOURCE, RAW_PAYLOADS.FORMAT, RAW_PAYLOADS.BODY)
                .from(RAW_PAYLOADS)
                .where(RAW_PAYLOADS.ID.eq(number))
                .fetchOptional(row -> new RawPayload(row.value1(), row.value2(), row.value3()));
    }

    /**
     * Takes orders in: new ones, new revisions of known ones, cancellations; what is known already changes nothing. The
     * same order may occur more than once. The receipts are in the order of the batch.
     */
    @Transactional
    public List<Receipt> receive(List<Incoming> batch) {
        List<Receipt> receipts = reception.receive(batch, now());
        List<OrderId> received = new ArrayList<>();
        List<OrderId> revised = new ArrayList<>();
        List<OrderId> cancelled = new ArrayList<>();
        for (Receipt receipt : receipts) {
            switch (receipt.kind()) {
                case NEW -> received.add(receipt.id());
                case REVISED -> revised.add(receipt.id());
                case CANCELLED -> {
                    if (receipt.revision() == 1) {
                        received.add(receipt.id());
                    }
                    cancelled.add(receipt.id());
                }
                case UNCHANGED -> {}
            }
        }
        announce(new OrderEvent.Received(received));
        announce(new OrderEvent.Revised(revised));
        announce(new OrderEvent.Cancelled(cancelled));
        return receipts;
    }

    /** The order of that number. */
    public Optional<StoredOrder> find(OrderId id) {
        return Optional.ofNullable(all(List.of(id)).get(id));
    }

    /** The order of that channel and channel's id. */
    public Optional<StoredOrder> find(OrderKey key) {
        return stored(CUSTOMER_ORDERS.CHANNEL.eq(key.channel()).and(CUSTOMER_ORDERS.EXTERNAL_ID.eq(key.externalId())))
                .fetchOptional(Orders::storedOrder);
    }

    /** The orders the customers know by these numbers: several channels may use the same. */
    public Map<String, List<OrderKey>> numbered(Collection<String> numbers) {
        return db.select(CUSTOMER_ORDERS.NUMBER, CUSTOMER_ORDERS.CHANNEL, CUSTOMER_ORDERS.EXTERNAL_ID)
                .from(CUSTOMER_ORDERS)
                .where(CUSTOMER_ORDERS.NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .fetchGroups(CUSTOMER_ORDERS.NUMBER, row -> new OrderKey(row.value2(), row.value3()));
    }

    /** Orders of real shops placed since then, by their number in the office, behind the one given. */
    public List<StoredOrder> placedSince(Instant since, OrderId behind, int limit) {
        return stored(CUSTOMER_ORDERS.PLACED_AT.ge(since.atOffset(ZoneOffset.UTC)))
                .and(CUSTOMER_ORDERS.ID.gt(behind.value()))
                .and(condition(CUSTOMER_ORDERS.DEMO).not())
                .orderBy(CUSTOMER_ORDERS.ID)
                .limit(limit)
                .fetch(Orders::storedOrder);
    }

    /** Those of the given orders that exist, in the order asked for. */
    public Map<OrderId, StoredOrder> all(Collection<OrderId> ids) {
        Long[] numbers = ids.stream().map(OrderId::value).toArray(Long[]::new);
        Map<OrderId, StoredOrder> found = stored(CUSTOMER_ORDERS.ID.eq(DSL.any(numbers)))
                .fetchMap(row -> new OrderId(row.get(CUSTOMER_ORDERS.ID)), Orders::storedOrder);
        Map<OrderId, StoredOrder> ordered = LinkedHashMap.newLinkedHashMap(found.size());
        for (OrderId id : ids) {
            StoredOrder order = found.get(id);
            if (order != null) {
                ordered.put(id, order);
            }
        }
        return ordered;
    }

    /**
     * A consultant corrects the order as they saw it. A correction that changes nothing makes no revision.
     *
     * @throws UnreadableOrder when the corrected order is none
     */
    @Transactional
    public Revision revise(OrderId id, int expectedRevision, Order changed, String author) {
        Order checked = CanonicalJson.read(CanonicalJson.write(changed));
        StoredOrder current = stored(CUSTOMER_ORDERS.ID.eq(id.value()))
                .forNoKeyUpdate()
                .fetchOptional(Orders::storedOrder)
                .orElseThrow(() -> new IllegalArgumentException("there is no order " + id));
        if (!current.order().key().equals(checked.key())) {
            throw new IllegalArgumentException(
                    "a correction cannot make " + current.order().key() + " " + checked.key());
        }
        if (current.revision() != expectedRevision) {
            return new Revision.Stale(current);
        }
        if (current.order().equals(checked)) {
            return new Revision.Done(expectedRevision);
        }
        reception.correct(current, checked, author, now());
        boolean cancels =
                checked.status() == Order.Status.CANCELLED && current.order().status() == Order.Status.PLACED;
        announce(cancels ? new OrderEvent.Cancelled(List.of(id)) : new OrderEvent.Revised(List.of(id)));
        return new Revision.Done(expectedRevision + 1);
    }

    /** Every revision, newest first. */
    public List<Revisions.Past> history(OrderId id) {
        return db.select(REVISIONS.REVISION, REVISIONS.AT, REVISIONS.AUTHOR, REVISIONS.RAW_PAYLOAD, REVISIONS.CONTENT)
                .from(REVISIONS)
                .where(REVISIONS.ORDER_ID.eq(id.value()))
                .orderBy(REVISIONS.REVISION.desc())
                .fetch(row -> new Revisions.Past(
                        row.value1(),
                        row.value2().toInstant(),
                        row.value3(),
                        row.value4(),
                        CanonicalJson.read(row.value5().data())));
    }

    /** What happened to the order, oldest first. */
    public List<TimelineEntry> timeline(OrderId id) {
        return timelines.of(id);
    }

    /** Adds to the order's timeline. */
    @Transactional
    public void record(OrderId id, @Nullable String actor, String kind, Map<String, Object> details) {
        record(List.of(new TimelineEntry(id, clock.instant(), actor, kind, details)));
    }

    /** Adds to many orders' timelines at once. */
    @Transactional
    public void record(List<TimelineEntry> entries) {
        timelines.add(entries);
    }

    /** How many orders the demo shop made up. */
    public long countDemo() {
        return db.fetchCount(CUSTOMER_ORDERS, condition(CUSTOMER_ORDERS.DEMO));
    }

    /** Whether there are orders of real shops. */
    public boolean real() {
        return db.fetchExists(CUSTOMER_ORDERS, condition(CUSTOMER_ORDERS.DEMO).not());
    }

    /**
     * Removes everything the demo shop made up, revisions, timelines and payloads included.
     *
     * @return what the orders were known by
     */
    @Transactional
    public List<OrderKey> removeDemo() {
        Map<OrderId, OrderKey> demo = db.select(
                        CUSTOMER_ORDERS.ID, CUSTOMER_ORDERS.CHANNEL, CUSTOMER_ORDERS.EXTERNAL_ID)
                .from(CUSTOMER_ORDERS)
                .where(CUSTOMER_ORDERS.DEMO)
                .fetchMap(row -> new OrderId(row.value1()), row -> new OrderKey(row.value2(), row.value3()));
        announce(new OrderEvent.Removed(List.copyOf(demo.keySet())));
        var these = DSL.any(demo.keySet().stream().map(OrderId::value).toArray(Long[]::new));
        List<Long> payloads = db.selectDistinct(REVISIONS.RAW_PAYLOAD)
                .from(REVISIONS)
                .where(REVISIONS.ORDER_ID.eq(these), REVISIONS.RAW_PAYLOAD.isNotNull())
                .fetch(REVISIONS.RAW_PAYLOAD);
        db.deleteFrom(CUSTOMER_ORDERS).where(CUSTOMER_ORDERS.ID.eq(these)).execute();
        forget(payloads);
        return List.copyOf(demo.values());
    }

    private void announce(OrderEvent event) {
        if (!event.orders().isEmpty()) {
            events.publishEvent(event);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private SelectConditionStep<? extends Record> stored(Condition condition) {
        return db.select(
                        CUSTOMER_ORDERS.ID,
                        CUSTOMER_ORDERS.REVISION,
                        CUSTOMER_ORDERS.CONTENT,
                        CUSTOMER_ORDERS.RECEIVED_AT,
                        CUSTOMER_ORDERS.DEMO)
                .from(CUSTOMER_ORDERS)
                .where(condition);
    }

    private static StoredOrder storedOrder(Record row) {
        return new StoredOrder(
                new OrderId(row.get(CUSTOMER_ORDERS.ID)),
                row.get(CUSTOMER_ORDERS.REVISION),
                CanonicalJson.read(row.get(CUSTOMER_ORDERS.CONTENT).data()),
                row.get(CUSTOMER_ORDERS.RECEIVED_AT).toInstant(),
                row.get(CUSTOMER_ORDERS.DEMO));
    }
}
