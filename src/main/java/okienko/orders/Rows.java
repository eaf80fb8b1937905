package okienko.orders;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Sends many rows in one statement whose text does not depend on how many they are: arrays, unnested. */
final class Rows {

    /** The table {@code rows} with the arrays as its columns, and {@code place} counting from 1. */
    static Table<Record> of(List<String> columns, Field<?>... arrays) {
        StringJoiner types = new StringJoiner(", ", "unnest(", ")");
        for (int i = 0; i < arrays.length; i++) {
            types.add("{" + i + "}");
        }
        String names = String.join(", ", columns);
        return DSL.table(types + " with ordinality as rows(" + names + ", place)", (QueryPart[]) arrays);
    }

    /** A column of {@link #of}. */
    static <T> Field<T> column(String name, Class<T> type) {
        return DSL.field(DSL.name("rows", name), type);
    }

    /** A text column of {@link #of} that goes into one of another type. */
    static <T> Field<T> column(String name, String cast, Class<T> type) {
        return DSL.field("rows." + name + "::" + cast, type);
    }

    /** A column of texts. */
    static <T> Field<String[]> texts(List<T> rows, Function<T, @Nullable String> column) {
        return DSL.val(rows.stream().map(column).toArray(String[]::new));
    }

    /** A column of times. */
    static <T> Field<OffsetDateTime[]> times(List<T> rows, Function<T, @Nullable OffsetDateTime> column) {
        return DSL.val(rows.stream().map(column).toArray(OffsetDateTime[]::new));
    }

    static OffsetDateTime inOffice(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private Rows() {}
}
