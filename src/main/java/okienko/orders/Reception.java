package okienko.orders;

import static okienko.database.RowSet.in;
import static okienko.orders.schema.Tables.CUSTOMER_ORDERS;
import static okienko.orders.schema.Tables.REVISIONS;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.database.Moments;
import okienko.database.RowSet;
import okienko.orders.Arrival.Known;
import okienko.orders.Arrival.Outcome;
import okienko.orders.Receipt.Kind;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The part of {@link Orders} that writes orders, a batch in a handful of statements however large it is. */
final class Reception {

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
                .set(CUSTOMER_ORDERS.PLACED_AT, Moments.stored(changed.placedAt()))
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

    /**
     * Locks the orders that are known already, always in the same order so that two batches cannot block each other. Their
     * keys stay as they are: whoever writes something that belongs to one of them need not wait, and control does.
     */
    private Map<OrderKey, Known> known(List<Arrival> arrivals) {
        Map<OrderKey, Known> known = new HashMap<>();
        if (arrivals.isEmpty()) {
            return known;
        }
        var rows = RowSet.of(arrivals)
                .column(CUSTOMER_ORDERS.CHANNEL, arrival -> arrival.key().channel())
                .column(CUSTOMER_ORDERS.EXTERNAL_ID, arrival -> arrival.key().externalId());
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
                .join(rows.table())
                .on(CUSTOMER_ORDERS.CHANNEL.eq(in(CUSTOMER_ORDERS.CHANNEL)))
                .and(CUSTOMER_ORDERS.EXTERNAL_ID.eq(in(CUSTOMER_ORDERS.EXTERNAL_ID)))
                .orderBy(CUSTOMER_ORDERS.ID)
                .forNoKeyUpdate()
                .of(CUSTOMER_ORDERS)
                .forEach(row -> known.put(
                        new OrderKey(row.value2(), row.value3()),
                        new Known(
                                row.value1(),
                                row.value4(),
                                row.value5(),
                                row.value6().data(),
                                row.value7() == null ? null : row.value7().data(),
                                Moments.read(row.value8()))));
        return known;
    }

    private Map<OrderKey, Long> insert(List<Arrival> arrivals, OffsetDateTime now) {
        if (arrivals.isEmpty()) {
            return Map.of();
        }
        var rows = RowSet.of(arrivals)
                .column(CUSTOMER_ORDERS.CHANNEL, arrival -> arrival.key().channel())
                .column(CUSTOMER_ORDERS.EXTERNAL_ID, arrival -> arrival.key().externalId())
                .column(CUSTOMER_ORDERS.NUMBER, arrival -> arrival.order().number())
                .column(CUSTOMER_ORDERS.REVISION, _ -> 1)
                .column(
                        CUSTOMER_ORDERS.STATUS,
                        arrival -> arrival.order().status().name())
                .column(
                        CUSTOMER_ORDERS.PLACED_AT,
                        arrival -> Moments.stored(arrival.order().placedAt()))
                .column(CUSTOMER_ORDERS.RECEIVED_AT, _ -> now)
                .column(CUSTOMER_ORDERS.CONTENT, arrival -> JSONB.valueOf(arrival.content()))
                .column(CUSTOMER_ORDERS.DEMO, arrival -> arrival.incoming().demo())
                .column(CUSTOMER_ORDERS.CHANNEL_HASH, Reception::hash)
                .column(CUSTOMER_ORDERS.CHANNEL_CHANGED_AT, Reception::changedAt);
        Map<OrderKey, Long> inserted = HashMap.newHashMap(arrivals.size());
        db.insertInto(CUSTOMER_ORDERS, rows.targets())
                .select(db.select(rows.columns())
                        .from(rows.table())
                        // one order for everybody: two batches that insert the same orders cannot block each other
                        .orderBy(in(CUSTOMER_ORDERS.CHANNEL), in(CUSTOMER_ORDERS.EXTERNAL_ID)))
                .onConflict(CUSTOMER_ORDERS.CHANNEL, CUSTOMER_ORDERS.EXTERNAL_ID)
                .doNothing()
                .returningResult(CUSTOMER_ORDERS.ID, CUSTOMER_ORDERS.CHANNEL, CUSTOMER_ORDERS.EXTERNAL_ID)
                .fetch()
                .forEach(row -> inserted.put(new OrderKey(row.value2(), row.value3()), row.value1()));
        return inserted;
    }

