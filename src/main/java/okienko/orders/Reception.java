package okienko.orders;

import static okienko.orders.Rows.column;
import static okienko.orders.Rows.texts;
import static okienko.orders.Rows.times;
import static okienko.orders.schema.Tables.CUSTOMER_ORDERS;
import static okienko.orders.schema.Tables.REVISIONS;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.orders.Arrival.Known;
import okienko.orders.Arrival.Outcome;
import okienko.orders.Receipt.Kind;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The part of {@link Orders} that writes orders, a batch in a handful of statements however large it is. */
final class Reception {

    private static final Field<byte[]> HASH = DSL.field("decode(rows.hash, 'hex')", byte[].class);

    private final DSLContext db;
    private final Timelines timelines;

    Reception(DSLContext db, Timelines timelines) {
        this.db = db;
        this.timelines = timelines;
    }

    List<Receipt> receive(List<Incoming> batch, OffsetDateTime now) {
        Receipt[] receipts = new Receipt[batch.size()];
        List<Integer> places = new ArrayList<>(batch.size());
        for (int place = 0; place < batch.size(); place++) {
            places.add(place);
        }
        while (!places.isEmpty()) {
            // an order that occurs again in the batch has its turn once its first occurrence is stored
            Set<OrderKey> seen = HashSet.newHashSet(places.size());
            List<Integer> again = new ArrayList<>();
            List<Integer> turn = new ArrayList<>(places.size());
            for (int place : places) {
                (seen.add(batch.get(place).order().key()) ? turn : again).add(place);
            }
            List<Receipt> distinct = receiveDistinct(
                    turn.stream().map(place -> Arrival.of(batch.get(place))).toList(), now);
            for (int i = 0; i < turn.size(); i++) {
                receipts[turn.get(i)] = distinct.get(i);
            }
            places = again;
        }
        return List.of(receipts);
    }

    /** Stores a consultant's correction of the order as it is now; what the channel said stays beside it. */
    void correct(StoredOrder current, Order changed, String author, OffsetDateTime now) {
        int revision = current.revision() + 1;
        JSONB content = JSONB.valueOf(CanonicalJson.write(changed));
        db.update(CUSTOMER_ORDERS)
                .set(CUSTOMER_ORDERS.REVISION, revision)
                .set(CUSTOMER_ORDERS.NUMBER, changed.number())
                .set(CUSTOMER_ORDERS.STATUS, changed.status().name())
                .set(CUSTOMER_ORDERS.PLACED_AT, Rows.inOffice(changed.placedAt()))
                .set(
                        CUSTOMER_ORDERS.CHANNEL_CONTENT,
                        DSL.coalesce(CUSTOMER_ORDERS.CHANNEL_CONTENT, CUSTOMER_ORDERS.CONTENT))
                .set(CUSTOMER_ORDERS.CONTENT, content)
                .where(CUSTOMER_ORDERS.ID.eq(current.id().value()))
                .execute();
        db.insertInto(
                        REVISIONS,
                        REVISIONS.ORDER_ID,
                        REVISIONS.REVISION,
                        REVISIONS.AT,
                        REVISIONS.AUTHOR,
                        REVISIONS.CONTENT)
                .values(current.id().value(), revision, now, author, content)
                .execute();
        Map<String, Object> details =
                Map.of("revision", revision, "changes", Arrival.changes(current.order(), changed));
        timelines.add(List.of(new TimelineEntry(current.id(), now.toInstant(), author, "corrected", details)));
    }

    private List<Receipt> receiveDistinct(List<Arrival> arrivals, OffsetDateTime now) {
        Map<OrderKey, Known> known = known(arrivals);
        Map<OrderKey, Long> inserted = insert(without(arrivals, known.keySet()), now);
        if (known.size() + inserted.size() < arrivals.size()) {
            // another delivery of the same order was quicker between our look and our insert: now it is known
            known.putAll(known(without(without(arrivals, known.keySet()), inserted.keySet())));
        }
        List<Outcome> outcomes = new ArrayList<>(arrivals.size());
        for (Arrival arrival : arrivals) {
            Long id = inserted.get(arrival.key());
            outcomes.add(
                    id != null ? arrival.first(id) : arrival.next(Objects.requireNonNull(known.get(arrival.key()))));
        }
        List<Outcome> written = outcomes.stream()
                .filter(outcome -> outcome.receipt().kind() != Kind.UNCHANGED)
                .toList();
        update(written.stream()
                .filter(outcome -> outcome.receipt().revision() > 1)
                .toList());
        insertRevisions(written, now);
        timelines.add(written.stream()
                .map(outcome -> new TimelineEntry(
                        outcome.receipt().id(), now.toInstant(), null, outcome.kind(), outcome.details()))
                .toList());
        return outcomes.stream().map(Outcome::receipt).toList();
    }

