package okienko.ordercontrol.rules;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.PENDING;
import static okienko.ordercontrol.schema.Tables.RULE_VERSIONS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.access.Audit;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.rulefiles.RuleFile;
import okienko.ordercontrol.rulefiles.Starter;
import okienko.ordercontrol.rules.Saving.Outcome;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the shop: the current rule set, and every version that led to it. */
@Repository
public class RuleBook {

    private static final Condition OPEN =
            CONTROLLED_ORDERS.STATE.in(inline(State.WAITING.name()), inline(State.HELD.name()));

    private final DSLContext db;
    private final Clock clock;
    private final Audit audit;
    private final OwnRules ownRules;
    private volatile Known cached = new Known(0, OffsetDateTime.MIN, RuleSet.DEFAULTS);

    /** A rule set as it was read; a version number alone could be that of one that was rolled back. */
    private record Known(int version, OffsetDateTime at, RuleSet rules) {}

    RuleBook(DSLContext db, Clock clock, Audit audit, OwnRules ownRules) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
        this.ownRules = ownRules;
    }

    /** The rules as they are now. */
    public RuleSet current() {
        var newest = db.select(RULE_VERSIONS.VERSION, RULE_VERSIONS.AT)
                .from(RULE_VERSIONS)
                .orderBy(RULE_VERSIONS.VERSION.desc())
                .limit(1)
                .fetchOne();
        if (newest == null) return RuleSet.DEFAULTS;
        Known known = cached;
        if (known.version() == newest.value1() && known.at().isEqual(newest.value2())) return known.rules();
        RuleSet current = at(newest.value1()).orElseThrow();
        cached = new Known(newest.value1(), newest.value2(), current);
        ownRules.learn(current);
        return current;
    }

    /** The rules as they were in a version; version 0 is the product as it comes. Empty when there is no such version. */
    public Optional<RuleSet> at(int version) {
        if (version == 0) return Optional.of(RuleSet.DEFAULTS);
        return db.select(RULE_VERSIONS.RULES)
                .from(RULE_VERSIONS)
                .where(RULE_VERSIONS.VERSION.eq(version))
                .fetchOptional(row -> RuleFile.stored(row.value1()).as(version));
    }

    /** The last versions, newest first. */
    public List<RuleVersion> versions(int most) {
        return db.selectFrom(RULE_VERSIONS)
                .orderBy(RULE_VERSIONS.VERSION.desc())
                .limit(most)
                .fetch(VersionRows::read);
    }

    /** Those with a smaller number, newest first. */
    public List<RuleVersion> versionsBefore(int version, int most) {
        return db.selectFrom(RULE_VERSIONS)
                .where(RULE_VERSIONS.VERSION.lt(version))
                .orderBy(RULE_VERSIONS.VERSION.desc())
                .limit(most)
                .fetch(VersionRows::read);
    }

    /** Who made a version, when and how. */
    public Optional<RuleVersion> version(int version) {
        return db.selectFrom(RULE_VERSIONS)
                .where(RULE_VERSIONS.VERSION.eq(version))
                .fetchOptional(VersionRows::read);
    }

    /** What a version changed about the one before it; nothing when there is no such version. */
    public List<RuleDifference> difference(int version) {
        return at(version)
                .flatMap(after -> at(version - 1).map(before -> RuleDifference.between(before, after)))
                .orElse(List.of());
    }

    /**
     * Saves a rule set as the current version.
     *
     * @param candidate made from the version it says it is; when that is not the current one any more, nothing is saved
     */
    @Transactional
    public Outcome save(RuleSet candidate, Saving how) {
        RuleSet now = locked();
        if (candidate.version() != now.version()) return new Outcome.Stale(now.version());
        return save(now, candidate, how);
    }

    private RuleSet locked() {
        db.execute("lock table ordercontrol.rule_versions in share row exclusive mode");
        return current();
    }

    private Outcome save(RuleSet before, RuleSet candidate, Saving how) {
        RuleSet after = candidate.as(before.version() + 1);
        if (after.rules().equals(before.rules())) return new Outcome.Unchanged();
        int orders = how.openToo() ? controlAgain(concerned(before, after), "rules:" + after.version()) : 0;
        RuleVersion made = VersionRows.version(after.version(), clock.instant(), how, orders);
        VersionRows.insert(db, made, RuleFile.write(after));
        ownRules.keep(after);
        audit.record(
                "rules.save",
                "rules " + made.version(),
                Map.of(
                        "note", made.note(),
                        "origin", made.origin().toString(),
                        "changes",
                                RuleDifference.between(before, after).stream()
                                        .map(RuleDifference::plain)
                                        .toList(),
                        "orders", orders));
        return new Outcome.Saved(made);
    }

    /**
     * Sets a rule for a channel, or for all channels that have no setting of their own.
     *
     * @param setting null: nothing of its own any more
     * @return the version this made; empty when it is set like that already
     */
    @Transactional
    public Optional<RuleVersion> set(
            Reason reason, String channel, @Nullable Setting setting, String agent, boolean openToo) {
        RuleSet now = locked();
        Rule rule = reason instanceof ReasonCode code
                ? now.rule(code)
                : now.find(reason).orElseThrow(() -> new IllegalArgumentException("there is no rule " + reason));
        Outcome outcome = save(now, now.with(rule.set(channel, setting)), Saving.change(agent, "", openToo));
        return outcome instanceof Outcome.Saved(RuleVersion made) ? Optional.of(made) : Optional.empty();
    }

    /** Makes an earlier version the current one again, as a new version. */
    @Transactional
    public Outcome bringBack(int version, String agent, String note, boolean openToo) {
        RuleSet now = locked();
        RuleSet earlier = at(version).orElseThrow(() -> new IllegalArgumentException("there is no version " + version));
        return save(now, earlier, new Saving(agent, note, new RuleVersion.Origin.BroughtBack(version), openToo));
    }

    /** Begins from a rule set the product comes with, in the place of all rules there are. */
    @Transactional
    public Outcome choose(Starter starter, String agent, boolean openToo) {
        RuleSet now = locked();
        Saving how = new Saving(agent, "", new RuleVersion.Origin.Chosen(starter.name()), openToo);
        return save(now, starter.rules(), how);
    }

    /** How many waiting and held orders a rule set may judge otherwise than the current one. */
    public int concerned(RuleSet candidate) {
        return concerned(current(), candidate).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** How many waiting and held orders another setting of a rule for a channel may judge otherwise. */
    public int concerned(Reason reason, String channel) {
        Map<String, Setting> own = current().settings(reason);
        return open().entrySet().stream()
                .filter(open -> channel.equals(RuleSet.ANY_CHANNEL)
                        ? !own.containsKey(open.getKey())
                        : channel.equals(open.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Open orders by channel, of the channels whose orders may be judged otherwise. */
    private Map<String, Integer> concerned(RuleSet before, RuleSet after) {
        Concern concern = new Concern(before, after);
        Map<String, Integer> open = open();
        open.keySet().removeIf(channel -> !concern.concerns(channel));
        return open;
    }

    private Map<String, Integer> open() {
        return db.select(CONTROLLED_ORDERS.CHANNEL, count())
                .from(CONTROLLED_ORDERS)
                .where(OPEN)
                .groupBy(CONTROLLED_ORDERS.CHANNEL)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    private int controlAgain(Map<String, Integer> channels, String cause) {
        if (channels.isEmpty()) return 0;
        return db.insertInto(PENDING, PENDING.ORDER_ID, PENDING.PRIORITY, PENDING.CAUSE, PENDING.SINCE)
                .select(select(CONTROLLED_ORDERS.ORDER_ID, inline((short) 2), val(cause), val(now()))
                        .from(CONTROLLED_ORDERS)
                        .where(OPEN, CONTROLLED_ORDERS.CHANNEL.in(channels.keySet()))
                        .orderBy(CONTROLLED_ORDERS.RECEIVED_AT))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
