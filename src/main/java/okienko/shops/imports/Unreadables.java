package okienko.shops.imports;

import static okienko.shops.schema.Tables.UNREADABLE_PAYLOADS;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.access.Audit;
import okienko.orders.Incoming;
import okienko.orders.Orders;
import okienko.orders.RawPayload;
import okienko.orders.Receipt;
import okienko.orders.UnreadableOrder;
import okienko.shops.OrderFormat;
import okienko.shops.OrderFormats;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;
import okienko.shops.imports.Intake.Origin;
import okienko.ui.Live;
import okienko.work.NewItem;
import okienko.work.WorkItems;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What came in and could not be understood: kept as it is until somebody mends or discards it. */
@Repository
public class Unreadables {

    static final String WORK = "UNREADABLE";
    static final int PAGE = 100;
    private static final String QUEUE = "technical";

    private final DSLContext db;
    private final Orders orders;
    private final WorkItems work;
    private final Channels channels;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    Unreadables(DSLContext db, Orders orders, WorkItems work, Channels channels, Audit audit, Live live, Clock clock) {
        this.db = db;
        this.orders = orders;
        this.work = work;
        this.channels = channels;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /** A payload just found unreadable. */
    record Found(long rawPayload, long line, UnreadableOrder problem) {}

    /** Where a kept payload stands. */
    enum State {
        OPEN,
        SOLVED,
        DISCARDED
    }

    /** What a second try gave. */
    sealed interface Retried {
        record In(Receipt receipt) implements Retried {}

        record NotReady(ReadOrder.Why why) implements Retried {}

        record Still(UnreadableOrder problem) implements Retried {}

        record Settled() implements Retried {}
    }

    /** Keeps them and opens a work item for each; the answer has their numbers in the same order. */
    @Transactional
    public List<Long> keep(List<Found> found, Origin origin) {
        if (found.isEmpty()) {
            return List.of();
        }
        OffsetDateTime now = now();
        var insert = db.insertInto(
                UNREADABLE_PAYLOADS,
                UNREADABLE_PAYLOADS.RAW_PAYLOAD,
                UNREADABLE_PAYLOADS.ORDER_IMPORT,
                UNREADABLE_PAYLOADS.SOURCE,
                UNREADABLE_PAYLOADS.CHANNEL,
                UNREADABLE_PAYLOADS.FORMAT,
                UNREADABLE_PAYLOADS.LINE,
                UNREADABLE_PAYLOADS.PROBLEM,
                UNREADABLE_PAYLOADS.FIELD,
                UNREADABLE_PAYLOADS.VALUE,
                UNREADABLE_PAYLOADS.RECEIVED_AT);
        for (Found each : found) {
            insert = insert.values(
                    each.rawPayload,
                    origin.orderImport(),
                    origin.source(),
                    origin.channel(),
                    origin.format(),
                    each.line,
                    each.problem.problem().name(),
                    storable(each.problem.field()),
                    storable(each.problem.value()),
                    now);
        }
        List<Long> ids = insert.returning(UNREADABLE_PAYLOADS.ID).fetch(UNREADABLE_PAYLOADS.ID).stream()
                .sorted()
                .toList();
        work.open(ids.stream()
                .map(id -> new NewItem(WORK, Long.toString(id), QUEUE, now.toInstant(), null))
                .toList());
        live.signal("unreadable");
        return ids;
    }

    /** Those still open, oldest first, after the given number. */
    List<UnreadablePayload> open(long after) {
        return list(UNREADABLE_PAYLOADS.STATE.eq(State.OPEN.name()).and(UNREADABLE_PAYLOADS.ID.gt(after)), PAGE);
    }

    /** How many are open. */
    int open() {
        return db.fetchCount(UNREADABLE_PAYLOADS, UNREADABLE_PAYLOADS.STATE.eq(State.OPEN.name()));
    }

    /** Those of one import after the given number, settled ones included. */
    List<UnreadablePayload> of(long orderImport, long after, int most) {
        return list(UNREADABLE_PAYLOADS.ORDER_IMPORT.eq(orderImport).and(UNREADABLE_PAYLOADS.ID.gt(after)), most);
    }

    Optional<UnreadablePayload> find(long id) {
        return list(UNREADABLE_PAYLOADS.ID.eq(id), 1).stream().findFirst();
    }

    /** The payload as text. */
    String text(UnreadablePayload payload) {
        return orders.payload(payload.rawPayload())
                .map(raw -> new String(raw.body(), StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Tries again with the payload as it is, or as somebody mended it; both versions stay. */
    @Transactional
    public Retried retry(long id, String text, String agent) {
        UnreadablePayload payload = find(id).orElseThrow();
        if (payload.state() != State.OPEN) {
            return new Retried.Settled();
        }
        byte[] raw = text.equals(text(payload)) ? original(payload) : text.getBytes(StandardCharsets.UTF_8);
        Optional<OrderFormat> format = OrderFormats.named(payload.format());
        ReadOrder read = format.map(
                        known -> known.read(new Piece(payload.line(), raw), channels.settings(payload.channel())))
                .orElseGet(() -> Intake.unknownFormat(raw));
        return switch (read) {
            case ReadOrder.Readable readable -> {
                long number = orders.keep("mended", payload.format(), raw);
                Receipt receipt = orders.receive(List.of(new Incoming(
                                readable.order(), number, Origin.isDemo(payload.source()), readable.changedAt())))
                        .getFirst();
                settle(payload, State.SOLVED, agent, "");
                yield new Retried.In(receipt);
            }
            case ReadOrder.NotReady notReady -> {
                settle(payload, State.DISCARDED, agent, notReady.why().name());
                yield new Retried.NotReady(notReady.why());
            }
            case ReadOrder.Unreadable unreadable -> new Retried.Still(unreadable.problem());
        };
    }

    /** Gives a payload up, for a reason that stays with it. */
    @Transactional
    public boolean discard(long id, String reason, String agent) {
        UnreadablePayload payload = find(id).orElseThrow();
        if (payload.state() != State.OPEN) {
            return false;
        }
        settle(payload, State.DISCARDED, agent, reason);
        return true;
    }

    /** Removes what the demo shop sent, settled or not, with the work it made. */
    @Transactional
    public void removeDemo() {
        Map<Long, Long> payloads = db.deleteFrom(UNREADABLE_PAYLOADS)
                .where(UNREADABLE_PAYLOADS.SOURCE.eq(Origin.DEMO))
                .returning(UNREADABLE_PAYLOADS.ID, UNREADABLE_PAYLOADS.RAW_PAYLOAD)
                .fetchMap(UNREADABLE_PAYLOADS.ID, UNREADABLE_PAYLOADS.RAW_PAYLOAD);
        orders.forget(payloads.values());
        work.forget(WORK, payloads.keySet().stream().map(String::valueOf).toList());
        live.signal("unreadable");
    }

    private byte[] original(UnreadablePayload payload) {
        return orders.payload(payload.rawPayload()).map(RawPayload::body).orElse(new byte[0]);
    }

    private void settle(UnreadablePayload payload, State state, String agent, String reason) {
        db.update(UNREADABLE_PAYLOADS)
                .set(UNREADABLE_PAYLOADS.STATE, state.name())
                .set(UNREADABLE_PAYLOADS.SETTLED_AT, now())
                .set(UNREADABLE_PAYLOADS.SETTLED_BY, agent)
                .set(UNREADABLE_PAYLOADS.REASON, reason)
                .where(UNREADABLE_PAYLOADS.ID.eq(payload.id()))
                .and(UNREADABLE_PAYLOADS.STATE.eq(State.OPEN.name()))
                .execute();
        String reference = Long.toString(payload.id());
        work.close(WORK, List.of(reference));
        audit.record(
                "unreadable." + state.name().toLowerCase(java.util.Locale.ROOT), reference, Map.of("reason", reason));
        live.signal("unreadable");
    }

    private List<UnreadablePayload> list(Condition condition, int most) {
        return db.selectFrom(UNREADABLE_PAYLOADS)
                .where(condition)
                .orderBy(UNREADABLE_PAYLOADS.ID)
                .limit(most)
                .fetch(Unreadables::payload);
    }

    private static UnreadablePayload payload(Record row) {
        OffsetDateTime settledAt = row.get(UNREADABLE_PAYLOADS.SETTLED_AT);
        return new UnreadablePayload(
                row.get(UNREADABLE_PAYLOADS.ID),
                row.get(UNREADABLE_PAYLOADS.RAW_PAYLOAD),
                row.get(UNREADABLE_PAYLOADS.ORDER_IMPORT),
                row.get(UNREADABLE_PAYLOADS.SOURCE),
                row.get(UNREADABLE_PAYLOADS.CHANNEL),
                row.get(UNREADABLE_PAYLOADS.FORMAT),
                row.get(UNREADABLE_PAYLOADS.LINE),
                UnreadableOrder.Problem.valueOf(row.get(UNREADABLE_PAYLOADS.PROBLEM)),
                row.get(UNREADABLE_PAYLOADS.FIELD),
                row.get(UNREADABLE_PAYLOADS.VALUE),
                row.get(UNREADABLE_PAYLOADS.RECEIVED_AT).toInstant(),
                State.valueOf(row.get(UNREADABLE_PAYLOADS.STATE)),
                settledAt == null ? null : settledAt.toInstant(),
                row.get(UNREADABLE_PAYLOADS.SETTLED_BY),
                row.get(UNREADABLE_PAYLOADS.REASON));
    }

    private static String storable(@Nullable String text) {
        return text == null ? "" : okienko.orders.JsonFields.storable(text);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
