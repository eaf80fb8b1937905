package okienko.ordercontrol;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.HOLDS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.ControlFigures.BoardFigures.Hour;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.engine.Register;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The figures of control: how many, how fast, and what is held for what. */
@Repository
public class ControlFigures {

    private static final int OLDEST = 10;
    private static final int MOST_HOURS = 24 * 7;

    private static final Condition HELD = CONTROLLED_ORDERS.STATE.eq(inline(State.HELD.name()));

    private final DSLContext db;
    private final Clock clock;

    ControlFigures(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The board's figures.
     *
     * @param since the orders received from then on count; what is open counts whenever it was received
     * @param demo true: only the demo shop's orders, false: none of them, null: all
     */
    public BoardFigures board(Instant since, @Nullable Boolean demo) {
        Condition counted = demo == null ? noCondition() : CONTROLLED_ORDERS.DEMO.eq(demo);
        Record received = received(since, counted);
        Map<State, Long> open = open(counted);
        return new BoardFigures(
                number(received, "received"),
                number(received, "released"),
                number(received, "alone"),
                number(received, "cancelled"),
                open.getOrDefault(State.PENDING, 0L),
                open.getOrDefault(State.WAITING, 0L),
                open.getOrDefault(State.HELD, 0L),
                lapsed(since, counted),
                duration(received.get("median", Double.class)),
                duration(received.get("slowest", Double.class)),
                hours(since, counted),
                byReason(counted),
                byQueue(counted),
                db.selectFrom(CONTROLLED_ORDERS)
                        .where(HELD, counted)
                        .orderBy(CONTROLLED_ORDERS.RECEIVED_AT, CONTROLLED_ORDERS.ORDER_ID)
                        .limit(OLDEST)
                        .fetch(Register::read));
    }

    private Record received(Instant since, Condition counted) {
        Condition released = CONTROLLED_ORDERS.RELEASED_AT.isNotNull();
        return db.select(
                        count().as("received"),
                        count().filterWhere(released).as("released"),
                        count().filterWhere(released, CONTROLLED_ORDERS.RELEASED_BY.isNull())
                                .as("alone"),
                        count().filterWhere(CONTROLLED_ORDERS.STATE.eq(inline(State.CANCELLED.name())))
                                .as("cancelled"),
                        secondsToRelease(0.5).as("median"),
                        secondsToRelease(0.95).as("slowest"))
                .from(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.RECEIVED_AT.ge(at(since)), counted)
                .fetchSingle();
    }

    private long lapsed(Instant since, Condition counted) {
        return db.select(countDistinct(HOLDS.ORDER_ID))
                .from(HOLDS)
                .join(CONTROLLED_ORDERS)
                .on(CONTROLLED_ORDERS.ORDER_ID.eq(HOLDS.ORDER_ID))
                .where(HOLDS.STATE.eq(inline(Hold.State.LAPSED.name())), HOLDS.CLOSED_AT.ge(at(since)), counted)
                .fetchSingle()
                .value1();
    }

    private static Field<Double> secondsToRelease(double share) {
        return field(
                "percentile_cont({0}) within group (order by extract(epoch from {1} - {2})::float8)"
                        + " filter (where {1} is not null)",
                Double.class, inline(share), CONTROLLED_ORDERS.RELEASED_AT, CONTROLLED_ORDERS.RECEIVED_AT);
    }

    private Map<State, Long> open(Condition counted) {
        Map<State, Long> open = new HashMap<>();
        db.select(CONTROLLED_ORDERS.STATE, count())
                .from(CONTROLLED_ORDERS)
                .where(
                        CONTROLLED_ORDERS.STATE.in(
                                inline(State.PENDING.name()), inline(State.WAITING.name()), inline(State.HELD.name())),
                        counted)
                .groupBy(CONTROLLED_ORDERS.STATE)
                .forEach(row ->
                        open.put(State.valueOf(row.value1()), row.value2().longValue()));
        return open;
    }

    private List<Hour> hours(Instant since, Condition counted) {
        Field<OffsetDateTime> hour = field(
                "date_bin('1 hour', {0}, {1})",
                OffsetDateTime.class, CONTROLLED_ORDERS.RECEIVED_AT, val(at(since.truncatedTo(ChronoUnit.HOURS))));
        Map<Instant, Hour> known = new HashMap<>();
        db.select(
                        hour.as("hour"),
                        count(),
                        count().filterWhere(CONTROLLED_ORDERS.RELEASED_AT.isNotNull()),
                        count().filterWhere(HELD))
                .from(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.RECEIVED_AT.ge(at(since)), counted)
                .groupBy(field("hour"))
                .forEach(row -> known.put(
                        row.value1().toInstant(),
                        new Hour(row.value1().toInstant(), row.value2(), row.value3(), row.value4())));
        List<Hour> hours = new ArrayList<>();
        Instant from = since.truncatedTo(ChronoUnit.HOURS);
        while (!from.isAfter(clock.instant()) && hours.size() < MOST_HOURS) {
            hours.add(known.getOrDefault(from, new Hour(from, 0, 0, 0)));
            from = from.plus(1, ChronoUnit.HOURS);
        }
        return hours;
    }

    private Map<Reason, Long> byReason(Condition counted) {
        Map<Reason, Long> byReason = new LinkedHashMap<>();
        Field<String> reason =
                field("unnest({0})", String.class, CONTROLLED_ORDERS.REASONS).as("reason");
        db.select(reason, count())
                .from(CONTROLLED_ORDERS)
                .where(HELD, counted)
                .groupBy(field("reason"))
                .orderBy(count().desc(), field("reason"))
                .forEach(row ->
                        byReason.put(Reason.of(row.value1()), row.value2().longValue()));
        return byReason;
    }

    private Map<String, Long> byQueue(Condition counted) {
        Map<String, Long> byQueue = new LinkedHashMap<>();
        db.select(CONTROLLED_ORDERS.QUEUE, count())
                .from(CONTROLLED_ORDERS)
                .where(HELD, CONTROLLED_ORDERS.QUEUE.isNotNull(), counted)
                .groupBy(CONTROLLED_ORDERS.QUEUE)
                .orderBy(count().desc(), CONTROLLED_ORDERS.QUEUE)
                .forEach(row -> byQueue.put(row.value1(), row.value2().longValue()));
        return byQueue;
    }

    private static long number(Record row, String name) {
        return row.get(name, Long.class);
    }

    private static @Nullable Duration duration(@Nullable Double seconds) {
        return seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * How control stands: figures of the orders received since a moment, and of everything that is open.
     *
     * @param received orders received since then
     * @param released of those, how many the warehouse has
     * @param releasedByThemselves of those, how many went there without a person
     * @param cancelled of the received ones
     * @param pending open orders not controlled yet, whenever received
     * @param waiting open orders that may clear by themselves
     * @param held open orders that need a person
     * @param lapsed orders with a hold that has ended by itself since then, because nobody looked
     * @param medianToRelease from received to released; null when nothing was released
     * @param slowestToRelease 95 of 100 were released faster; null when nothing was released
     * @param hours one entry an hour, oldest first, hours without orders included
     * @param heldByReason open held orders by reason, most first; an order with two reasons counts in both
     * @param heldByQueue open held orders by queue, most first
     * @param oldest held orders that wait longest
     */
    public record BoardFigures(
            long received,
            long released,
            long releasedByThemselves,
            long cancelled,
            long pending,
            long waiting,
            long held,
            long lapsed,
            @Nullable Duration medianToRelease,
            @Nullable Duration slowestToRelease,
            List<Hour> hours,
            Map<Reason, Long> heldByReason,
            Map<String, Long> heldByQueue,
            List<ControlledOrder> oldest) {

        /** One hour's orders. */
        public record Hour(Instant from, long received, long released, long held) {}

        /** Share of the controlled orders that needed nobody, from 0 to 1; what is still pending does not count. */
        public double shareByThemselves() {
            return received == 0 ? 0 : (double) releasedByThemselves / received;
        }
    }
}