    private static List<Arrival> without(List<Arrival> arrivals, Set<OrderKey> keys) {
        return arrivals.stream()
                .filter(arrival -> !keys.contains(arrival.key()))
                .toList();
    }

    /** Locks the orders that are known already, always in the same order so that two batches cannot block each other. */
    private Map<OrderKey, Known> known(List<Arrival> arrivals) {
        Map<OrderKey, Known> known = new HashMap<>();
        if (arrivals.isEmpty()) {
            return known;
        }
        Table<Record> rows = Rows.of(
                List.of("channel", "external_id"),
                texts(arrivals, arrival -> arrival.key().channel()),
                texts(arrivals, arrival -> arrival.key().externalId()));
        db.select(
                        CUSTOMER_ORDERS.ID,
                        CUSTOMER_ORDERS.CHANNEL,
                        CUSTOMER_ORDERS.EXTERNAL_ID,
                        CUSTOMER_ORDERS.REVISION,
                        DSL.field("encode({0}, 'hex')", String.class, CUSTOMER_ORDERS.CHANNEL_HASH),
                        CUSTOMER_ORDERS.CONTENT,
                        CUSTOMER_ORDERS.CHANNEL_CONTENT,
                        CUSTOMER_ORDERS.CHANNEL_CHANGED_AT)
                .from(CUSTOMER_ORDERS)
                .join(rows)
                .on(CUSTOMER_ORDERS.CHANNEL.eq(column("channel", String.class)))
                .and(CUSTOMER_ORDERS.EXTERNAL_ID.eq(column("external_id", String.class)))
                .orderBy(CUSTOMER_ORDERS.ID)
                .forUpdate()
                .of(CUSTOMER_ORDERS)
                .forEach(row -> known.put(
                        new OrderKey(row.value2(), row.value3()),
                        new Known(
                                row.value1(),
                                row.value4(),
                                row.value5(),
                                row.value6().data(),
                                row.value7() == null ? null : row.value7().data(),
                                row.value8() == null ? null : row.value8().toInstant())));
        return known;
    }

    private Map<OrderKey, Long> insert(List<Arrival> arrivals, OffsetDateTime now) {
        if (arrivals.isEmpty()) {
            return Map.of();
        }
        Map<OrderKey, Long> inserted = HashMap.newHashMap(arrivals.size());
        db.insertInto(
                        CUSTOMER_ORDERS,
                        CUSTOMER_ORDERS.CHANNEL,
                        CUSTOMER_ORDERS.EXTERNAL_ID,
                        CUSTOMER_ORDERS.NUMBER,
                        CUSTOMER_ORDERS.REVISION,
                        CUSTOMER_ORDERS.STATUS,
                        CUSTOMER_ORDERS.PLACED_AT,
                        CUSTOMER_ORDERS.RECEIVED_AT,
                        CUSTOMER_ORDERS.CONTENT,
                        CUSTOMER_ORDERS.DEMO,
                        CUSTOMER_ORDERS.CHANNEL_HASH,
                        CUSTOMER_ORDERS.CHANNEL_CHANGED_AT)
                .select(db.select(
                                column("channel", String.class),
                                column("external_id", String.class),
                                column("number", String.class),
                                DSL.inline(1),
                                column("status", String.class),
                                column("placed_at", OffsetDateTime.class),
                                DSL.val(now),
                                column("content", "jsonb", JSONB.class),
                                column("demo", Boolean.class),
                                HASH,
                                column("changed_at", OffsetDateTime.class))
                        .from(firsts(arrivals))
                        // one order for everybody: two batches that insert the same orders cannot block each other
                        .orderBy(column("channel", String.class), column("external_id", String.class)))
                .onConflict(CUSTOMER_ORDERS.CHANNEL, CUSTOMER_ORDERS.EXTERNAL_ID)
                .doNothing()
                .returningResult(CUSTOMER_ORDERS.ID, CUSTOMER_ORDERS.CHANNEL, CUSTOMER_ORDERS.EXTERNAL_ID)
                .fetch()
                .forEach(row -> inserted.put(new OrderKey(row.value2(), row.value3()), row.value1()));
        return inserted;
    }

