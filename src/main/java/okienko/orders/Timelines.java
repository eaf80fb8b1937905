package okienko.orders;

import static okienko.orders.schema.Tables.TIMELINE;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.database.Moments;
import okienko.database.RowSet;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The rows of orders' timelines. */
final class Timelines {

    private static final int MAX_SHOWN = 1_000;
    private static final TypeReference<LinkedHashMap<String, Object>> DETAILS = new TypeReference<>() {};

    private final DSLContext db;

    Timelines(DSLContext db) {
        this.db = db;
    }

    void add(List<TimelineEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var rows = RowSet.of(entries)
                .column(TIMELINE.ORDER_ID, entry -> entry.order().value())
                .column(TIMELINE.AT, entry -> Moments.stored(entry.at()))
                .column(TIMELINE.ACTOR, TimelineEntry::actor)
                .column(TIMELINE.KIND, TimelineEntry::kind)
                .column(TIMELINE.DETAILS, entry -> JSONB.valueOf(json(entry.details())));
        db.insertInto(TIMELINE, rows.targets())
                .select(db.select(rows.columns()).from(rows.table()).orderBy(RowSet.PLACE))
                .execute();
    }

    List<TimelineEntry> of(OrderId id) {
        return db.select(TIMELINE.AT, TIMELINE.ACTOR, TIMELINE.KIND, TIMELINE.DETAILS)
                .from(TIMELINE)
                .where(TIMELINE.ORDER_ID.eq(id.value()))
                .orderBy(TIMELINE.ID)
                .limit(MAX_SHOWN)
                .fetch(row -> new TimelineEntry(
                        id,
                        row.value1().toInstant(),
                        row.value2(),
                        row.value3(),
                        CanonicalJson.MAPPER.readValue(row.value4().data(), DETAILS)));
    }

    private static String json(Map<String, Object> details) {
        return details.isEmpty() ? "{}" : CanonicalJson.MAPPER.writeValueAsString(plain(details));
    }

    /** Amounts and times as text, everything else as JSON has it. */
    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> plain = new LinkedHashMap<>();
                map.forEach((name, part) -> plain.put(String.valueOf(name), plain(part)));
                yield plain;
            }
            case Collection<?> list ->
                list.stream().<@Nullable Object>map(Timelines::plain).toList();
            case String text -> JsonFields.storable(text);
            case Number number -> number;
            case Boolean yes -> yes;
            case Money money -> money.toString();
            case Instant instant -> instant.toString();
            case Object other -> other.toString();
        };
    }
}
