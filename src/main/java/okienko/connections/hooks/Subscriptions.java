package okienko.connections.hooks;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static okienko.connections.schema.Tables.SUBSCRIPTIONS;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import okienko.access.Audit;
import okienko.connections.Access;
import okienko.connections.Connection;
import okienko.connections.PlatformTrouble;
import okienko.connections.Subscription;
import okienko.database.Moments;
import okienko.orders.JsonFields;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shops that were asked to call, and whether they still do. A platform lets a call go after some failures without saying so:
 * WooCommerce turns it off after five, Shopify deletes it after eight (their documentation of webhooks, read 2026-11-28). So it
 * is looked at every hour and asked for anew. Reading never depends on it.
 */
@Repository
public class Subscriptions {

    private static final Duration LOOKED_AT_EVERY = Duration.ofHours(1);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(15);
    private static final int SAID_MAX = 300;

    private final DSLContext db;
    private final Audit audit;
    private final Clock clock;

    Subscriptions(DSLContext db, Audit audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** How it stands with the calls a shop was asked for. */
    public enum Standing {
        /** Nobody has looked yet. */
        UNKNOWN,
        ACTIVE,
        REFUSED
    }

    /** What brings the news. */
    public enum Carrier {
        CALLS,
        /** The office's own asking: calls do not arrive. */
        ASKING,
        /** The shop was asked to call, and nothing has happened there since. */
        NOT_YET
    }

    /**
     * The calls a shop was asked for.
     *
     * @param said why the shop will not; empty unless it is refused
     * @param renewedAt when it had stopped and was asked anew, last; null: never
     */
    public record Watch(
            String address,
            Instant begunAt,
            @Nullable Instant checkedAt,
            Standing standing,
            String said,
            @Nullable Instant renewedAt,
            int renewals) {}

    /**
     * What is known of a shop's calls.
     *
     * @param watch null: it was not asked for any
     * @param last when it called last; null: never yet
     */
    public record Report(@Nullable Watch watch, @Nullable Instant last) {

        /** What brought the last order that came. */
        public Carrier carrier(Connection connection) {
            Instant order = connection.health().lastOrder();
            if (last == null) {
                boolean quiet = watch != null
                        && watch.standing == Standing.ACTIVE
                        && (order == null || order.isBefore(watch.begunAt));
                return quiet ? Carrier.NOT_YET : Carrier.ASKING;
            }
            boolean called = order == null
                    || !last.isBefore(order.minus(connection.interval()).minus(AFTER_TROUBLE));
            return called ? Carrier.CALLS : Carrier.ASKING;
        }
    }

    /** What is known of a shop's calls. */
    public Report report(long shop) {
        Watch watch = db.selectFrom(SUBSCRIPTIONS)
                .where(SUBSCRIPTIONS.SHOP_ID.eq(shop))
                .fetchOne(row -> new Watch(
                        row.get(SUBSCRIPTIONS.ADDRESS),
                        row.get(SUBSCRIPTIONS.BEGUN_AT).toInstant(),
                        Moments.read(row.get(SUBSCRIPTIONS.CHECKED_AT)),
                        standing(row.get(SUBSCRIPTIONS.STANDING)),
                        row.get(SUBSCRIPTIONS.SAID),
                        Moments.read(row.get(SUBSCRIPTIONS.RENEWED_AT)),
                        row.get(SUBSCRIPTIONS.RENEWALS)));
        Instant last = db.select(CONNECTED_SHOPS.LAST_CALL_AT)
                .from(CONNECTED_SHOPS)
                .where(CONNECTED_SHOPS.ID.eq(shop))
                .fetchOptional(CONNECTED_SHOPS.LAST_CALL_AT)
                .map(OffsetDateTime::toInstant)
                .orElse(null);
        return new Report(watch, last);
    }

    /** Has the shop asked to call that address, from the next look on. */
    @Transactional
    public void begin(Connection connection, URI address, String agent) {
        db.deleteFrom(SUBSCRIPTIONS)
                .where(SUBSCRIPTIONS.SHOP_ID.eq(connection.id()))
                .execute();
        db.insertInto(SUBSCRIPTIONS)
                .set(SUBSCRIPTIONS.SHOP_ID, connection.id())
                .set(SUBSCRIPTIONS.ADDRESS, address.toString())
                .set(SUBSCRIPTIONS.BEGUN_AT, now())
                .set(SUBSCRIPTIONS.BEGUN_BY, agent)
                .set(SUBSCRIPTIONS.CHECK_AT, now())
                .execute();
        audit.record(agent, "connection.calls-begun", connection.channel(), Map.of("address", address.toString()));
    }

    /** Looks after it no more; what stands at the shop stays there. */
    @Transactional
    public void end(Connection connection, String agent) {
        int ended = db.deleteFrom(SUBSCRIPTIONS)
                .where(SUBSCRIPTIONS.SHOP_ID.eq(connection.id()))
                .execute();
        if (ended == 1) audit.record(agent, "connection.calls-ended", connection.channel(), Map.of());
    }

    /** Looks whether the shop still calls, if it is time, and asks for it anew if not. Trouble is noted and goes no further. */
    public void look(Connection connection, Access access) {
        String address = db.select(SUBSCRIPTIONS.ADDRESS)
                .from(SUBSCRIPTIONS)
                .where(SUBSCRIPTIONS.SHOP_ID.eq(connection.id()))
                .and(SUBSCRIPTIONS.CHECK_AT.le(now()))
                .fetchOne(SUBSCRIPTIONS.ADDRESS);
        if (address == null) return;
        try {
            note(connection.id(), connection.kind().subscribe(access, URI.create(address)));
        } catch (PlatformTrouble trouble) {
            refused(connection.id(), trouble.said());
        }
    }

    private void note(long shop, Subscription found) {
        switch (found) {
            case Subscription.There() -> active(shop);
            case Subscription.Made() -> {
                renewed(shop);
                active(shop);
            }
            case Subscription.Refused(String why) -> refused(shop, why);
        }
    }

    /** What is made for the first time is no renewal. */
    private void renewed(long shop) {
        db.update(SUBSCRIPTIONS)
                .set(SUBSCRIPTIONS.RENEWED_AT, now())
                .set(SUBSCRIPTIONS.RENEWALS, SUBSCRIPTIONS.RENEWALS.plus(1))
                .where(SUBSCRIPTIONS.SHOP_ID.eq(shop), SUBSCRIPTIONS.STANDING.eq(Standing.ACTIVE.name()))
                .execute();
    }

    private void active(long shop) {
        db.update(SUBSCRIPTIONS)
                .set(SUBSCRIPTIONS.STANDING, Standing.ACTIVE.name())
                .set(SUBSCRIPTIONS.SAID, "")
                .set(SUBSCRIPTIONS.CHECKED_AT, now())
                .set(SUBSCRIPTIONS.CHECK_AT, now().plus(LOOKED_AT_EVERY))
                .where(SUBSCRIPTIONS.SHOP_ID.eq(shop))
                .execute();
    }

    private void refused(long shop, String why) {
        db.update(SUBSCRIPTIONS)
                .set(SUBSCRIPTIONS.STANDING, Standing.REFUSED.name())
                .set(SUBSCRIPTIONS.SAID, JsonFields.storable(why, SAID_MAX))
                .set(SUBSCRIPTIONS.CHECKED_AT, now())
                .set(SUBSCRIPTIONS.CHECK_AT, now().plus(AFTER_TROUBLE))
                .where(SUBSCRIPTIONS.SHOP_ID.eq(shop))
                .execute();
    }

    private static Standing standing(@Nullable String stored) {
        String text = Objects.requireNonNullElse(stored, "");
        return text.isEmpty() ? Standing.UNKNOWN : Standing.valueOf(text);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