    /** First revisions, as columns of the statement. */
    private static Table<Record> firsts(List<Arrival> arrivals) {
        return Rows.of(
                List.of(
                        "channel",
                        "external_id",
                        "number",
                        "status",
                        "placed_at",
                        "content",
                        "hash",
                        "changed_at",
                        "demo"),
                texts(arrivals, arrival -> arrival.key().channel()),
                texts(arrivals, arrival -> arrival.key().externalId()),
                texts(arrivals, arrival -> arrival.incoming().order().number()),
                texts(arrivals, arrival -> arrival.incoming().order().status().name()),
                times(
                        arrivals,
                        arrival -> Rows.inOffice(arrival.incoming().order().placedAt())),
                texts(arrivals, Arrival::content),
                texts(arrivals, Arrival::hash),
                times(arrivals, Reception::changedAt),
                DSL.val(arrivals.stream()
                        .map(arrival -> arrival.incoming().demo())
                        .toArray(Boolean[]::new)));
    }

    private void update(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        Table<Record> rows = Rows.of(
                List.of("id", "number", "revision", "status", "placed_at", "content", "hash", "said", "changed_at"),
                DSL.val(outcomes.stream().map(row -> row.receipt().id().value()).toArray(Long[]::new)),
                texts(outcomes, row -> row.order().number()),
                DSL.val(outcomes.stream().map(row -> row.receipt().revision()).toArray(Integer[]::new)),
                texts(outcomes, row -> row.order().status().name()),
                times(outcomes, row -> Rows.inOffice(row.order().placedAt())),
                texts(outcomes, Outcome::content),
                texts(outcomes, row -> row.arrival().hash()),
                texts(outcomes, Outcome::channelContent),
                times(outcomes, row -> changedAt(row.arrival())));
        db.update(CUSTOMER_ORDERS)
                .set(CUSTOMER_ORDERS.NUMBER, column("number", String.class))
                .set(CUSTOMER_ORDERS.REVISION, column("revision", Integer.class))
                .set(CUSTOMER_ORDERS.STATUS, column("status", String.class))
                .set(CUSTOMER_ORDERS.PLACED_AT, column("placed_at", OffsetDateTime.class))
                .set(CUSTOMER_ORDERS.CONTENT, column("content", "jsonb", JSONB.class))
                .set(CUSTOMER_ORDERS.CHANNEL_HASH, HASH)
                .set(CUSTOMER_ORDERS.CHANNEL_CONTENT, column("said", "jsonb", JSONB.class))
                .set(
                        CUSTOMER_ORDERS.CHANNEL_CHANGED_AT,
                        DSL.coalesce(column("changed_at", OffsetDateTime.class), CUSTOMER_ORDERS.CHANNEL_CHANGED_AT))
                .from(rows)
                .where(CUSTOMER_ORDERS.ID.eq(column("id", Long.class)))
                .execute();
    }

    private void insertRevisions(List<Outcome> outcomes, OffsetDateTime now) {
        if (outcomes.isEmpty()) {
            return;
        }
        Table<Record> rows = Rows.of(
                List.of("order_id", "revision", "raw_payload", "content"),
                DSL.val(outcomes.stream().map(row -> row.receipt().id().value()).toArray(Long[]::new)),
                DSL.val(outcomes.stream().map(row -> row.receipt().revision()).toArray(Integer[]::new)),
                DSL.val(outcomes.stream()
                        .map(row -> row.arrival().incoming().rawPayload())
                        .toArray(Long[]::new)),
                texts(outcomes, Outcome::content));
        db.insertInto(
                        REVISIONS,
                        REVISIONS.ORDER_ID,
                        REVISIONS.REVISION,
                        REVISIONS.AT,
                        REVISIONS.RAW_PAYLOAD,
                        REVISIONS.CONTENT)
                .select(db.select(
                                column("order_id", Long.class),
                                column("revision", Integer.class),
                                DSL.val(now),
                                column("raw_payload", Long.class),
                                column("content", "jsonb", JSONB.class))
                        .from(rows))
                .execute();
    }

    private static @Nullable OffsetDateTime changedAt(Arrival arrival) {
        return arrival.incoming().changedAt() == null
                ? null
                : Rows.inOffice(arrival.incoming().changedAt());
    }
}
