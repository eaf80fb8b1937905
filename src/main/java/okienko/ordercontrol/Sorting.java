package okienko.ordercontrol;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import okienko.ordercontrol.ControlledOrders.Place;
import okienko.orders.OrderId;
import org.jooq.Collation;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How a list is put in order, page after page: by a column, and by the order's id where that says the same. A page begins
 * after a value, not after so many rows, so that what comes in or changes meanwhile neither repeats nor hides a row.
 */
record Sorting<T>(Field<T> column, boolean down, Function<T, String> write, Function<String, @Nullable T> read) {

    /** As people here sort: Ł follows L, capitals do not count, and 9 comes before 10. */
    private static final Collation NATURAL = DSL.collation(DSL.name("ordercontrol", "natural"));

    private static final String WHOLE_NUMBER = "-?\\d{1,18}";
    private static final long MICROS_PER_SECOND = 1_000_000L;

    static Sorting<?> of(OrderFilter.Sort sort) {
        boolean down = sort.down();
        return switch (sort.by()) {
            case RECEIVED -> new Sorting<>(CONTROLLED_ORDERS.RECEIVED_AT, down, Sorting::micros, Sorting::moment);
            case NUMBER ->
                new Sorting<>(CONTROLLED_ORDERS.NUMBER.collate(NATURAL), down, Function.identity(), text -> text);
            case BUYER ->
                new Sorting<>(CONTROLLED_ORDERS.BUYER.collate(NATURAL), down, Function.identity(), text -> text);
            case AMOUNT -> new Sorting<>(CONTROLLED_ORDERS.TOTAL_HOME, down, String::valueOf, Sorting::whole);
            case STATE -> new Sorting<>(CONTROLLED_ORDERS.URGENCY, down, String::valueOf, Sorting::small);
            case DEADLINE -> new Sorting<>(CONTROLLED_ORDERS.DUE, down, Sorting::micros, Sorting::moment);
        };
    }

    OrderField<?>[] order() {
        return down
                ? new OrderField<?>[] {column.desc(), CONTROLLED_ORDERS.ORDER_ID.desc()}
                : new OrderField<?>[] {column.asc(), CONTROLLED_ORDERS.ORDER_ID.asc()};
    }

    /** What comes after a place; everything, when that is a place in a list sorted otherwise. */
    Condition after(@Nullable Place place) {
        T key = place == null ? null : read.apply(place.key());
        if (place == null || key == null) return DSL.noCondition();
        var here = row(column, CONTROLLED_ORDERS.ORDER_ID);
        var there = row(val(key, column.getDataType()), val(place.order().value()));
        return down ? here.lt(there) : here.gt(there);
    }

    /** The column under a name no other has. */
    Field<T> key() {
        return column.as("sorted_by");
    }

    /** The place a row takes in the list. */
    Place place(Record row) {
        return new Place(write.apply(row.get(key())), new OrderId(row.get(CONTROLLED_ORDERS.ORDER_ID)));
    }

    private static @Nullable Long whole(String text) {
        return text.matches(WHOLE_NUMBER) ? Long.valueOf(text) : null;
    }

    private static @Nullable Short small(String text) {
        return text.matches("\\d") ? Short.valueOf(text) : null;
    }

    private static String micros(OffsetDateTime at) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()));
    }

    private static @Nullable OffsetDateTime moment(String text) {
        Long micros = whole(text);
        if (micros == null) return null;
        long nanos = Math.floorMod(micros, MICROS_PER_SECOND) * 1_000;
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND), nanos)
                .atOffset(ZoneOffset.UTC);
    }
}
