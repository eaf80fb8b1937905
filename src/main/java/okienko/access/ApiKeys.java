package okienko.access;

import static okienko.access.schema.Tables.API_KEYS;
import static org.jooq.impl.DSL.lower;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The keys by which programs use the REST interface. */
@Repository
public class ApiKeys {

    /** What a key may be good for; a controller asks for one with {@code hasAuthority('orders:read')}. */
    public static final List<String> SCOPES =
            List.of("orders:write", "orders:read", "reference:write", "control:write");

    /** Longest name of a key. */
    public static final int LONGEST_NAME = 80;

    /** Every key begins so: secret scanners and people recognise it. */
    static final String MARK = "okk_";

    /** How a program is called where a person has their login: {@code key:<name>}. */
    public static final String PRINCIPAL = "key:";

    private static final int KEY_BYTES = 32;
    private static final int SHOWN_CHARACTERS = 10;
    private static final Duration LAST_USED_GRAIN = Duration.ofMinutes(1);

    private final DSLContext db;
    private final Clock clock;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(DSLContext db, Clock clock, Audit audit) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
    }

    /** Makes a key; this is the only time its text exists. */
    @Transactional
    public Made create(String name, Set<String> scopes) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST_NAME) {
            return new Made.NameRefused();
        }
        if (scopes.isEmpty() || !SCOPES.containsAll(scopes)) {
            return new Made.ScopesRefused();
        }
        String key = MARK + randomText();
        boolean taken = db.fetchExists(
                API_KEYS, lower(API_KEYS.NAME).eq(trimmed.toLowerCase(Locale.ROOT)), API_KEYS.REVOKED_AT.isNull());
        if (taken) {
            return new Made.NameTaken();
        }
        db.insertInto(API_KEYS)
                .set(API_KEYS.NAME, trimmed)
                .set(API_KEYS.PREFIX, key.substring(0, SHOWN_CHARACTERS))
                .set(API_KEYS.KEY_HASH, hash(key))
                .set(API_KEYS.SCOPES, new TreeSet<>(scopes).toArray(String[]::new))
                .set(API_KEYS.CREATED_AT, now())
                .set(API_KEYS.CREATED_BY, author())
                .execute();
        audit.record("key.created", trimmed, Map.of("scopes", List.copyOf(new TreeSet<>(scopes))));
        return new Made.Created(key);
    }

    /** Makes a key useless; a key revoked already stays so. */
    @Transactional
    public void revoke(long id) {
        db.update(API_KEYS)
                .set(API_KEYS.REVOKED_AT, now())
                .set(API_KEYS.REVOKED_BY, author())
                .where(API_KEYS.ID.eq(id), API_KEYS.REVOKED_AT.isNull())
                .returningResult(API_KEYS.NAME)
                .fetchOptional(API_KEYS.NAME)
                .ifPresent(name -> audit.record("key.revoked", name, Map.of()));
    }

    /** Every key there ever was, those in use first. */
    public List<ApiKey> all() {
        return db.selectFrom(API_KEYS)
                .orderBy(API_KEYS.REVOKED_AT.isNotNull(), API_KEYS.ID.desc())
                .fetch(ApiKeys::key);
    }

    /** The login of who made the key a program is called by; empty when nobody is known. */
    public Optional<String> maker(String principal) {
        return db.select(API_KEYS.CREATED_BY)
                .from(API_KEYS)
                .where(API_KEYS.NAME.eq(principal.substring(PRINCIPAL.length())))
                .orderBy(API_KEYS.ID.desc())
                .limit(1)
                .fetchOptional(API_KEYS.CREATED_BY)
                .filter(login -> !login.isEmpty());
    }

    /** The key with this text, unless it was revoked. */
    public Optional<ApiKey> recognise(String text) {
        if (!text.startsWith(MARK)) {
            return Optional.empty();
        }
        Optional<ApiKey> found = db.selectFrom(API_KEYS)
                .where(API_KEYS.KEY_HASH.eq(hash(text)), API_KEYS.REVOKED_AT.isNull())
                .fetchOptional(ApiKeys::key);
        found.ifPresent(this::used);
        return found;
    }

    /** Notes the use, at most once a minute: a busy key would otherwise write a row per request. */
    private void used(ApiKey key) {
        Instant now = clock.instant();
        if (key.lastUsedAt() == null || key.lastUsedAt().plus(LAST_USED_GRAIN).isBefore(now)) {
            db.update(API_KEYS)
                    .set(API_KEYS.LAST_USED_AT, now())
                    .where(API_KEYS.ID.eq(key.id()))
                    .execute();
        }
    }

    private static ApiKey key(Record row) {
        return new ApiKey(
                row.get(API_KEYS.ID),
                row.get(API_KEYS.NAME),
                row.get(API_KEYS.PREFIX),
                List.of(row.get(API_KEYS.SCOPES)),
                row.get(API_KEYS.CREATED_AT).toInstant(),
                row.get(API_KEYS.CREATED_BY),
                instant(row.get(API_KEYS.LAST_USED_AT)),
                instant(row.get(API_KEYS.REVOKED_AT)),
                row.get(API_KEYS.REVOKED_BY));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private String randomText() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** One round of SHA-256 is enough: there is nothing to guess in 256 random bits. */
    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String author() {
        String actor = Audit.actor();
        return actor == null ? "" : actor;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What came of the wish for a key. */
    public sealed interface Made {
        /** The key's text, to be shown once. */
        record Created(String key) implements Made {}

        /** A name is missing or too long. */
        record NameRefused() implements Made {}

        /** Another key in use has the name. */
        record NameTaken() implements Made {}

        /** No scope was chosen, or one that does not exist. */
        record ScopesRefused() implements Made {}
    }
}