    private void update(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        var rows = RowSet.of(outcomes)
                .column(CUSTOMER_ORDERS.ID, row -> row.receipt().id().value())
                .column(CUSTOMER_ORDERS.NUMBER, row -> row.order().number())
                .column(CUSTOMER_ORDERS.REVISION, row -> row.receipt().revision())
                .column(CUSTOMER_ORDERS.STATUS, row -> row.order().status().name())
                .column(
                        CUSTOMER_ORDERS.PLACED_AT,
                        row -> Moments.stored(row.order().placedAt()))
                .column(CUSTOMER_ORDERS.CONTENT, row -> JSONB.valueOf(row.content()))
                .column(CUSTOMER_ORDERS.CHANNEL_HASH, row -> hash(row.arrival()))
                .column(CUSTOMER_ORDERS.CHANNEL_CONTENT, row -> JSONB.jsonbOrNull(row.channelContent()))
                .column(CUSTOMER_ORDERS.CHANNEL_CHANGED_AT, row -> changedAt(row.arrival()));
        db.update(CUSTOMER_ORDERS)
                .set(CUSTOMER_ORDERS.NUMBER, in(CUSTOMER_ORDERS.NUMBER))
                .set(CUSTOMER_ORDERS.REVISION, in(CUSTOMER_ORDERS.REVISION))
                .set(CUSTOMER_ORDERS.STATUS, in(CUSTOMER_ORDERS.STATUS))
                .set(CUSTOMER_ORDERS.PLACED_AT, in(CUSTOMER_ORDERS.PLACED_AT))
                .set(CUSTOMER_ORDERS.CONTENT, in(CUSTOMER_ORDERS.CONTENT))
                .set(CUSTOMER_ORDERS.CHANNEL_HASH, in(CUSTOMER_ORDERS.CHANNEL_HASH))
                .set(CUSTOMER_ORDERS.CHANNEL_CONTENT, in(CUSTOMER_ORDERS.CHANNEL_CONTENT))
                .set(
                        CUSTOMER_ORDERS.CHANNEL_CHANGED_AT,
                        DSL.coalesce(in(CUSTOMER_ORDERS.CHANNEL_CHANGED_AT), CUSTOMER_ORDERS.CHANNEL_CHANGED_AT))
                .from(rows.table())
                .where(CUSTOMER_ORDERS.ID.eq(in(CUSTOMER_ORDERS.ID)))
                .execute();
    }

    private void insertRevisions(List<Outcome> outcomes, OffsetDateTime now) {
        if (outcomes.isEmpty()) {
            return;
        }
        var rows = RowSet.of(outcomes)
                .column(REVISIONS.ORDER_ID, row -> row.receipt().id().value())
                .column(REVISIONS.REVISION, row -> row.receipt().revision())
                .column(REVISIONS.AT, _ -> now)
                .column(REVISIONS.RAW_PAYLOAD, row -> row.arrival().incoming().rawPayload())
                .column(REVISIONS.CONTENT, row -> JSONB.valueOf(row.content()));
        db.insertInto(REVISIONS, rows.targets())
                .select(db.select(rows.columns()).from(rows.table()))
                .execute();
    }

    private static byte[] hash(Arrival arrival) {
        return HexFormat.of().parseHex(arrival.hash());
    }

    private static @Nullable OffsetDateTime changedAt(Arrival arrival) {
        return Moments.stored(arrival.incoming().changedAt());
    }
}
