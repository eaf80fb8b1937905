package okienko.database;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as a table a statement can read from: one array parameter a column, so that one statement writes or joins
 * thousands of rows and its text does not grow with them.
 */
public final class RowSet<R> {

    private final Collection<R> rows;
    private final List<Field<?>> fields = new ArrayList<>();
    private final List<Field<?>> arrays = new ArrayList<>();

    private RowSet(Collection<R> rows) {
        this.rows = rows;
    }

    public static <R> RowSet<R> of(Collection<R> rows) {
        return new RowSet<>(rows);
    }

    /** A column with the name and type of the field. */
    public <T> RowSet<R> column(Field<T> field, Function<R, @Nullable T> value) {
        Object values = Array.newInstance(field.getType(), rows.size());
        int position = 0;
        for (R row : rows) Array.set(values, position++, value.apply(row));
        fields.add(field);
        arrays.add(DSL.val(values, field.getDataType().nullable(true).getArrayDataType()));
        return this;
    }

    /** The table {@code rows}; its columns are reached by {@link #in}. */
    public Table<Record> table() {
        StringBuilder sql = new StringBuilder("unnest(");
        StringBuilder names = new StringBuilder(") as rows(");
        for (int i = 0; i < fields.size(); i++) {
            sql.append(i == 0 ? "{" : ", {").append(i).append('}');
            names.append(i == 0 ? "" : ", ")
                    .append('"')
                    .append(fields.get(i).getName())
                    .append('"');
        }
        return DSL.table(sql.append(names).append(')').toString(), arrays.toArray(Field<?>[]::new));
    }

    /** All columns, in the order they were named: what an {@code insert … select} needs. */
    public List<Field<?>> columns() {
        return fields.stream().<Field<?>>map(RowSet::in).toList();
    }

    /** The targets of an {@code insert … select}. */
    public List<Field<?>> targets() {
        return List.copyOf(fields);
    }

    /** The column of {@link #table()} that has this field's name. */
    public static <T> Field<T> in(Field<T> field) {
        return DSL.field(DSL.name("rows", field.getName()), field.getDataType());
    }
}
