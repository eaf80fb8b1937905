package okienko.ordercontrol.rules;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.PENDING;
import static okienko.ordercontrol.schema.Tables.RULE_CHANGES;
import static okienko.ordercontrol.schema.Tables.RULE_SETTINGS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okienko.access.Audit;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the checks are set: the current rule set, and every change that led to it. */
@Repository
public class RuleBook {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext db;
    private final Clock clock;
    private final Audit audit;
    private volatile RuleSet cached = RuleSet.DEFAULTS;

    RuleBook(DSLContext db, Clock clock, Audit audit) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
    }

    /** The rules as they are now, all of one version. */
    public RuleSet current() {
        RuleSet known = cached;
        int version = version();
        while (known.version() != version) {
            known = new RuleSet(version, settings());
            // somebody changed a setting between the two looks: look again, so that version and settings fit
            version = version();
            if (known.version() == version) cached = known;
        }
        return known;
    }

    private int version() {
        return db.select(coalesce(max(RULE_CHANGES.VERSION), 0))
                .from(RULE_CHANGES)
                .fetchSingle()
                .value1();
    }

    private Map<ReasonCode, Map<String, Setting>> settings() {
        Map<ReasonCode, Map<String, Setting>> settings = new EnumMap<>(ReasonCode.class);
        db.selectFrom(RULE_SETTINGS)
                .forEach(row -> settings.computeIfAbsent(
                                ReasonCode.valueOf(row.get(RULE_SETTINGS.REASON)), _ -> new HashMap<>())
                        .put(
                                row.get(RULE_SETTINGS.CHANNEL),
                                new Setting(
                                        Mode.valueOf(row.get(RULE_SETTINGS.MODE)),
                                        JSON.readValue(
                                                row.get(RULE_SETTINGS.PARAMETERS)
                                                        .data(),
                                                TEXTS))));
        return settings;
    }

    /**
     * Sets a check for a channel, or for all channels that have no setting of their own.
     *
     * @param setting null: the default again
     * @param openToo whether waiting and held orders are controlled again, in the background
     * @return the change; empty when it is set like that already
     */
    @Transactional
    public Optional<RuleChange> set(
            ReasonCode reason, String channel, @Nullable Setting setting, String agent, boolean openToo) {
        db.execute("lock table ordercontrol.rule_changes in share row exclusive mode");
        Map<String, Setting> channels = settings().getOrDefault(reason, Map.of());
        Setting before = channels.get(channel);
        if (Objects.equals(before, setting)) return Optional.empty();
        int version = version() + 1;
        write(reason, channel, setting);
        int orders = openToo ? controlAgain(channel, "rules:" + version) : 0;
        RuleChange change = new RuleChange(
                version,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                agent,
                reason,
                channel,
                before,
                setting,
                openToo,
                orders);
        db.insertInto(RULE_CHANGES)
                .set(RULE_CHANGES.VERSION, version)
                .set(RULE_CHANGES.AT, change.at().atOffset(ZoneOffset.UTC))
                .set(RULE_CHANGES.AGENT, agent)
                .set(RULE_CHANGES.REASON, reason.name())
                .set(RULE_CHANGES.CHANNEL, channel)
                .set(RULE_CHANGES.BEFORE, json(before))
                .set(RULE_CHANGES.AFTER, json(setting))
                .set(RULE_CHANGES.OPEN_TOO, openToo)
                .set(RULE_CHANGES.ORDERS, orders)
                .execute();
        audit.record("rules.set", reason + " " + channel, details(change));
        return Optional.of(change);
    }

    private void write(ReasonCode reason, String channel, @Nullable Setting setting) {
        if (setting == null) {
            db.deleteFrom(RULE_SETTINGS)
                    .where(RULE_SETTINGS.REASON.eq(reason.name()), RULE_SETTINGS.CHANNEL.eq(channel))
                    .execute();
            return;
        }
        JSONB parameters = JSONB.valueOf(JSON.writeValueAsString(setting.parameters()));
        db.insertInto(RULE_SETTINGS)
                .set(RULE_SETTINGS.REASON, reason.name())
                .set(RULE_SETTINGS.CHANNEL, channel)
                .set(RULE_SETTINGS.MODE, setting.mode().name())
                .set(RULE_SETTINGS.PARAMETERS, parameters)
                .onConflict(RULE_SETTINGS.REASON, RULE_SETTINGS.CHANNEL)
                .doUpdate()
                .set(RULE_SETTINGS.MODE, setting.mode().name())
                .set(RULE_SETTINGS.PARAMETERS, parameters)
                .execute();
    }

    private int controlAgain(String channel, String cause) {
        return db.insertInto(
                        PENDING, PENDING.ORDER_ID, PENDING.PRIORITY, PENDING.CAUSE, PENDING.SINCE, PENDING.NOT_BEFORE)
                .select(select(CONTROLLED_ORDERS.ORDER_ID, inline((short) 2), val(cause), val(now()), val(now()))
                        .from(CONTROLLED_ORDERS)
                        .where(open(channel))
                        .orderBy(CONTROLLED_ORDERS.RECEIVED_AT))
                .execute();
    }

    /** How many waiting and held orders a change for this channel would have controlled again. */
    public int openOrders(String channel) {
        return db.fetchCount(CONTROLLED_ORDERS, open(channel));
    }

    private static Condition open(String channel) {
        Condition open = CONTROLLED_ORDERS.STATE.in(inline(State.WAITING.name()), inline(State.HELD.name()));
        return channel.equals(RuleSet.ANY_CHANNEL) ? open : open.and(CONTROLLED_ORDERS.CHANNEL.eq(channel));
    }

    /** The last changes, newest first. */
    public List<RuleChange> changes(int most) {
        return db.selectFrom(RULE_CHANGES)
                .orderBy(RULE_CHANGES.VERSION.desc())
                .limit(most)
                .fetch(RuleBook::change);
    }

    private static RuleChange change(Record row) {
        return new RuleChange(
                row.get(RULE_CHANGES.VERSION),
                row.get(RULE_CHANGES.AT).toInstant(),
                row.get(RULE_CHANGES.AGENT),
                ReasonCode.valueOf(row.get(RULE_CHANGES.REASON)),
                row.get(RULE_CHANGES.CHANNEL),
                setting(row.get(RULE_CHANGES.BEFORE)),
                setting(row.get(RULE_CHANGES.AFTER)),
                row.get(RULE_CHANGES.OPEN_TOO),
                row.get(RULE_CHANGES.ORDERS));
    }

    private static @Nullable JSONB json(@Nullable Setting setting) {
        return setting == null ? null : JSONB.valueOf(JSON.writeValueAsString(setting));
    }

    private static @Nullable Setting setting(@Nullable JSONB json) {
        return json == null ? null : JSON.readValue(json.data(), Setting.class);
    }

    private static Map<String, Object> details(RuleChange change) {
        Map<String, Object> details = new HashMap<>();
        details.put("version", change.version());
        details.put(
                "before", change.before() == null ? "default" : change.before().toString());
        details.put("after", change.after() == null ? "default" : change.after().toString());
        details.put("orders", change.orders());
        return details;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
