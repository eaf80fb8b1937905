package okienko.shops.imports;

import static okienko.shops.schema.Tables.CHANNELS;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import okienko.orders.Order.PaymentForm;
import okienko.shops.ChannelSettings;
import okienko.shops.CsvField;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is remembered of channels, so that the second file needs no questions. */
@Repository
public class Channels {

    static final int MAX_NAME_CHARACTERS = 60;
    private static final int MAX_LISTED = 200;
    private static final TypeReference<Map<String, CsvField>> COLUMNS = new TypeReference<>() {};

    private static final TypeReference<Map<String, PaymentForm>> FORMS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> SERVICES = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;

    Channels(DSLContext db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** What is known of that channel, or what is usual. */
    public ChannelSettings settings(String channel) {
        ChannelSettings usual = ChannelSettings.of(channel);
        return db.select(CHANNELS.CURRENCY, CHANNELS.COLUMNS, CHANNELS.PAYMENT_FORMS, CHANNELS.DELIVERY_METHODS)
                .from(CHANNELS)
                .where(CHANNELS.NAME.eq(channel))
                .fetchOptional(row -> usual.withCurrency(row.value1())
                        .withColumns(json.readValue(row.value2().data(), COLUMNS))
                        .withMappings(
                                json.readValue(row.value3().data(), FORMS),
                                json.readValue(row.value4().data(), SERVICES)))
                .orElse(usual);
    }

    /** All channels something is remembered of. */
    List<String> names() {
        return db.select(CHANNELS.NAME)
                .from(CHANNELS)
                .orderBy(CHANNELS.NAME)
                .limit(MAX_LISTED)
                .fetch(CHANNELS.NAME);
    }

    /** Remembers that the channel is there. */
    @Transactional
    public void meet(String channel, String agent) {
        if (!channel.isEmpty()) {
            db.insertInto(CHANNELS, CHANNELS.NAME, CHANNELS.CHANGED_AT, CHANNELS.CHANGED_BY)
                    .values(channel, clock.instant().atOffset(ZoneOffset.UTC), agent)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** Remembers how the channel's CSV files are read. */
    @Transactional
    public void remember(String channel, String currency, Map<String, CsvField> columns, String agent) {
        JSONB headings = JSONB.valueOf(json.writeValueAsString(columns));
        db.insertInto(
                        CHANNELS,
                        CHANNELS.NAME,
                        CHANNELS.CURRENCY,
                        CHANNELS.COLUMNS,
                        CHANNELS.CHANGED_AT,
                        CHANNELS.CHANGED_BY)
                .values(channel, currency, headings, clock.instant().atOffset(ZoneOffset.UTC), agent)
                .onConflict(CHANNELS.NAME)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** Remembers what the channel's own names of payment and delivery mean; orders read from now on are read so. */
    @Transactional
    public void map(String channel, Map<String, PaymentForm> forms, Map<String, String> services, String agent) {
        meet(channel, agent);
        db.update(CHANNELS)
                .set(CHANNELS.PAYMENT_FORMS, JSONB.valueOf(json.writeValueAsString(forms)))
                .set(CHANNELS.DELIVERY_METHODS, JSONB.valueOf(json.writeValueAsString(services)))
                .set(CHANNELS.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(CHANNELS.CHANGED_BY, agent)
                .where(CHANNELS.NAME.eq(channel))
                .execute();
    }
}
