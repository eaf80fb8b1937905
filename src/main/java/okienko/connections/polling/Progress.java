package okienko.connections.polling;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static okienko.connections.schema.Tables.SEEN_NAMES;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okienko.connections.Batch;
import okienko.connections.Connection;
import okienko.connections.PlatformTrouble;
import okienko.orders.JsonFields;
import okienko.orders.Order;
import okienko.shops.ChannelDeliveries;
import okienko.shops.ChannelDeliveries.Delivered;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far reading each shop has come. The position moves in the very transaction that takes the orders in, and only from
 * where it was expected to be: a crash repeats a page, never leaves one out, and two workers cannot move it past each other.
 */
@Repository
class Progress {

    /** How long a worker may be silent before another one takes over. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration SHORTEST_REST = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);
    private static final int SAID_MAX = 500;

    private final DSLContext db;
    private final ChannelDeliveries deliveries;
    private final Clock clock;
    private final AtomicBoolean begun = new AtomicBoolean();

    Progress(DSLContext db, ChannelDeliveries deliveries, Clock clock) {
        this.db = db;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Takes the shops whose time has come, each for one worker only. There is one office to a database: what is taken when
     * it begins was taken by one that died, and nobody waits for that.
     */
    @Transactional
    public List<Long> lease(int most) {
        OffsetDateTime now = now();
        if (!begun.getAndSet(true)) {
            db.update(CONNECTED_SHOPS)
                    .setNull(CONNECTED_SHOPS.LEASED_UNTIL)
                    .where(CONNECTED_SHOPS.LEASED_UNTIL.isNotNull())
                    .execute();
        }
        return db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.LEASED_UNTIL, now.plus(LEASE))
                .where(CONNECTED_SHOPS.ID.in(select(CONNECTED_SHOPS.ID)
                        .from(CONNECTED_SHOPS)
                        .where(CONNECTED_SHOPS.PAUSED_AT.isNull())
                        .and(CONNECTED_SHOPS.NEXT_POLL_AT.le(now))
                        .and(CONNECTED_SHOPS.LEASED_UNTIL.isNull().or(CONNECTED_SHOPS.LEASED_UNTIL.lt(now)))
                        .orderBy(CONNECTED_SHOPS.NEXT_POLL_AT)
                        .limit(most)
                        .forUpdate()
                        .skipLocked()))
                .returning(CONNECTED_SHOPS.ID)
                .fetch(CONNECTED_SHOPS.ID);
    }

    /** Takes a page in and moves on behind it; empty when somebody else has, or the connection was paused meanwhile. */
    @Transactional
    public Optional<String> advance(Connection connection, String from, Batch batch) {
        boolean still = db.update(CONNECTED_SHOPS)
                        .set(CONNECTED_SHOPS.POSITION, batch.cursor())
                        .set(CONNECTED_SHOPS.LEASED_UNTIL, now().plus(LEASE))
                        .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                        .and(CONNECTED_SHOPS.POSITION.eq(from))
                        .and(CONNECTED_SHOPS.PAUSED_AT.isNull())
                        .execute()
                == 1;
        if (!still) return Optional.empty();
        take(connection, batch.orders());
        return Optional.of(batch.cursor());
    }

    /** Takes orders in that were read out of turn; the position stays. */
    @Transactional
    public void take(Connection connection, List<byte[]> orders) {
        if (orders.isEmpty()) return;
        List<Delivered> delivered = deliveries.take(connection.kind().format(), connection.channel(), orders);
        long changes = delivered.stream()
                .filter(each -> each.kind() == Delivered.Kind.NEW || each.kind() == Delivered.Kind.CHANGED)
                .count();
        if (changes > 0) {
            db.update(CONNECTED_SHOPS)
                    .set(CONNECTED_SHOPS.RECEIVED, CONNECTED_SHOPS.RECEIVED.plus(changes))
                    .set(CONNECTED_SHOPS.LAST_ORDER_AT, now())
                    .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                    .execute();
        }
        note(connection, "PAYMENT", delivered, order -> order.payment().channelForm());
        note(connection, "DELIVERY", delivered, order -> order.delivery().method());
    }

    private void note(Connection connection, String kind, List<Delivered> delivered, Function<Order, String> name) {
        List<String> names = delivered.stream()
                .map(Delivered::order)
                .filter(java.util.Objects::nonNull)
                .map(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
        for (String each : names) {
            db.insertInto(SEEN_NAMES)
                    .set(SEEN_NAMES.SHOP_ID, connection.id())
                    .set(SEEN_NAMES.KIND, kind)
                    .set(SEEN_NAMES.NAME, each)
                    .set(SEEN_NAMES.SEEN_AT, now())
                    .onConflict(SEEN_NAMES.SHOP_ID, SEEN_NAMES.KIND, SEEN_NAMES.NAME)
                    .doUpdate()
                    .set(SEEN_NAMES.SEEN_AT, now())
                    .execute();
        }
    }

    /**
     * A round of reading the open orders again.
     *
     * @param due since when it is time; names the round, so that one somebody asked for meanwhile is not taken for done
     * @param place where it goes on; empty: at the first
     */
    record Round(OffsetDateTime due, String place) {}

    /** The round whose time has come, if it has. */
    Optional<Round> round(Connection connection) {
        return db.select(CONNECTED_SHOPS.REREAD_AT, CONNECTED_SHOPS.REREAD_PLACE)
                .from(CONNECTED_SHOPS)
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .and(CONNECTED_SHOPS.REREAD_AT.le(now()))
                .fetchOptional(row -> new Round(row.value1(), row.value2()));
    }

    /** Notes how far a round has come; an empty place: it is through, and the next one is after a while. */
    boolean reread(Connection connection, Round round, String place, Duration again) {
        return db.update(CONNECTED_SHOPS)
                        .set(CONNECTED_SHOPS.REREAD_PLACE, place)
                        .set(CONNECTED_SHOPS.REREAD_AT, place.isEmpty() ? now().plus(again) : round.due)
                        .set(CONNECTED_SHOPS.LEASED_UNTIL, now().plus(LEASE))
                        .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                        .and(CONNECTED_SHOPS.REREAD_AT.eq(round.due))
                        .execute()
                == 1;
    }

    /** Asks for a round from the beginning as soon as anybody is free. */
    void rereadSoon(Connection connection) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.REREAD_PLACE, "")
                .set(CONNECTED_SHOPS.REREAD_AT, now())
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .execute();
    }

    /** The shop has said all there was to say, or all it lets itself be asked for until a rest is over. */
    void succeeded(Connection connection, Duration rest) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.LAST_SUCCESS_AT, now())
                .setNull(CONNECTED_SHOPS.FAILING_SINCE)
                .set(CONNECTED_SHOPS.FAILURES, 0)
                .set(CONNECTED_SHOPS.TROUBLE, "")
                .set(CONNECTED_SHOPS.TROUBLE_TEXT, "")
                .set(CONNECTED_SHOPS.NEXT_POLL_AT, now().plus(rest))
                .setNull(CONNECTED_SHOPS.LEASED_UNTIL)
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .execute();
    }

    /** We failed, not the shop: its turn comes again in a moment. */
    void again(Connection connection) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.NEXT_POLL_AT, now().plus(SHORTEST_REST))
                .setNull(CONNECTED_SHOPS.LEASED_UNTIL)
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .execute();
    }

    /** It failed: leave it alone as long as it asks for, or twice as long as the last time. */
    @Transactional
    public void failed(Connection connection, PlatformTrouble trouble) {
        int failures = db.select(CONNECTED_SHOPS.FAILURES)
                .from(CONNECTED_SHOPS)
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .forUpdate()
                .fetchSingle()
                .value1();
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.FAILING_SINCE, DSL.coalesce(CONNECTED_SHOPS.FAILING_SINCE, DSL.val(now())))
                .set(CONNECTED_SHOPS.FAILURES, failures + 1)
                .set(CONNECTED_SHOPS.TROUBLE, trouble.kind().name())
                .set(CONNECTED_SHOPS.TROUBLE_TEXT, JsonFields.storable(trouble.said(), SAID_MAX))
                .set(CONNECTED_SHOPS.NEXT_POLL_AT, now().plus(trouble.rest(failures, SHORTEST_REST, LONGEST_REST)))
                .setNull(CONNECTED_SHOPS.LEASED_UNTIL)
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .execute();
    }

    /** The names of payment and of delivery a shop uses, the last seen first. */
    Map<String, List<String>> seen(long connection, int most) {
        return db.select(SEEN_NAMES.KIND, SEEN_NAMES.NAME)
                .from(SEEN_NAMES)
                .where(SEEN_NAMES.SHOP_ID.eq(connection))
                .orderBy(SEEN_NAMES.SEEN_AT.desc(), SEEN_NAMES.NAME)
                .limit(most)
                .fetchGroups(SEEN_NAMES.KIND, SEEN_NAMES.NAME);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
