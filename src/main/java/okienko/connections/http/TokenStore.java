package okienko.connections.http;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static okienko.connections.schema.Tables.TOKENS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okienko.access.Secrets;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens platforms gave. While one is renewed its row stays locked, also for other processes, so that a refresh token is
 * used once: whoever comes second is given what the first one got. A transaction is open during that one call for it.
 */
@Repository
class TokenStore {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext db;
    private final Secrets secrets;
    private final JsonMapper json;
    private final Clock clock;

    TokenStore(DSLContext db, Secrets secrets, JsonMapper json, Clock clock) {
        this.db = db;
        this.secrets = secrets;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<String, String> tokens(
            long shop, Predicate<Map<String, String>> usable, UnaryOperator<Map<String, String>> renew) {
        Map<String, String> known = stored(shop, false);
        if (!known.isEmpty() && usable.test(known)) return known;
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.insertInto(TOKENS, TOKENS.SHOP_ID, TOKENS.CONTENT, TOKENS.RENEWED_AT)
                .values(shop, "", now)
                .onConflictDoNothing()
                .execute();
        Map<String, String> meanwhile = stored(shop, true);
        if (!meanwhile.isEmpty() && usable.test(meanwhile)) return meanwhile;
        Map<String, String> renewed = renew.apply(meanwhile);
        db.update(TOKENS)
                .set(TOKENS.CONTENT, secrets.conceal(json.writeValueAsString(renewed)))
                .set(TOKENS.RENEWED_AT, now)
                .where(TOKENS.SHOP_ID.eq(shop))
                .execute();
        return renewed;
    }

    void quota(long shop, String text) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.QUOTA, text)
                .where(CONNECTED_SHOPS.ID.eq(shop))
                .execute();
    }

    private Map<String, String> stored(long shop, boolean locked) {
        var row = db.select(TOKENS.CONTENT).from(TOKENS).where(TOKENS.SHOP_ID.eq(shop));
        String content =
                (locked ? row.forUpdate() : row).fetchOptional(TOKENS.CONTENT).orElse("");
        return content.isEmpty() ? Map.of() : json.readValue(secrets.reveal(content), TEXTS);
    }
}
