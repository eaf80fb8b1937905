package okienko.connections;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static okienko.connections.schema.Tables.TOKENS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.access.Audit;
import okienko.access.Secrets;
import okienko.database.Moments;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All connections. Credentials are kept unreadable; who changed what stands in the audit trail, without them. */
@Repository
public class Connections {

    /** More are no office but a data centre. */
    private static final int MOST = 500;

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext db;
    private final Secrets secrets;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    Connections(DSLContext db, Secrets secrets, Audit audit, JsonMapper json, Clock clock) {
        this.db = db;
        this.secrets = secrets;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** What somebody enters to make or change a connection. */
    public record Entry(
            String platform,
            String channel,
            String address,
            Map<String, String> credentials,
            Instant importFrom,
            Duration interval,
            Set<WriteBack.Kind> writeBacks) {

        public Entry {
            credentials = Map.copyOf(credentials);
            writeBacks = Set.copyOf(writeBacks);
        }
    }

    /** All of them, by channel. */
    public List<Connection> all() {
        return db.selectFrom(CONNECTED_SHOPS)
                .orderBy(CONNECTED_SHOPS.CHANNEL)
                .limit(MOST)
                .fetch(this::read);
    }

    /** The connection of that number. */
    public Optional<Connection> find(long id) {
        return db.selectFrom(CONNECTED_SHOPS).where(CONNECTED_SHOPS.ID.eq(id)).fetchOptional(this::read);
    }

    /** The connection whose orders are of that channel. */
    public Optional<Connection> of(String channel) {
        return db.selectFrom(CONNECTED_SHOPS)
                .where(CONNECTED_SHOPS.CHANNEL.eq(channel))
                .fetchOptional(this::read);
    }

    /**
     * Makes a connection; reading starts at once.
     *
     * @param position where reading begins: what {@link Platform#begin} said
     * @param tokens that the platform gave meanwhile
     */
    @Transactional
    public long add(Entry entry, String position, Map<String, String> tokens, String agent) {
        OffsetDateTime now = now();
        Long id = db.insertInto(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.PLATFORM, entry.platform)
                .set(CONNECTED_SHOPS.CHANNEL, entry.channel)
                .set(CONNECTED_SHOPS.ADDRESS, entry.address)
                .set(CONNECTED_SHOPS.CREDENTIALS, concealed(entry.credentials))
                .set(CONNECTED_SHOPS.IMPORT_FROM, Moments.stored(entry.importFrom))
                .set(CONNECTED_SHOPS.POLL_SECONDS, Math.toIntExact(entry.interval.toSeconds()))
                .set(CONNECTED_SHOPS.WRITE_BACKS, names(entry.writeBacks))
                .set(CONNECTED_SHOPS.CREATED_AT, now)
                .set(CONNECTED_SHOPS.CREATED_BY, agent)
                .set(CONNECTED_SHOPS.POSITION, position)
                .set(CONNECTED_SHOPS.NEXT_POLL_AT, now)
                .set(CONNECTED_SHOPS.REREAD_AT, now)
                .returning(CONNECTED_SHOPS.ID)
                .fetchSingle(CONNECTED_SHOPS.ID);
        audit.record(agent, "connection.made", entry.channel, described(entry));
        keep(Objects.requireNonNull(id), tokens);
        return id;
    }

    /** Changes where a shop is and how one gets in; the way it was is tried no longer. */
    @Transactional
    public void change(Connection before, Entry entry, Map<String, String> tokens) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.ADDRESS, entry.address)
                .set(CONNECTED_SHOPS.CREDENTIALS, concealed(entry.credentials))
                .set(CONNECTED_SHOPS.POLL_SECONDS, Math.toIntExact(entry.interval.toSeconds()))
                .set(CONNECTED_SHOPS.WRITE_BACKS, names(entry.writeBacks))
                .set(CONNECTED_SHOPS.NEXT_POLL_AT, now())
                .where(CONNECTED_SHOPS.ID.eq(before.id()))
                .execute();
        if (!before.credentials().equals(entry.credentials)) {
            db.deleteFrom(TOKENS).where(TOKENS.SHOP_ID.eq(before.id())).execute();
            keep(before.id(), tokens);
        }
        audit.record("connection.changed", before.channel(), described(entry));
    }

    /** Reads again from an earlier time; what is known already changes nothing. */
    @Transactional
    public void readFrom(Connection connection, Instant from, String position) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.IMPORT_FROM, Moments.stored(from))
                .set(CONNECTED_SHOPS.POSITION, position)
                .set(CONNECTED_SHOPS.NEXT_POLL_AT, now())
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .execute();
        audit.record("connection.reread", connection.channel(), Map.of("from", from.toString()));
    }

    /** Leaves the shop alone until somebody says otherwise. */
    @Transactional
    public void pause(Connection connection, String agent) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.PAUSED_AT, now())
                .set(CONNECTED_SHOPS.PAUSED_BY, agent)
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .execute();
        audit.record("connection.paused", connection.channel(), Map.of());
    }

    /** Goes on from where it was left. */
    @Transactional
    public void resume(Connection connection) {
        db.update(CONNECTED_SHOPS)
                .setNull(CONNECTED_SHOPS.PAUSED_AT)
                .setNull(CONNECTED_SHOPS.PAUSED_BY)
                .set(CONNECTED_SHOPS.NEXT_POLL_AT, now())
                .where(CONNECTED_SHOPS.ID.eq(connection.id()))
                .execute();
        audit.record("connection.resumed", connection.channel(), Map.of());
    }

    /** Asks the shop for news as soon as anybody is free, its rests notwithstanding. */
    @Transactional
    public void hurry(long id) {
        db.update(CONNECTED_SHOPS)
                .set(CONNECTED_SHOPS.NEXT_POLL_AT, now())
                .where(CONNECTED_SHOPS.ID.eq(id))
                .and(CONNECTED_SHOPS.FAILURES.eq(0))
                .execute();
    }

    private void keep(long id, Map<String, String> tokens) {
        if (tokens.isEmpty()) return;
        db.insertInto(TOKENS, TOKENS.SHOP_ID, TOKENS.CONTENT, TOKENS.RENEWED_AT)
                .values(id, concealed(tokens), now())
                .execute();
    }

    private Map<String, Object> described(Entry entry) {
        return Map.of(
                "platform",
                entry.platform,
                "address",
                entry.address,
                "from",
                entry.importFrom.toString(),
                "tells",
                names(entry.writeBacks));
    }

    private static String names(Set<WriteBack.Kind> kinds) {
        return kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    private static Set<WriteBack.Kind> kinds(String names) {
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(WriteBack.Kind::valueOf)
                .collect(Collectors.toSet());
    }

    private String concealed(Map<String, String> credentials) {
        return secrets.conceal(json.writeValueAsString(credentials));
    }

    private Connection read(Record row) {
        String trouble = row.get(CONNECTED_SHOPS.TROUBLE);
        return new Connection(
                row.get(CONNECTED_SHOPS.ID),
                row.get(CONNECTED_SHOPS.PLATFORM),
                row.get(CONNECTED_SHOPS.CHANNEL),
                row.get(CONNECTED_SHOPS.ADDRESS),
                json.readValue(secrets.reveal(row.get(CONNECTED_SHOPS.CREDENTIALS)), TEXTS),
                row.get(CONNECTED_SHOPS.IMPORT_FROM).toInstant(),
                Duration.ofSeconds(row.get(CONNECTED_SHOPS.POLL_SECONDS)),
                kinds(row.get(CONNECTED_SHOPS.WRITE_BACKS)),
                Moments.read(row.get(CONNECTED_SHOPS.PAUSED_AT)),
                row.get(CONNECTED_SHOPS.PAUSED_BY),
                row.get(CONNECTED_SHOPS.POSITION),
                new Connection.Health(
                        Moments.read(row.get(CONNECTED_SHOPS.LAST_SUCCESS_AT)),
                        Moments.read(row.get(CONNECTED_SHOPS.FAILING_SINCE)),
                        row.get(CONNECTED_SHOPS.FAILURES),
                        trouble.isEmpty() ? null : PlatformTrouble.Kind.valueOf(trouble),
                        row.get(CONNECTED_SHOPS.TROUBLE_TEXT),
                        row.get(CONNECTED_SHOPS.QUOTA),
                        row.get(CONNECTED_SHOPS.RECEIVED),
                        Moments.read(row.get(CONNECTED_SHOPS.LAST_ORDER_AT)),
                        row.get(CONNECTED_SHOPS.NEXT_POLL_AT).toInstant()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
