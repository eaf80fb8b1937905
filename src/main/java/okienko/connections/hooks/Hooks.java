package okienko.connections.hooks;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static okienko.connections.schema.Tables.HOOKS;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import okienko.connections.Connection;
import okienko.connections.Hook;
import okienko.orders.JsonFields;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What shops called out and was signed: kept raw, each delivery once. It is only a hint where to look: the order itself is
 * read from the shop, so that late, doubled and disordered calls do no harm.
 */
@Repository
public class Hooks {

    private static final int BATCH = 200;
    private static final Duration KEPT = Duration.ofDays(14);
    private static final int MAX_TEXT = 200;

    private final DSLContext db;
    private final Clock clock;

    Hooks(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A call that was not followed up yet. */
    public record Hint(long id, String externalId) {}

    /** Keeps a call; whether it was new. */
    @Transactional
    public boolean keep(Connection connection, Hook hook, Hook.Verdict.Genuine verdict) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.LAST_CALL_AT, now())
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .execute();
        String delivery =
                verdict.delivery().isBlank() ? hash(hook.body()) : JsonFields.storable(verdict.delivery(), MAX_TEXT);
        return db.insertInto(HOOKS)
                        .set(HOOKS.SHOP_ID, connection.id())
                        .set(HOOKS.DELIVERY, delivery)
                        .set(HOOKS.TOPIC, JsonFields.storable(verdict.topic(), MAX_TEXT))
                        .set(HOOKS.EXTERNAL_ID, JsonFields.storable(verdict.externalId(), MAX_TEXT))
                        .set(HOOKS.BODY, hook.body())
                        .set(HOOKS.RECEIVED_AT, now())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Calls of a shop that wait, oldest first. */
    public List<Hint> open(long connection) {
        return db.select(HOOKS.ID, HOOKS.EXTERNAL_ID)
                .from(HOOKS)
                .where(HOOKS.SHOP_ID.eq(connection), HOOKS.SETTLED_AT.isNull())
                .orderBy(HOOKS.ID)
                .limit(BATCH)
                .fetch(row -> new Hint(row.value1(), row.value2()));
    }

    /** They were followed up. */
    public void settle(Collection<Hint> hints) {
        if (hints.isEmpty()) return;
        db.update(HOOKS)
                .set(HOOKS.SETTLED_AT, now())
                .where(HOOKS.ID.in(hints.stream().map(Hint::id).toList()))
                .execute();
    }

    /** Lets go of calls followed up long ago. */
    public void forgetOld() {
        db.deleteFrom(HOOKS)
                .where(HOOKS.SETTLED_AT.isNotNull(), HOOKS.RECEIVED_AT.lt(now().minus(KEPT)))
                .execute();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
