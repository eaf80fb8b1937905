package okienko.connections.articles;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static okienko.connections.schema.Tables.SHOP_ARTICLES;
import static okienko.connections.schema.Tables.STOCK_PULLS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.access.Audit;
import okienko.connections.Connection;
import okienko.connections.PlatformTrouble;
import okienko.connections.StockSource;
import okienko.database.Moments;
import okienko.orders.JsonFields;
import okienko.stock.ShopFigures;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which shops' stock is taken over and how far each round has come. As with orders the position moves in the transaction that
 * takes a page over, and only from where it was expected: a crash repeats a page and leaves none out.
 */
@Repository
public class Pulls {

    /** A catalogue is read through this often unless somebody says otherwise. */
    public static final Duration EVERY = Duration.ofMinutes(15);

    /** How long a worker may be silent before another one takes over: a page of variants may be a hundred requests. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration SHORTEST_REST = Duration.ofSeconds(10);
    private static final Duration LONGEST_REST = Duration.ofMinutes(30);
    private static final int SAID_MAX = 500;

    private final DSLContext db;
    private final Assortments articles;
    private final ShopFigures figures;
    private final Audit audit;
    private final Clock clock;

    Pulls(DSLContext db, Assortments articles, ShopFigures figures, Audit audit, Clock clock) {
        this.db = db;
        this.articles = articles;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
    }

    /** How taking over a shop's stock is going; empty: it is not. */
    public Optional<Pull> find(long shop) {
        return db.selectFrom(STOCK_PULLS).where(STOCK_PULLS.SHOP_ID.eq(shop)).fetchOptional(Pulls::read);
    }

    /** Whether no shop's stock is taken over: then nothing need be looked up for an order. */
    boolean none() {
        return !db.fetchExists(STOCK_PULLS);
    }

    /** The platform of the shop with this channel, if its stock is taken over. */
    Optional<String> platform(String channel) {
        return db.select(CONNECTED_SHOPS.PLATFORM)
                .from(STOCK_PULLS)
                .join(CONNECTED_SHOPS)
                .on(CONNECTED_SHOPS.ID.eq(STOCK_PULLS.SHOP_ID))
                .where(CONNECTED_SHOPS.CHANNEL.eq(channel))
                .fetchOptional(CONNECTED_SHOPS.PLATFORM);
    }

    /** Takes a shop's stock over from now on, or at another rhythm. */
    @Transactional
    public void start(Connection connection, Duration every, String agent) {
        int seconds = Math.toIntExact(every.toSeconds());
        db.insertInto(STOCK_PULLS)
                .set(STOCK_PULLS.SHOP_ID, connection.id())
                .set(STOCK_PULLS.ON_SINCE, now())
                .set(STOCK_PULLS.ON_BY, agent)
                .set(STOCK_PULLS.EVERY_SECONDS, seconds)
                .set(STOCK_PULLS.NEXT_AT, now())
                .onConflict(STOCK_PULLS.SHOP_ID)
                .doUpdate()
                .set(STOCK_PULLS.EVERY_SECONDS, seconds)
                .set(STOCK_PULLS.NEXT_AT, now())
                .execute();
        audit.record("connection.stock-taken", connection.channel(), Map.of("minutes", every.toMinutes()));
    }

    /** Takes it over no longer; what was counted stays as it is. */
    @Transactional
    public void stop(Connection connection) {
        db.deleteFrom(STOCK_PULLS)
                .where(STOCK_PULLS.SHOP_ID.eq(connection.id()))
                .execute();
        db.deleteFrom(SHOP_ARTICLES)
                .where(SHOP_ARTICLES.SHOP_ID.eq(connection.id()))
                .execute();
        figures.leave(connection.channel());
        audit.record("connection.stock-left", connection.channel(), Map.of());
    }

    /**
     * How many articles stand where.
     *
     * @param all of the shop
     * @param nameless those without an SKU
     * @param elsewhere those another shop counts
     */
    public record Counts(int all, int nameless, int elsewhere) {}

    /** How many of the shop's articles stand where. */
    public Counts counts(long shop) {
        return articles.counts(shop);
    }

    /** SKUs that several of the shop's articles have, with what the shop calls those: neither is taken over. */
    public Map<String, List<String>> doubled(long shop, int most) {
        return articles.doubled(shop, most);
    }

    /** Channels that count before this shop does, oldest first. */
    List<String> before(long shop) {
        return articles.before(shop);
    }

    /** Asks for a round, or for the rest of one, as soon as anybody is free. */
    public void hurry(long shop) {
        db.update(STOCK_PULLS)
                .set(STOCK_PULLS.NEXT_AT, now())
                .where(STOCK_PULLS.SHOP_ID.eq(shop), STOCK_PULLS.FAILURES.eq(0))
                .execute();
    }

    /** Takes the shops whose time has come, each for one worker only. */
    @Transactional
    public List<Long> lease(int most) {
        OffsetDateTime now = now();
        return db.update(STOCK_PULLS)
                .set(STOCK_PULLS.LEASED_UNTIL, now.plus(LEASE))
                .where(STOCK_PULLS.SHOP_ID.in(select(STOCK_PULLS.SHOP_ID)
                        .from(STOCK_PULLS)
                        .join(CONNECTED_SHOPS)
                        .on(CONNECTED_SHOPS.ID.eq(STOCK_PULLS.SHOP_ID))
                        .where(CONNECTED_SHOPS.PAUSED_AT.isNull())
                        .and(STOCK_PULLS.NEXT_AT.le(now))
                        .and(STOCK_PULLS.LEASED_UNTIL.isNull().or(STOCK_PULLS.LEASED_UNTIL.lt(now)))
                        .orderBy(STOCK_PULLS.NEXT_AT)
                        .limit(most)
                        .forUpdate()
                        .of(STOCK_PULLS)
                        .skipLocked()))
                .returning(STOCK_PULLS.SHOP_ID)
                .fetch(STOCK_PULLS.SHOP_ID);
    }

