package okienko.ordercontrol.engine;

import static java.util.stream.Collectors.joining;
import static okienko.ordercontrol.holds.Rows.column;
import static okienko.ordercontrol.holds.Rows.instant;
import static okienko.ordercontrol.schema.Tables.BUYER_KEYS;
import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.SEARCH_TEXTS;
import static org.jooq.impl.DSL.excluded;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.holds.Rows;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.StoredOrder;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The rows of controlled orders: enters them, locks them, and writes down how they stand, a batch in a few statements. */
@Repository
public class Register {

    /** The columns of a row that are there when it is entered. */
    private static final List<Field<?>> COPIED = List.of(
            CONTROLLED_ORDERS.ORDER_ID,
            CONTROLLED_ORDERS.CHANNEL,
            CONTROLLED_ORDERS.EXTERNAL_ID,
            CONTROLLED_ORDERS.NUMBER,
            CONTROLLED_ORDERS.BUYER,
            CONTROLLED_ORDERS.COUNTRY,
            CONTROLLED_ORDERS.TOTAL_MINOR,
            CONTROLLED_ORDERS.CURRENCY,
            CONTROLLED_ORDERS.TOTAL_HOME,
            CONTROLLED_ORDERS.PLACED_AT,
            CONTROLLED_ORDERS.RECEIVED_AT,
            CONTROLLED_ORDERS.DEMO,
            CONTROLLED_ORDERS.SKUS,
            CONTROLLED_ORDERS.STATE);

    private final DSLContext db;

    Register(DSLContext db) {
        this.db = db;
    }

    /** Enters orders, or brings what the row copies from them up to date. */
    void enter(Collection<StoredOrder> orders) {
        if (orders.isEmpty()) return;
        upsert(orders);
        writeSearchTexts(orders);
        writeBuyerKeys(orders);
    }

    private void upsert(Collection<StoredOrder> orders) {
        db.insertInto(CONTROLLED_ORDERS, COPIED)
                .select(db.select(
                                column("order_id", Long.class),
                                column("channel", String.class),
                                column("external_id", String.class),
                                column("number", String.class),
                                column("buyer", String.class),
                                column("country", String.class),
                                column("total_minor", Long.class),
                                column("currency", String.class),
                                column("total_home", Long.class),
                                column("placed_at", OffsetDateTime.class),
                                column("received_at", OffsetDateTime.class),
                                column("demo", Boolean.class),
                                Rows.list("skus"),
                                DSL.inline(State.PENDING.name()))
                        .from(copies(orders)))
                .onConflict(CONTROLLED_ORDERS.ORDER_ID)
                .doUpdate()
                .set(CONTROLLED_ORDERS.NUMBER, excluded(CONTROLLED_ORDERS.NUMBER))
                .set(CONTROLLED_ORDERS.BUYER, excluded(CONTROLLED_ORDERS.BUYER))
                .set(CONTROLLED_ORDERS.COUNTRY, excluded(CONTROLLED_ORDERS.COUNTRY))
                .set(CONTROLLED_ORDERS.TOTAL_MINOR, excluded(CONTROLLED_ORDERS.TOTAL_MINOR))
                .set(CONTROLLED_ORDERS.CURRENCY, excluded(CONTROLLED_ORDERS.CURRENCY))
                .set(CONTROLLED_ORDERS.TOTAL_HOME, excluded(CONTROLLED_ORDERS.TOTAL_HOME))
                .set(CONTROLLED_ORDERS.PLACED_AT, excluded(CONTROLLED_ORDERS.PLACED_AT))
                .set(CONTROLLED_ORDERS.SKUS, excluded(CONTROLLED_ORDERS.SKUS))
                .execute();
    }

    /** What a row copies from its order, as columns of the statement. */
    private static Table<Record> copies(Collection<StoredOrder> orders) {
        return Rows.of(
                List.of(
                        "order_id",
                        "channel",
                        "external_id",
                        "number",
                        "buyer",
                        "country",
                        "total_minor",
                        "currency",
                        "total_home",
                        "placed_at",
                        "received_at",
                        "demo",
                        "skus"),
                Rows.longs(orders, order -> order.id().value()),
                Rows.texts(orders, order -> order.order().key().channel()),
                Rows.texts(orders, order -> order.order().key().externalId()),
                Rows.texts(orders, order -> order.order().number()),
                Rows.texts(orders, order -> Marks.buyer(order.order())),
                Rows.texts(orders, order -> order.order().country()),
                Rows.longs(orders, order -> order.order().total().minor()),
                Rows.texts(orders, order -> order.order().currency()),
                Rows.longs(orders, Register::inZloty),
                Rows.times(orders, order -> order.order().placedAt()),
                Rows.times(orders, StoredOrder::receivedAt),
                Rows.flags(orders, StoredOrder::demo),
                Rows.texts(
                        orders,
                        order -> order.order().lines().stream()
                                .map(Order.Line::sku)
                                .distinct()
                                .collect(joining(Rows.SEPARATOR))));
    }

