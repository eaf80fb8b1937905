package okienko.connections.writeback;

import static okienko.connections.schema.Tables.MESSAGES;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.connections.Access;
import okienko.connections.Connection;
import okienko.connections.PlatformTrouble;
import okienko.connections.WriteBack;
import okienko.orders.JsonFields;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outbox to the shops. A message is written in the transaction of the decision it tells of, and delivered later by the
 * worker that reads the shop, one after another, until the shop has it. A crash between delivery and our noting it delivers
 * it once more, marked as repeated, and the platform's class looks first whether it is there.
 */
@Repository
public class Outbox {

    /** Refusals before a person has to look. */
    static final int REFUSALS_MAX = 3;

    /** A lease of the connection is for so many, at the slowest platform's pace. */
    private static final int BATCH = 25;

    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(1);
    private static final int MAX_ERROR = 500;

    private final DSLContext db;
    private final Orders orders;
    private final Clock clock;

    Outbox(DSLContext db, Orders orders, Clock clock) {
        this.db = db;
        this.orders = orders;
        this.clock = clock;
    }

    /** What has become of a message. */
    public enum State {
        PENDING,
        DELIVERED,
        /** Given up: somebody repeats or discards it. */
        DEAD,
        DISCARDED
    }

    /** A message as the page shows it. */
    public record Entry(
            long id,
            OrderId order,
            String externalId,
            WriteBack.Kind kind,
            String text,
            State state,
            Instant createdAt,
            int attempts,
            String lastError,
            @Nullable Instant settledAt) {}

    /** A message on its way into the outbox; the key tells it from all others of the shop's orders. */
    record Draft(
            OrderId order,
            String externalId,
            WriteBack.Kind kind,
            String what,
            String text,
            String carrier,
            String number) {}

    /** Writes a message, in the transaction of what it tells of; the same again changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Connection connection, Draft draft) {
        String key = connection.channel() + ":" + draft.externalId + ":" + draft.kind + ":" + draft.what;
        db.insertInto(MESSAGES)
                .set(MESSAGES.MESSAGE_KEY, key)
                .set(MESSAGES.SHOP_ID, connection.id())
                .set(MESSAGES.ORDER_ID, draft.order.value())
                .set(MESSAGES.EXTERNAL_ID, draft.externalId)
                .set(MESSAGES.KIND, draft.kind.name())
                .set(MESSAGES.CONTENT, draft.text)
                .set(MESSAGES.CARRIER, draft.carrier)
                .set(MESSAGES.TRACKING_NUMBER, draft.number)
                .set(MESSAGES.STATE, State.PENDING.name())
                .set(MESSAGES.CREATED_AT, now())
                .set(MESSAGES.NEXT_ATTEMPT_AT, now())
                .onConflictDoNothing()
                .execute();
    }

    /**
     * Delivers what is due to a shop, oldest first; trouble on the way ends it, and what is left stays for the next time.
     *
     * @return whether there may be more
     */
    public boolean deliver(Connection connection, Access access) {
        List<Long> due = due(connection.id());
        for (long id : due) {
            Optional<WriteBack> taken = attempt(id);
            if (taken.isEmpty()) continue;
            WriteBack message = taken.get();
            try {
                settle(message, connection.kind().write(access, message));
            } catch (PlatformTrouble trouble) {
                note(message, trouble.said());
                if (trouble.kind() != PlatformTrouble.Kind.ODD) throw trouble;
                settle(message, new WriteBack.Answer.Refused(trouble.said()));
            }
        }
        return due.size() == BATCH;
    }

    private List<Long> due(long shop) {
        return db.select(MESSAGES.ID)
                .from(MESSAGES)
                .where(MESSAGES.SHOP_ID.eq(shop), MESSAGES.STATE.eq(State.PENDING.name()))
                .and(MESSAGES.NEXT_ATTEMPT_AT.le(now()))
                .orderBy(MESSAGES.ID)
                .limit(BATCH)
                .fetch(MESSAGES.ID);
    }

    /** Notes that a message is on its way, before it is; empty when somebody discarded it meanwhile. */
    private Optional<WriteBack> attempt(long id) {
        return db.update(MESSAGES)
                .set(MESSAGES.ATTEMPTS, MESSAGES.ATTEMPTS.plus(1))
                .where(MESSAGES.ID.eq(id), MESSAGES.STATE.eq(State.PENDING.name()))
                .returning(MESSAGES.fields())
                .fetchOptional(row -> new WriteBack(
                        row.get(MESSAGES.ID),
                        WriteBack.Kind.valueOf(row.get(MESSAGES.KIND)),
                        row.get(MESSAGES.EXTERNAL_ID),
                        row.get(MESSAGES.CONTENT),
                        row.get(MESSAGES.CARRIER),
                        row.get(MESSAGES.TRACKING_NUMBER),
                        row.get(MESSAGES.ATTEMPTS) > 1));
    }