    /** Begins a round; a round that was broken off goes on instead. */
    Instant begin(Pull pull) {
        Instant running = pull.roundAt();
        if (!pull.position().isEmpty() && running != null) return running;
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        db.update(STOCK_PULLS)
                .set(STOCK_PULLS.ROUND_AT, now.atOffset(ZoneOffset.UTC))
                .where(STOCK_PULLS.SHOP_ID.eq(pull.shop()))
                .execute();
        return now;
    }

    void prepared(long shop) {
        db.update(STOCK_PULLS)
                .set(STOCK_PULLS.PREPARED_AT, now())
                .where(STOCK_PULLS.SHOP_ID.eq(shop))
                .execute();
    }

    /**
     * Takes a page over and moves on behind it, and with the last one ends the round.
     *
     * @return whether it was this worker's to take
     */
    @Transactional
    public boolean advance(
            Connection connection, Pull pull, Instant round, String from, StockSource.Page page, Instant asked) {
        boolean still = db.update(STOCK_PULLS)
                        .set(STOCK_PULLS.POSITION, page.more() ? page.cursor() : "")
                        .set(STOCK_PULLS.LEASED_UNTIL, now().plus(LEASE))
                        .where(STOCK_PULLS.SHOP_ID.eq(pull.shop()))
                        .and(STOCK_PULLS.POSITION.eq(from))
                        .and(STOCK_PULLS.ROUND_AT.eq(round.atOffset(ZoneOffset.UTC)))
                        .and(exists(selectOne()
                                .from(CONNECTED_SHOPS)
                                .where(CONNECTED_SHOPS.ID.eq(STOCK_PULLS.SHOP_ID), CONNECTED_SHOPS.PAUSED_AT.isNull())))
                        .execute()
                == 1;
        if (!still) return false;
        articles.take(connection, page.articles(), round, asked);
        if (!page.more()) articles.end(connection, round, asked);
        return true;
    }

    /** The turn is over; {@code whole}: and the round with it. */
    void succeeded(Pull pull, boolean whole) {
        db.update(STOCK_PULLS)
                .set(STOCK_PULLS.LAST_SUCCESS_AT, whole ? val(now()) : STOCK_PULLS.LAST_SUCCESS_AT)
                .setNull(STOCK_PULLS.FAILING_SINCE)
                .set(STOCK_PULLS.FAILURES, 0)
                .set(STOCK_PULLS.TROUBLE, "")
                .set(STOCK_PULLS.TROUBLE_TEXT, "")
                .set(STOCK_PULLS.NEXT_AT, whole ? now().plus(pull.every()) : now())
                .setNull(STOCK_PULLS.LEASED_UNTIL)
                .where(STOCK_PULLS.SHOP_ID.eq(pull.shop()))
                .execute();
    }

    /** It failed: leave the shop alone as long as it asks for, or twice as long as the last time. */
    void failed(Pull pull, PlatformTrouble trouble) {
        db.update(STOCK_PULLS)
                .set(STOCK_PULLS.FAILING_SINCE, coalesce(STOCK_PULLS.FAILING_SINCE, val(now())))
                .set(STOCK_PULLS.FAILURES, pull.failures() + 1)
                .set(STOCK_PULLS.TROUBLE, trouble.kind().name())
                .set(STOCK_PULLS.TROUBLE_TEXT, JsonFields.storable(trouble.said(), SAID_MAX))
                .set(STOCK_PULLS.NEXT_AT, now().plus(trouble.rest(pull.failures(), SHORTEST_REST, LONGEST_REST)))
                .setNull(STOCK_PULLS.LEASED_UNTIL)
                .where(STOCK_PULLS.SHOP_ID.eq(pull.shop()))
                .execute();
    }

    private static Pull read(Record row) {
        String trouble = row.get(STOCK_PULLS.TROUBLE);
        return new Pull(
                row.get(STOCK_PULLS.SHOP_ID),
                row.get(STOCK_PULLS.ON_SINCE).toInstant(),
                row.get(STOCK_PULLS.ON_BY),
                Duration.ofSeconds(row.get(STOCK_PULLS.EVERY_SECONDS)),
                row.get(STOCK_PULLS.POSITION),
                Moments.read(row.get(STOCK_PULLS.ROUND_AT)),
                row.get(STOCK_PULLS.PREPARED_AT) != null,
                row.get(STOCK_PULLS.NEXT_AT).toInstant(),
                Moments.read(row.get(STOCK_PULLS.LAST_SUCCESS_AT)),
                Moments.read(row.get(STOCK_PULLS.FAILING_SINCE)),
                row.get(STOCK_PULLS.FAILURES),
                trouble.isEmpty() ? null : PlatformTrouble.Kind.valueOf(trouble),
                row.get(STOCK_PULLS.TROUBLE_TEXT));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
