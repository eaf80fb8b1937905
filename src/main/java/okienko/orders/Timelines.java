package okienko.orders;

import static okienko.orders.schema.Tables.TIMELINE;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
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
        var rows = Rows.of(
                List.of("order_id", "at", "actor", "kind", "details"),
                DSL.val(entries.stream().map(entry -> entry.order().value()).toArray(Long[]::new)),
                DSL.val(entries.stream().map(entry -> Rows.inOffice(entry.at())).toArray(OffsetDateTime[]::new)),
                DSL.val(entries.stream().map(TimelineEntry::actor).toArray(String[]::new)),
                DSL.val(entries.stream().map(TimelineEntry::kind).toArray(String[]::new)),
                DSL.val(entries.stream().map(entry -> json(entry.details())).toArray(String[]::new)));
        db.insertInto(TIMELINE, TIMELINE.ORDER_ID, TIMELINE.AT, TIMELINE.ACTOR, TIMELINE.KIND, TIMELINE.DETAILS)
                .select(db.select(
                                Rows.column("order_id", Long.class),
                                Rows.column("at", OffsetDateTime.class),
                                Rows.column("actor", String.class),
                                Rows.column("kind", String.class),
                                Rows.column("details", "jsonb", JSONB.class))
                        .from(rows)
                        .orderBy(Rows.column("place", Long.class)))
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
