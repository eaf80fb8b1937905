package okienko.warehouse;

import static okienko.warehouse.schema.Tables.HANDOVERS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import okienko.orders.CanonicalJson;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outbox. A hand-over is written in the transaction that releases the order, so there is never one without the
 * other; it is delivered later, again and again until the warehouse has it. A crash between delivery and our noting it
 * sends the message once more under the same key.
 */
@Repository
class Handovers {

    /** How long a delivery may take before another worker may try the same message. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(3);
    private static final int DOUBLINGS_MAX = 12;

    /** Refusals before a person has to look. */
    static final int REFUSALS_MAX = 5;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;
    private final Orders orders;
    private final Clock clock;

    Handovers(DSLContext db, Orders orders, Clock clock) {
        this.db = db;
        this.orders = orders;
        this.clock = clock;
    }

    /** What has become of a hand-over. */
    enum State {
        PENDING,
        DELIVERED,
        /** Given up: an administrator repeats or discards it. */
        DEAD,
        DISCARDED
    }

    /** A row of the outbox as the settings page shows it. */
    record Entry(
            long id,
            OrderId order,
            String key,
            Handover.Kind kind,
            State state,
            Instant createdAt,
            Instant nextAttemptAt,
            int attempts,
            @Nullable String lastError,
            @Nullable Instant settledAt) {}

    /** Writes hand-overs for real orders; the demo shop's have no warehouse. Writing one again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    void write(Handover.Kind kind, List<OrderId> released) {
        OffsetDateTime now = now();
        var insert = db.insertInto(
                HANDOVERS,
                HANDOVERS.IDEMPOTENCY_KEY,
                HANDOVERS.ORDER_ID,
                HANDOVERS.KIND,
                HANDOVERS.BODY,
                HANDOVERS.STATE,
                HANDOVERS.CREATED_AT,
                HANDOVERS.NEXT_ATTEMPT_AT);
        int rows = 0;
        for (StoredOrder order : orders.all(released).values()) {
            if (order.demo()) continue;
            String key = key(kind, order);
            insert = insert.values(
                    key, order.id().value(), kind.name(), body(kind, key, order), State.PENDING.name(), now, now);
            rows++;
        }
        if (rows > 0) insert.onConflictDoNothing().execute();
    }

    /** Those of the given orders the warehouse was told to send, or is about to be. */
    List<OrderId> handedOver(List<OrderId> asked) {
        return db.selectDistinct(HANDOVERS.ORDER_ID)
                .from(HANDOVERS)
                .where(HANDOVERS.ORDER_ID.in(asked.stream().map(OrderId::value).toList()))
                .and(HANDOVERS.STATE.ne(State.DISCARDED.name()))
                .fetch(row -> new OrderId(row.value1()));
    }

    /** Takes messages whose time has come, oldest first, never a later one of an order before an earlier one. */
    @Transactional
    List<Handover> take(int limit) {
        var earlier = HANDOVERS.as("earlier");
        return db
                .update(HANDOVERS)
                .set(HANDOVERS.NEXT_ATTEMPT_AT, now().plus(LEASE))
                .set(HANDOVERS.ATTEMPTS, HANDOVERS.ATTEMPTS.plus(1))
                .where(HANDOVERS.ID.in(select(HANDOVERS.ID)
                        .from(HANDOVERS)
                        .where(HANDOVERS.STATE.eq(State.PENDING.name()))
                        .and(HANDOVERS.NEXT_ATTEMPT_AT.le(now()))
                        .and(notExists(selectOne()
                                .from(earlier)
                                .where(of(earlier, HANDOVERS.ORDER_ID).eq(HANDOVERS.ORDER_ID))
                                .and(of(earlier, HANDOVERS.ID).lt(HANDOVERS.ID))
                                .and(of(earlier, HANDOVERS.STATE).in(State.PENDING.name(), State.DEAD.name()))))
                        .orderBy(HANDOVERS.ID)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked()))
                .returning(HANDOVERS.ID, HANDOVERS.IDEMPOTENCY_KEY, HANDOVERS.KIND, HANDOVERS.BODY)
                .fetch(row -> new Handover(
                        row.get(HANDOVERS.ID),
                        row.get(HANDOVERS.IDEMPOTENCY_KEY),
                        Handover.Kind.valueOf(row.get(HANDOVERS.KIND)),
                        row.get(HANDOVERS.BODY)))
                .stream()
                .sorted(Comparator.comparingLong(Handover::id))
                .toList();
    }

    private static <T> Field<T> of(Table<?> alias, Field<T> column) {
        return Objects.requireNonNull(alias.field(column));
    }

    /** Notes what the warehouse answered. */
    @Transactional
    void settle(Handover handover, Warehouse.Answer answer) {
        switch (answer) {
            case Warehouse.Answer.Accepted() -> delivered(handover);
            case Warehouse.Answer.Refused(String why) -> postpone(handover, why, 1);
            case Warehouse.Answer.Unavailable(String why) -> postpone(handover, why, 0);
        }
    }

    private void delivered(Handover handover) {
        db.update(HANDOVERS)
                .set(HANDOVERS.STATE, State.DELIVERED.name())
                .set(HANDOVERS.SETTLED_AT, now())
                .setNull(HANDOVERS.LAST_ERROR)
                .where(HANDOVERS.ID.eq(handover.id()), HANDOVERS.STATE.ne(State.DELIVERED.name()))
                .returning(HANDOVERS.ORDER_ID)
                .fetchOptional(HANDOVERS.ORDER_ID)
                .ifPresent(order -> orders.record(
                        new OrderId(order),
                        null,
                        "warehouse." + handover.kind().name(),
                        Map.of("key", handover.key())));
    }

