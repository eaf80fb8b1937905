package okienko.connections.alarms;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import okienko.access.Audit;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.ui.Live;
import okienko.ui.alarms.AlarmsPart;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Connections that have failed for so long that somebody has to know. The alarm ends by itself as soon as the shop has said all
 * there was to say, and begins anew when it fails again; one that is paused rings no more.
 */
@Repository
@NamedInterface("alarms")
public class ConnectionAlarms {

    /** More at once are one trouble: the office's own line. */
    private static final int MOST = 20;

    private final DSLContext db;
    private final Connections connections;
    private final Audit audit;
    private final Live live;
    private final Clock clock;
    private final Duration after;
    private volatile Set<Long> told = Set.of();

    /** {@code okienko.connections.alarm-after}: how long a shop may fail before somebody is told, 15 min unless set. */
    ConnectionAlarms(
            DSLContext db,
            Connections connections,
            Audit audit,
            Live live,
            Clock clock,
            @Value("${okienko.connections.alarm-after:15m}") Duration after) {
        this.db = db;
        this.connections = connections;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
        this.after = after;
    }

    /** Tells the open pages when others ring than a while ago. */
    public void ring() {
        Set<Long> now = new TreeSet<>(ids());
        if (now.equals(told)) return;
        told = now;
        live.signal(AlarmsPart.TOPIC);
    }

    /** Those that ring, the longest first. */
    List<Connection> ringing() {
        return ids().stream().flatMap(id -> connections.find(id).stream()).toList();
    }

    /** Notes that somebody knows; whether there was anything to know. */
    @Transactional
    public boolean acknowledge(Connection connection, String agent) {
        int known = db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.KNOWN_AT, now())
                .set(CONNECTED_SHOPS.KNOWN_BY, agent)
                .where(CONNECTED_SHOPS.ID.eq(connection.id()), rings())
                .execute();
        if (known == 0) return false;
        audit.record(agent, "connection.acknowledge", connection.channel(), Map.of());
        live.signal(AlarmsPart.TOPIC);
        return true;
    }

    private List<Long> ids() {
        return db.select(CONNECTED_SHOPS.ID)
                .from(CONNECTED_SHOPS)
                .where(rings())
                .orderBy(CONNECTED_SHOPS.FAILING_SINCE, CONNECTED_SHOPS.ID)
                .limit(MOST)
                .fetch(CONNECTED_SHOPS.ID);
    }

    /** What somebody knows of was known after it began. */
    private Condition rings() {
        return CONNECTED_SHOPS
                .FAILING_SINCE
                .le(now().minus(after))
                .and(CONNECTED_SHOPS.PAUSED_AT.isNull())
                .and(CONNECTED_SHOPS.KNOWN_AT.isNull().or(CONNECTED_SHOPS.KNOWN_AT.lt(CONNECTED_SHOPS.FAILING_SINCE)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
