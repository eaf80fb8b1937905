package okienko.ordercontrol.alarms;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static okienko.ordercontrol.schema.Tables.RULE_ALARMS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okienko.access.Audit;
import okienko.database.Moments;
import okienko.ui.Live;
import okienko.ui.alarms.AlarmsPart;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which checks and rules broke down, and who knows about it. */
@Repository
public class RuleAlarms {

    private static final Condition RINGING = RULE_ALARMS.FAILURES.gt(RULE_ALARMS.ACKNOWLEDGED);
    private static final int LONGEST_ERROR = 500;

    private final DSLContext db;
    private final Clock clock;
    private final Audit audit;
    private final Live live;

    RuleAlarms(DSLContext db, Clock clock, Audit audit, Live live) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
        this.live = live;
    }

    /**
     * A check broke down on an order.
     *
     * @param rule the check's reason
     * @param newOrder whether it had not broken down on this order before
     */
    public record Failure(String rule, String error, boolean newOrder) {}

    /** Raises the alarm, in the transaction that holds the orders. */
    @Transactional
    public void raise(Collection<Failure> failures) {
        if (failures.isEmpty()) return;
        // always in the same order, so that two who raise alarms cannot block each other
        failures.stream()
                .collect(groupingBy(Failure::rule, TreeMap::new, toList()))
                .forEach(this::raise);
        live.signal(AlarmsPart.TOPIC);
    }

    private void raise(String rule, List<Failure> failures) {
        String error = failures.getLast().error();
        String kept = error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
        long orders = failures.stream().filter(Failure::newOrder).count();
        OffsetDateTime now = now();
        db.insertInto(RULE_ALARMS)
                .set(RULE_ALARMS.RULE, rule)
                .set(RULE_ALARMS.FIRST_AT, now)
                .set(RULE_ALARMS.LAST_AT, now)
                .set(RULE_ALARMS.ERROR, kept)
                .set(RULE_ALARMS.FAILURES, (long) failures.size())
                .set(RULE_ALARMS.ORDERS, orders)
                .onConflict(RULE_ALARMS.RULE)
                .doUpdate()
                .set(RULE_ALARMS.LAST_AT, now)
                .set(RULE_ALARMS.ERROR, kept)
                .set(RULE_ALARMS.FAILURES, RULE_ALARMS.FAILURES.plus(failures.size()))
                .set(RULE_ALARMS.ORDERS, RULE_ALARMS.ORDERS.plus(orders))
                .execute();
    }

    /** Those that broke down after somebody last said that they know, the latest first. */
    public List<RuleAlarm> ringing() {
        return db.selectFrom(RULE_ALARMS)
                .where(RINGING)
                .orderBy(RULE_ALARMS.LAST_AT.desc(), RULE_ALARMS.RULE)
                .fetch(RuleAlarms::read);
    }

    /** What is known of a rule; empty when it never broke down. */
    public Optional<RuleAlarm> find(String rule) {
        return db.selectFrom(RULE_ALARMS).where(RULE_ALARMS.RULE.eq(rule)).fetchOptional(RuleAlarms::read);
    }

    /**
     * Notes that somebody knows.
     *
     * @param seen how many failures they were told of: if there are more by now, the alarm goes on
     * @return whether there was anything they did not know before
     */
    @Transactional
    public boolean acknowledge(String rule, long seen, String agent) {
        int changed = db.update(RULE_ALARMS)
                .set(RULE_ALARMS.ACKNOWLEDGED, seen)
                .set(RULE_ALARMS.ACKNOWLEDGED_AT, now())
                .set(RULE_ALARMS.ACKNOWLEDGED_BY, agent)
                .where(RULE_ALARMS.RULE.eq(rule))
                .and(RULE_ALARMS.ACKNOWLEDGED.lt(seen))
                .and(RULE_ALARMS.FAILURES.ge(seen))
                .execute();
        if (changed == 0) return false;
        audit.record(agent, "rules.acknowledge", "rule " + rule, Map.of("failures", seen));
        live.signal(AlarmsPart.TOPIC);
        return true;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static RuleAlarm read(Record row) {
        return new RuleAlarm(
                row.get(RULE_ALARMS.RULE),
                row.get(RULE_ALARMS.FIRST_AT).toInstant(),
                row.get(RULE_ALARMS.LAST_AT).toInstant(),
                row.get(RULE_ALARMS.ERROR),
                row.get(RULE_ALARMS.FAILURES),
                row.get(RULE_ALARMS.ORDERS),
                row.get(RULE_ALARMS.ACKNOWLEDGED),
                Moments.read(row.get(RULE_ALARMS.ACKNOWLEDGED_AT)),
                row.get(RULE_ALARMS.ACKNOWLEDGED_BY));
    }
}