    private void settle(WriteBack message, WriteBack.Answer answer) {
        switch (answer) {
            case WriteBack.Answer.Accepted() -> delivered(message);
            case WriteBack.Answer.Refused(String why) -> refused(message, why);
        }
    }

    private void delivered(WriteBack message) {
        db.update(MESSAGES)
                .set(MESSAGES.STATE, State.DELIVERED.name())
                .set(MESSAGES.SETTLED_AT, now())
                .set(MESSAGES.LAST_ERROR, "")
                .where(MESSAGES.ID.eq(message.id()), MESSAGES.STATE.eq(State.PENDING.name()))
                .returning(MESSAGES.ORDER_ID)
                .fetchOptional(MESSAGES.ORDER_ID)
                .ifPresent(order -> orders.record(
                        new OrderId(order),
                        null,
                        "connection." + message.kind().name(),
                        Map.of("text", message.text())));
    }

    private void refused(WriteBack message, String why) {
        db.update(MESSAGES)
                .set(MESSAGES.REFUSALS, MESSAGES.REFUSALS.plus(1))
                .set(
                        MESSAGES.STATE,
                        when(MESSAGES.REFUSALS.ge(REFUSALS_MAX - 1), State.DEAD.name())
                                .otherwise(State.PENDING.name()))
                .set(MESSAGES.NEXT_ATTEMPT_AT, now().plus(AFTER_REFUSAL))
                .set(MESSAGES.LAST_ERROR, JsonFields.storable(why, MAX_ERROR))
                .where(MESSAGES.ID.eq(message.id()), MESSAGES.STATE.eq(State.PENDING.name()))
                .execute();
    }

    private void note(WriteBack message, String why) {
        db.update(MESSAGES)
                .set(MESSAGES.LAST_ERROR, JsonFields.storable(why, MAX_ERROR))
                .where(MESSAGES.ID.eq(message.id()))
                .execute();
    }

    /** Tries a message again. */
    @Transactional
    public boolean repeat(long shop, long id) {
        return db.update(MESSAGES)
                        .set(MESSAGES.STATE, State.PENDING.name())
                        .set(MESSAGES.REFUSALS, 0)
                        .set(MESSAGES.NEXT_ATTEMPT_AT, now())
                        .where(MESSAGES.ID.eq(id), MESSAGES.SHOP_ID.eq(shop), MESSAGES.STATE.eq(State.DEAD.name()))
                        .execute()
                == 1;
    }

    /** Gives a message up for good. */
    @Transactional
    public boolean discard(long shop, long id) {
        return db.update(MESSAGES)
                        .set(MESSAGES.STATE, State.DISCARDED.name())
                        .set(MESSAGES.SETTLED_AT, now())
                        .where(MESSAGES.ID.eq(id), MESSAGES.SHOP_ID.eq(shop))
                        .and(MESSAGES.STATE.in(State.DEAD.name(), State.PENDING.name()))
                        .execute()
                == 1;
    }

    /** How many messages to a shop stand where. */
    public Map<State, Integer> counts(long shop) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        db.select(MESSAGES.STATE, count())
                .from(MESSAGES)
                .where(MESSAGES.SHOP_ID.eq(shop))
                .groupBy(MESSAGES.STATE)
                .forEach(row -> counts.put(State.valueOf(row.value1()), row.value2()));
        return counts;
    }

    /** The newest messages to a shop in one state. */
    public List<Entry> list(long shop, State state, int most) {
        return db.selectFrom(MESSAGES)
                .where(MESSAGES.SHOP_ID.eq(shop), MESSAGES.STATE.eq(state.name()))
                .orderBy(MESSAGES.ID.desc())
                .limit(most)
                .fetch(row -> new Entry(
                        row.get(MESSAGES.ID),
                        new OrderId(row.get(MESSAGES.ORDER_ID)),
                        row.get(MESSAGES.EXTERNAL_ID),
                        WriteBack.Kind.valueOf(row.get(MESSAGES.KIND)),
                        row.get(MESSAGES.CONTENT),
                        State.valueOf(row.get(MESSAGES.STATE)),
                        row.get(MESSAGES.CREATED_AT).toInstant(),
                        row.get(MESSAGES.ATTEMPTS),
                        row.get(MESSAGES.LAST_ERROR),
                        Optional.ofNullable(row.get(MESSAGES.SETTLED_AT))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