    private void postpone(Handover handover, String why, int refusal) {
        var row = db.select(HANDOVERS.REFUSALS, HANDOVERS.ATTEMPTS, HANDOVERS.CREATED_AT)
                .from(HANDOVERS)
                .where(HANDOVERS.ID.eq(handover.id()))
                .fetchSingle();
        int refusals = row.get(HANDOVERS.REFUSALS) + refusal;
        boolean tooOld = row.get(HANDOVERS.CREATED_AT).plus(GIVE_UP_AFTER).isBefore(now());
        boolean dead = refusals >= REFUSALS_MAX || tooOld;
        db.update(HANDOVERS)
                .set(HANDOVERS.REFUSALS, refusals)
                .set(HANDOVERS.LAST_ERROR, why)
                .set(HANDOVERS.STATE, (dead ? State.DEAD : State.PENDING).name())
                .set(HANDOVERS.NEXT_ATTEMPT_AT, now().plus(wait(row.get(HANDOVERS.ATTEMPTS))))
                .where(HANDOVERS.ID.eq(handover.id()), HANDOVERS.STATE.eq(State.PENDING.name()))
                .execute();
    }

    static Duration wait(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    /** Tries a message again now. */
    @Transactional
    boolean repeat(long id) {
        return db.update(HANDOVERS)
                        .set(HANDOVERS.STATE, State.PENDING.name())
                        .set(HANDOVERS.REFUSALS, 0)
                        .set(HANDOVERS.CREATED_AT, now())
                        .set(HANDOVERS.NEXT_ATTEMPT_AT, now())
                        .where(HANDOVERS.ID.eq(id), HANDOVERS.STATE.in(State.DEAD.name(), State.PENDING.name()))
                        .execute()
                == 1;
    }

    /** Gives a message up for good: the warehouse was told by other means. */
    @Transactional
    boolean discard(long id) {
        return db.update(HANDOVERS)
                        .set(HANDOVERS.STATE, State.DISCARDED.name())
                        .set(HANDOVERS.SETTLED_AT, now())
                        .where(HANDOVERS.ID.eq(id), HANDOVERS.STATE.in(State.DEAD.name(), State.PENDING.name()))
                        .execute()
                == 1;
    }

    Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        db.select(HANDOVERS.STATE, count())
                .from(HANDOVERS)
                .groupBy(HANDOVERS.STATE)
                .forEach(row -> counts.put(State.valueOf(row.value1()), row.value2()));
        return counts;
    }

    /** How much is on its way and given up, and since when the oldest waits. */
    Backlog backlog(Destination destination) {
        var pending = HANDOVERS.STATE.eq(inline(State.PENDING.name()));
        var dead = HANDOVERS.STATE.eq(inline(State.DEAD.name()));
        return db.select(
                        count().filterWhere(pending),
                        min(HANDOVERS.CREATED_AT).filterWhere(pending),
                        count().filterWhere(dead))
                .from(HANDOVERS)
                .where(pending.or(dead))
                .fetchSingle(row -> new Backlog(
                        row.value1(),
                        row.value2() == null ? null : row.value2().toInstant(),
                        row.value3(),
                        destination.kind() != Destination.Kind.NONE,
                        destination.outages() == 0));
    }

    /** The newest of one state; those before {@code before} on later pages. */
    List<Entry> list(State state, long before, int limit) {
        return new ArrayList<>(db.selectFrom(HANDOVERS)
                .where(HANDOVERS.STATE.eq(state.name()), HANDOVERS.ID.lt(before))
                .orderBy(HANDOVERS.ID.desc())
                .limit(limit)
                .fetch(row -> new Entry(
                        row.get(HANDOVERS.ID),
                        new OrderId(row.get(HANDOVERS.ORDER_ID)),
                        row.get(HANDOVERS.IDEMPOTENCY_KEY),
                        Handover.Kind.valueOf(row.get(HANDOVERS.KIND)),
                        State.valueOf(row.get(HANDOVERS.STATE)),
                        row.get(HANDOVERS.CREATED_AT).toInstant(),
                        row.get(HANDOVERS.NEXT_ATTEMPT_AT).toInstant(),
                        row.get(HANDOVERS.ATTEMPTS),
                        row.get(HANDOVERS.LAST_ERROR),
                        row.get(HANDOVERS.SETTLED_AT) == null
                                ? null
                                : row.get(HANDOVERS.SETTLED_AT).toInstant())));
    }

    private static String key(Handover.Kind kind, StoredOrder order) {
        var key = order.order().key();
        return key.channel() + ":" + key.externalId() + ":" + kind + ":" + order.revision();
    }

    private String body(Handover.Kind kind, String key, StoredOrder order) {
        ObjectNode message = MAPPER.createObjectNode();
        message.put("event", "order." + kind.name().toLowerCase(Locale.ROOT));
        message.put("key", key);
        message.put("orderId", order.id().value());
        message.put("revision", order.revision());
        message.put("at", clock.instant().toString());
        boolean collect = order.order().payment().form().cash();
        message.put("toCollect", collect ? order.order().total().amount().toPlainString() : "0.00");
        message.set("order", MAPPER.readTree(CanonicalJson.write(order.order())));
        return MAPPER.writeValueAsString(message);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
