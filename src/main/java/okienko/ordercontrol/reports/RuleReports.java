package okienko.ordercontrol.reports;

import static okienko.ordercontrol.schema.Tables.HOLDS;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okienko.ordercontrol.Hold;
import okienko.orders.OrderId;
import okienko.work.TimeSpent;
import okienko.work.WorkItem;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Says of every rule what its holds came to. */
@Repository
class RuleReports {

    private static final Condition BY_PERSON =
            HOLDS.STATE.in(inline(Hold.State.RESOLVED.name()), inline(Hold.State.OVERRIDDEN.name()));
    private static final Condition CLEARED = HOLDS.STATE.eq(inline(Hold.State.CLEARED.name()));
    private static final Condition CHANGED = CLEARED.and(HOLDS.CLOSED_CAUSE.in(inline("corrected"), inline("revised")));
    private static final Condition CANCELLED = CLEARED.and(HOLDS.CLOSED_CAUSE.eq(inline("cancelled")));

    private final DSLContext db;
    private final Clock clock;
    private final TimeSpent time;

    RuleReports(DSLContext db, Clock clock, TimeSpent time) {
        this.db = db;
        this.clock = clock;
        this.time = time;
    }

    /** The rules that held something in the last days, those that held most first. */
    List<RuleReport> of(int days) {
        OffsetDateTime since = clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
        Map<String, Duration> spent = work(since);
        return db.select(
                        HOLDS.REASON,
                        countDistinct(HOLDS.ORDER_ID).as("orders"),
                        count().as("holds"),
                        count().filterWhere(BY_PERSON).as("unchanged"),
                        count().filterWhere(CHANGED).as("changed"),
                        count().filterWhere(CANCELLED).as("cancelled"),
                        count().filterWhere(CLEARED).as("cleared"),
                        count().filterWhere(HOLDS.STATE.eq(inline(Hold.State.OPEN.name())))
                                .as("open"),
                        median().as("median"))
                .from(HOLDS)
                .where(HOLDS.OPENED_AT.ge(since), HOLDS.SHADOW.isFalse())
                .groupBy(HOLDS.REASON)
                .orderBy(count().desc(), HOLDS.REASON)
                .fetch(row -> report(row, spent));
    }

    private static Field<Double> median() {
        return field(
                "percentile_cont(0.5) within group (order by extract(epoch from {0} - {1})::float8) filter (where {2})",
                Double.class,
                HOLDS.CLOSED_AT,
                HOLDS.OPENED_AT,
                field(BY_PERSON.or(CHANGED).or(CANCELLED)));
    }

    private static RuleReport report(Record row, Map<String, Duration> spent) {
        int changed = row.get("changed", Integer.class);
        int cancelled = row.get("cancelled", Integer.class);
        Double seconds = row.get("median", Double.class);
        return new RuleReport(
                row.get(HOLDS.REASON),
                row.get("orders", Integer.class),
                row.get("holds", Integer.class),
                row.get("unchanged", Integer.class),
                changed,
                cancelled,
                row.get("cleared", Integer.class) - changed - cancelled,
                row.get("open", Integer.class),
                seconds == null ? null : Duration.ofMillis(Math.round(seconds * 1_000)),
                spent.get(row.get(HOLDS.REASON)));
    }

    /** Reasons that were found in no order of the last days, not even in shadow, out of those asked about. */
    Set<String> silent(Collection<String> reasons, int days) {
        Set<String> silent = new TreeSet<>(reasons);
        db.selectDistinct(HOLDS.REASON)
                .from(HOLDS)
                .where(HOLDS.OPENED_AT.ge(
                        clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)))
                .forEach(row -> silent.remove(row.value1()));
        return silent;
    }

    /**
     * Orders of which a person settled this rule's hold, newest first, and whether the hold had been of use: whether the
     * order was changed or cancelled.
     */
    Map<OrderId, Boolean> settled(String reason, int days, int most) {
        Field<Boolean> useful = boolOr(CHANGED.or(CANCELLED));
        Map<OrderId, Boolean> settled = new LinkedHashMap<>();
        db.select(HOLDS.ORDER_ID, useful)
                .from(HOLDS)
                .where(
                        HOLDS.REASON.eq(reason),
                        HOLDS.OPENED_AT.ge(
                                clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC)),
                        HOLDS.SHADOW.isFalse(),
                        BY_PERSON.or(CHANGED).or(CANCELLED))
                .groupBy(HOLDS.ORDER_ID)
                .orderBy(HOLDS.ORDER_ID.desc())
                .limit(most)
                .forEach(row -> settled.put(new OrderId(row.value1()), row.value2()));
        return settled;
    }

    /** Consultants' time by rule; an order held by several rules is shared among them. */
    private Map<String, Duration> work(OffsetDateTime since) {
        Map<String, Set<String>> rules = new HashMap<>();
        db.selectDistinct(HOLDS.ORDER_ID, HOLDS.REASON)
                .from(HOLDS)
                .where(HOLDS.OPENED_AT.ge(since), HOLDS.SHADOW.isFalse())
                .forEach(row -> rules.computeIfAbsent(row.value1().toString(), _ -> new TreeSet<>())
                        .add(row.value2()));
        Map<String, Duration> byRule = new HashMap<>();
        time.on(WorkItem.HELD_ORDER, since.toInstant()).forEach((order, spent) -> {
            Set<String> among = rules.getOrDefault(order, Set.of());
            for (String rule : among) byRule.merge(rule, spent.dividedBy(among.size()), Duration::plus);
        });
        return byRule;
    }
}