    private static Long inZloty(StoredOrder order) {
        Money total = order.order().total();
        return total.currency().equals("PLN") ? total.minor() : 0L;
    }

    private void writeSearchTexts(Collection<StoredOrder> orders) {
        Table<Record> rows = Rows.of(
                List.of("order_id", "content"),
                Rows.longs(orders, order -> order.id().value()),
                Rows.texts(orders, order -> Marks.searchText(order.order())));
        db.insertInto(SEARCH_TEXTS, SEARCH_TEXTS.ORDER_ID, SEARCH_TEXTS.CONTENT)
                .select(db.select(column("order_id", Long.class), column("content", String.class))
                        .from(rows))
                .onConflict(SEARCH_TEXTS.ORDER_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private void writeBuyerKeys(Collection<StoredOrder> orders) {
        record Key(String key, StoredOrder order) {}
        List<Key> keys = new ArrayList<>(orders.size() * 3);
        for (StoredOrder order : orders) {
            for (String key : Marks.buyerKeys(order.order())) keys.add(new Key(key, order));
        }
        Table<Record> rows = Rows.of(
                List.of("key", "order_id", "placed_at"),
                Rows.texts(keys, Key::key),
                Rows.longs(keys, key -> key.order().id().value()),
                Rows.times(keys, key -> key.order().order().placedAt()));
        db.insertInto(BUYER_KEYS, BUYER_KEYS.KEY, BUYER_KEYS.ORDER_ID, BUYER_KEYS.PLACED_AT)
                .select(db.select(
                                column("key", String.class),
                                column("order_id", Long.class),
                                column("placed_at", OffsetDateTime.class))
                        .from(rows))
                .onConflictDoNothing()
                .execute();
    }

    /** Forgets what the buyer of changed orders was known by, before they are entered again. */
    void forgetBuyers(Collection<OrderId> orders) {
        if (orders.isEmpty()) return;
        db.deleteFrom(BUYER_KEYS).where(BUYER_KEYS.ORDER_ID.eq(any(orders))).execute();
    }

    /** Locks the rows until the transaction ends, always in the same order so that two workers cannot block each other. */
    Map<OrderId, ControlledOrder> lock(Collection<OrderId> orders) {
        Map<OrderId, ControlledOrder> locked = HashMap.newHashMap(orders.size());
        db.selectFrom(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(any(orders)))
                .orderBy(CONTROLLED_ORDERS.ORDER_ID)
                .forUpdate()
                .forEach(row -> locked.put(new OrderId(row.get(CONTROLLED_ORDERS.ORDER_ID)), read(row)));
        return locked;
    }

    /** Writes down how orders stand now. */
    void write(List<Ruling> rulings, OffsetDateTime now) {
        if (rulings.isEmpty()) return;
        db.update(CONTROLLED_ORDERS)
                .set(CONTROLLED_ORDERS.STATE, column("state", String.class))
                .set(CONTROLLED_ORDERS.REASONS, Rows.list("reasons"))
                .set(CONTROLLED_ORDERS.QUEUE, column("queue", String.class))
                .set(CONTROLLED_ORDERS.DEADLINE, column("deadline", OffsetDateTime.class))
                .set(CONTROLLED_ORDERS.EVALUATED_REVISION, column("revision", Integer.class))
                .set(CONTROLLED_ORDERS.EVALUATED_AT, now)
                .set(CONTROLLED_ORDERS.RULES_VERSION, column("rules", Integer.class))
                .set(CONTROLLED_ORDERS.HELD_SINCE, column("held_since", OffsetDateTime.class))
                .set(CONTROLLED_ORDERS.RELEASED_AT, column("released_at", OffsetDateTime.class))
                .set(CONTROLLED_ORDERS.RELEASED_BY, column("released_by", String.class))
                .set(CONTROLLED_ORDERS.RELEASED_REVISION, column("released_revision", Integer.class))
                .set(CONTROLLED_ORDERS.CUSTOMER, column("customer", String.class))
                .set(CONTROLLED_ORDERS.TOTAL_HOME, column("total_home", Long.class))
                .set(CONTROLLED_ORDERS.VERSION, CONTROLLED_ORDERS.VERSION.plus(1))
                .from(standings(rulings))
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(column("order_id", Long.class)))
                .execute();
    }

    /** How orders stand now, as columns of the statement. */
    private static Table<Record> standings(List<Ruling> rulings) {
        return Rows.of(
                List.of(
                        "order_id",
                        "state",
                        "reasons",
                        "queue",
                        "deadline",
                        "revision",
                        "rules",
                        "held_since",
                        "released_at",
                        "released_by",
                        "released_revision",
                        "customer",
                        "total_home"),
                Rows.longs(rulings, ruling -> ruling.now().id().value()),
                Rows.texts(rulings, ruling -> ruling.now().state().name()),
                Rows.texts(
                        rulings,
                        ruling -> ruling.now().reasons().stream()
                                .map(Reason::name)
                                .collect(joining(Rows.SEPARATOR))),
                Rows.texts(rulings, ruling -> ruling.now().queue()),
                Rows.times(rulings, ruling -> ruling.now().deadline()),
                Rows.numbers(rulings, ruling -> ruling.now().revision()),
                Rows.numbers(rulings, Ruling::rulesVersion),
                Rows.times(rulings, ruling -> ruling.now().heldSince()),
                Rows.times(rulings, ruling -> ruling.now().releasedAt()),
                Rows.texts(rulings, ruling -> ruling.now().releasedBy()),
                Rows.numbers(rulings, ruling -> ruling.now().releasedRevision()),
                Rows.texts(rulings, ruling -> ruling.now().customer()),
                Rows.longs(rulings, Ruling::totalInZloty));
    }

    /** Forgets orders that are gone for good, and that they were to be controlled. */
    void remove(Collection<OrderId> orders) {
        if (orders.isEmpty()) return;
        db.deleteFrom(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(any(orders)))
                .execute();
    }

    static org.jooq.QuantifiedSelect<org.jooq.Record1<Long>> any(Collection<OrderId> orders) {
        return DSL.any(orders.stream().map(OrderId::value).toArray(Long[]::new));
    }

    /** A row as the record everybody sees. */
    public static ControlledOrder read(Record row) {
        return new ControlledOrder(
                new OrderId(row.get(CONTROLLED_ORDERS.ORDER_ID)),
                new OrderKey(row.get(CONTROLLED_ORDERS.CHANNEL), row.get(CONTROLLED_ORDERS.EXTERNAL_ID)),
                row.get(CONTROLLED_ORDERS.NUMBER),
                row.get(CONTROLLED_ORDERS.BUYER),
                row.get(CONTROLLED_ORDERS.COUNTRY),
                new Money(row.get(CONTROLLED_ORDERS.TOTAL_MINOR), row.get(CONTROLLED_ORDERS.CURRENCY)),
                row.get(CONTROLLED_ORDERS.PLACED_AT).toInstant(),
                row.get(CONTROLLED_ORDERS.RECEIVED_AT).toInstant(),
                row.get(CONTROLLED_ORDERS.DEMO),
                State.valueOf(row.get(CONTROLLED_ORDERS.STATE)),
                Arrays.stream(row.get(CONTROLLED_ORDERS.REASONS))
                        .filter(Objects::nonNull)
                        .map(Reason::of)
                        .toList(),
                row.get(CONTROLLED_ORDERS.QUEUE),
                instant(row.get(CONTROLLED_ORDERS.DEADLINE)),
                row.get(CONTROLLED_ORDERS.EVALUATED_REVISION),
                instant(row.get(CONTROLLED_ORDERS.HELD_SINCE)),
                instant(row.get(CONTROLLED_ORDERS.RELEASED_AT)),
                row.get(CONTROLLED_ORDERS.RELEASED_BY),
                row.get(CONTROLLED_ORDERS.RELEASED_REVISION),
                row.get(CONTROLLED_ORDERS.CUSTOMER),
                row.get(CONTROLLED_ORDERS.VERSION));
    }
}
