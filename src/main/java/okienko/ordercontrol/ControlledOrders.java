package okienko.ordercontrol;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.SEARCH_TEXTS;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.ordercontrol.engine.Marks;
import okienko.ordercontrol.engine.Register;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All orders by where they stand in control: what board and list are made of. */
@Repository
public class ControlledOrders {

    /** Rows of one list page at most. */
    public static final int MOST_ROWS = 500;

    /** Counting stops here: a list longer than this is narrowed by search, not paged through. */
    public static final int MOST_COUNTED = 10_000;

    private static final int MOST_WORDS = 8;
    private static final int MOST_CHANNELS = 200;

    private final DSLContext db;

    ControlledOrders(DSLContext db) {
        this.db = db;
    }

    /** How an order stands. */
    public Optional<ControlledOrder> find(OrderId id) {
        return db.selectFrom(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(id.value()))
                .fetchOptional(Register::read);
    }

    /** How an order stands, by channel and the channel's id. */
    public Optional<ControlledOrder> find(OrderKey key) {
        return db.selectFrom(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.REFERENCE.eq(key.channel() + ":" + key.externalId()))
                .and(CONTROLLED_ORDERS.CHANNEL.eq(key.channel()))
                .fetchOptional(Register::read);
    }

    /** How some orders stand, in the order asked for. */
    public Map<OrderId, ControlledOrder> all(Collection<OrderId> ids) {
        Map<OrderId, ControlledOrder> found = db.selectFrom(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(
                        DSL.any(ids.stream().map(OrderId::value).toArray(Long[]::new))))
                .fetchMap(row -> new OrderId(row.get(CONTROLLED_ORDERS.ORDER_ID)), Register::read);
        Map<OrderId, ControlledOrder> ordered = LinkedHashMap.newLinkedHashMap(found.size());
        for (OrderId id : ids) {
            ControlledOrder order = found.get(id);
            if (order != null) ordered.put(id, order);
        }
        return ordered;
    }

    /** A customer's orders, newest first. */
    public List<ControlledOrder> ofCustomer(String customer, int most) {
        return db.selectFrom(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.CUSTOMER.eq(customer))
                .orderBy(CONTROLLED_ORDERS.RECEIVED_AT.desc(), CONTROLLED_ORDERS.ORDER_ID.desc())
                .limit(Math.clamp(most, 1, MOST_ROWS))
                .fetch(Register::read);
    }

    /**
     * Where a list page ends, and the next begins.
     *
     * @param key what the list is sorted by says of the order
     */
    public record Place(String key, OrderId order) {

        /** The place as it stands in an address. */
        public String text() {
            return key + "-" + order;
        }

        /** A place from an address; empty when it is none. */
        public static Optional<Place> read(String text) {
            int dash = text.lastIndexOf('-');
            String order = text.substring(dash + 1);
            return dash < 0 || !order.matches("\\d{1,18}")
                    ? Optional.empty()
                    : Optional.of(new Place(text.substring(0, dash), new OrderId(Long.parseLong(order))));
        }
    }

    /**
     * A page of a list.
     *
     * @param next where the next page begins; null when this is the last
     */
    public record Slice(
            List<ControlledOrder> orders, @Nullable Place next) {
        public Slice {
            orders = List.copyOf(orders);
        }
    }

    /**
     * A page of the orders that fit a filter.
     *
     * @param after where the page before ended; null for the first
     */
    public Slice list(OrderFilter filter, OrderFilter.Sort sort, @Nullable Place after, int most) {
        int limit = Math.clamp(most, 1, MOST_ROWS);
        Sorting<?> sorting = Sorting.of(sort);
        var found = db.select(CONTROLLED_ORDERS.fields())
                .select(sorting.key())
                .from(CONTROLLED_ORDERS)
                .where(matching(filter), sorting.after(after))
                .orderBy(sorting.order())
                .limit(limit + 1)
                .fetch();
        return new Slice(
                found.stream().limit(limit).map(Register::read).toList(),
                found.size() <= limit ? null : sorting.place(found.get(limit - 1)));
    }

    /** Where an order stands in a list sorted like this. */
    public Optional<Place> place(OrderId id, OrderFilter.Sort sort) {
        Sorting<?> sorting = Sorting.of(sort);
        return db.select(CONTROLLED_ORDERS.ORDER_ID, sorting.key())
                .from(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(id.value()))
                .fetchOptional(sorting::place);
    }

    /** How many orders fit a filter; {@link #MOST_COUNTED} stands for that many or more. */
    public int count(OrderFilter filter) {
        var counted =
                selectOne().from(CONTROLLED_ORDERS).where(matching(filter)).limit(MOST_COUNTED);
        return db.select(DSL.count()).from(counted).fetchSingle().value1();
    }

    /** All channels orders came from, by name. */
    public List<String> channels() {
        // one look into the index a channel instead of one at every order
        return db.fetch("""
                        with recursive found(channel) as (
                            (select channel from ordercontrol.controlled_orders order by channel limit 1)
                            union all
                            select (select o.channel from ordercontrol.controlled_orders o
                                    where o.channel > found.channel order by o.channel limit 1)
                            from found where found.channel is not null)
                        select channel from found where channel is not null limit {0}
                        """, val(MOST_CHANNELS)).getValues(0, String.class);
    }

    private static Condition matching(OrderFilter filter) {
        List<Condition> all = new ArrayList<>();
        if (!filter.states().isEmpty()) {
            all.add(CONTROLLED_ORDERS.STATE.in(filter.states().stream()
                    .map(Enum::name)
                    .sorted()
                    .map(DSL::inline)
                    .toList()));
        }
        if (!filter.reasons().isEmpty()) {
            String[] reasons = filter.reasons().stream().map(Reason::name).toArray(String[]::new);
            all.add(DSL.condition("{0} && {1}", CONTROLLED_ORDERS.REASONS, val(reasons, CONTROLLED_ORDERS.REASONS)));
        }
        if (!filter.channels().isEmpty()) all.add(CONTROLLED_ORDERS.CHANNEL.in(filter.channels()));
        if (!filter.queues().isEmpty()) all.add(CONTROLLED_ORDERS.QUEUE.in(filter.queues()));
        if (filter.receivedFrom() != null) all.add(CONTROLLED_ORDERS.RECEIVED_AT.ge(at(filter.receivedFrom())));
        if (filter.receivedBefore() != null) all.add(CONTROLLED_ORDERS.RECEIVED_AT.lt(at(filter.receivedBefore())));
        if (filter.amountFrom() != null) all.add(CONTROLLED_ORDERS.TOTAL_HOME.ge(grosze(filter.amountFrom())));
        if (filter.amountTo() != null) all.add(CONTROLLED_ORDERS.TOTAL_HOME.le(grosze(filter.amountTo())));
        if (filter.demo() != null) all.add(CONTROLLED_ORDERS.DEMO.eq(filter.demo()));
        if (!filter.text().isBlank()) all.add(found(filter.text()));
        return DSL.and(all);
    }

    private static Condition found(String text) {
        List<Condition> words = new ArrayList<>();
        for (String word : Marks.fold(text).split(" ", -1)) {
            if (words.size() < MOST_WORDS) words.add(SEARCH_TEXTS.CONTENT.contains(word));
        }
        return CONTROLLED_ORDERS.ORDER_ID.in(
                select(SEARCH_TEXTS.ORDER_ID).from(SEARCH_TEXTS).where(words));
    }

    private static long grosze(BigDecimal amount) {
        return Money.of(amount, "PLN").minor();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
