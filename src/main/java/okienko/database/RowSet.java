package okienko.database;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as a table a statement can read from: one array parameter a column, so that one statement writes or joins
 * thousands of rows and its text does not grow with them.
 */
public final class RowSet<R> {

    /** A row's place in the set, counted from 1: what an {@code order by} needs that keeps the rows' order. */
    public static final Field<Long> PLACE = DSL.field(DSL.name("rows", "place"), Long.class);

    /** Between the texts of a list on their way: occurs in no name of a reason and no article number. */
    private static final String SEPARATOR = "\u001f";

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
        fields.add(field);
        arrays.add(array(field.getType(), field.getDataType(), value));
        return this;
    }

    /** A column of lists. Arrays in an array have one length in SQL, so each list travels as one text. */
    public RowSet<R> list(Field<String[]> field, Function<R, ? extends Collection<String>> value) {
        fields.add(field);
        arrays.add(array(String.class, SQLDataType.CLOB, row -> String.join(SEPARATOR, value.apply(row))));
        return this;
    }

    private <T> Field<?> array(Class<T> type, DataType<?> column, Function<R, @Nullable T> value) {
        Object values = Array.newInstance(type, rows.size());
        int position = 0;
        for (R row : rows) Array.set(values, position++, value.apply(row));
        return DSL.val(values, column.nullable(true).getArrayDataType());
    }

    /** The table {@code rows}; its columns are reached by {@link #in}. */
    public Table<Record> table() {
        StringBuilder sql = new StringBuilder("unnest(");
        StringBuilder names = new StringBuilder(") with ordinality as rows(");
        for (int i = 0; i < fields.size(); i++) {
            sql.append(i == 0 ? "{" : ", {").append(i).append('}');
            names.append('"').append(fields.get(i).getName()).append("\", ");
        }
        return DSL.table(sql.append(names).append("place)").toString(), arrays.toArray(Field<?>[]::new));
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
        Name name = DSL.name("rows", field.getName());
        return field.getType() == String[].class
                ? DSL.field("string_to_array({0}, {1})", field.getDataType(), name, DSL.inline(SEPARATOR))
                : DSL.field(name, field.getDataType());
    }
}
