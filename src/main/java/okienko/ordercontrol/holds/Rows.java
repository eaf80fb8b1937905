package okienko.ordercontrol.holds;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Sends many rows in one statement whose text does not depend on how many they are: arrays, unnested. */
public final class Rows {

    /** Between the parts of a list sent as one text: occurs in no reason and no SKU. */
    public static final String SEPARATOR = "\u001f";

    /** The table {@code rows} with the arrays as its columns. */
    public static Table<Record> of(List<String> columns, Field<?>... arrays) {
        StringBuilder places = new StringBuilder("unnest(");
        for (int i = 0; i < arrays.length; i++) {
            places.append(i == 0 ? "{" : ", {").append(i).append('}');
        }
        String names = String.join(", ", columns);
        return DSL.table(places + ") as rows(" + names + ")", (QueryPart[]) arrays);
    }

    public static <T> Field<T> column(String name, Class<T> type) {
        return DSL.field(DSL.name("rows", name), type);
    }

    /** A text column that goes into a list column. */
    public static Field<String[]> list(String name) {
        return DSL.field("string_to_array(rows." + name + ", {0})", String[].class, DSL.inline(SEPARATOR));
    }

    public static <R> Field<Long[]> longs(Collection<R> rows, Function<R, @Nullable Long> column) {
        return DSL.val(rows.stream().map(column).toArray(Long[]::new));
    }

    public static <R> Field<Integer[]> numbers(Collection<R> rows, Function<R, @Nullable Integer> column) {
        return DSL.val(rows.stream().map(column).toArray(Integer[]::new));
    }

    public static <R> Field<String[]> texts(Collection<R> rows, Function<R, @Nullable String> column) {
        return DSL.val(rows.stream().map(column).toArray(String[]::new));
    }

    public static <R> Field<Boolean[]> flags(Collection<R> rows, Function<R, Boolean> column) {
        return DSL.val(rows.stream().map(column).toArray(Boolean[]::new));
    }

    public static <R> Field<OffsetDateTime[]> times(Collection<R> rows, Function<R, @Nullable Instant> column) {
        return DSL.val(rows.stream().map(column).map(Rows::at).toArray(OffsetDateTime[]::new));
    }

    public static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private Rows() {}
}
