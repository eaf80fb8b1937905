package okienko.ordercontrol.engine;

import static okienko.database.RowSet.in;
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
import okienko.database.Moments;
import okienko.database.RowSet;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Reason;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.StoredOrder;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The rows of controlled orders: enters them, locks them, and writes down how they stand, a batch in a few statements. */
@Repository
public class Register {

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
        var rows = RowSet.of(orders)
                .column(CONTROLLED_ORDERS.ORDER_ID, order -> order.id().value())
                .column(CONTROLLED_ORDERS.CHANNEL, order -> order.order().key().channel())
                .column(
                        CONTROLLED_ORDERS.EXTERNAL_ID,
                        order -> order.order().key().externalId())
                .column(CONTROLLED_ORDERS.NUMBER, order -> order.order().number())
                .column(CONTROLLED_ORDERS.BUYER, order -> Marks.buyer(order.order()))
                .column(CONTROLLED_ORDERS.COUNTRY, order -> order.order().country())
                .column(
                        CONTROLLED_ORDERS.TOTAL_MINOR,
                        order -> order.order().total().minor())
                .column(CONTROLLED_ORDERS.CURRENCY, order -> order.order().currency())
                .column(CONTROLLED_ORDERS.TOTAL_HOME, Register::inZloty)
                .column(
                        CONTROLLED_ORDERS.PLACED_AT,
                        order -> Moments.stored(order.order().placedAt()))
                .column(CONTROLLED_ORDERS.RECEIVED_AT, order -> Moments.stored(order.receivedAt()))
                .column(CONTROLLED_ORDERS.DEMO, StoredOrder::demo)
                .column(CONTROLLED_ORDERS.STATE, _ -> State.PENDING.name())
                .list(CONTROLLED_ORDERS.SKUS, Register::skus);
        db.insertInto(CONTROLLED_ORDERS, rows.targets())
                .select(db.select(rows.columns()).from(rows.table()))
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

    private static List<String> skus(StoredOrder order) {
        return order.order().lines().stream().map(Order.Line::sku).distinct().toList();
    }

    private static Long inZloty(StoredOrder order) {
        Money total = order.order().total();
        return total.currency().equals("PLN") ? total.minor() : 0L;
    }

    private void writeSearchTexts(Collection<StoredOrder> orders) {
        var rows = RowSet.of(orders)
                .column(SEARCH_TEXTS.ORDER_ID, order -> order.id().value())
                .column(SEARCH_TEXTS.CONTENT, order -> Marks.searchText(order.order()));
        db.insertInto(SEARCH_TEXTS, rows.targets())
                .select(db.select(rows.columns()).from(rows.table()))
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
        var rows = RowSet.of(keys)
                .column(BUYER_KEYS.KEY, Key::key)
                .column(BUYER_KEYS.ORDER_ID, key -> key.order().id().value())
                .column(
                        BUYER_KEYS.PLACED_AT,
                        key -> Moments.stored(key.order().order().placedAt()));
        db.insertInto(BUYER_KEYS, rows.targets())
                .select(db.select(rows.columns()).from(rows.table()))
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
        var rows = standings(rulings);
        db.update(CONTROLLED_ORDERS)
                .set(CONTROLLED_ORDERS.STATE, in(CONTROLLED_ORDERS.STATE))
                .set(CONTROLLED_ORDERS.REASONS, in(CONTROLLED_ORDERS.REASONS))
                .set(CONTROLLED_ORDERS.QUEUE, in(CONTROLLED_ORDERS.QUEUE))
                .set(CONTROLLED_ORDERS.DEADLINE, in(CONTROLLED_ORDERS.DEADLINE))
                .set(CONTROLLED_ORDERS.EVALUATED_REVISION, in(CONTROLLED_ORDERS.EVALUATED_REVISION))
                .set(CONTROLLED_ORDERS.EVALUATED_AT, now)
                .set(CONTROLLED_ORDERS.RULES_VERSION, in(CONTROLLED_ORDERS.RULES_VERSION))
                .set(CONTROLLED_ORDERS.HELD_SINCE, in(CONTROLLED_ORDERS.HELD_SINCE))
                .set(CONTROLLED_ORDERS.RELEASED_AT, in(CONTROLLED_ORDERS.RELEASED_AT))
                .set(CONTROLLED_ORDERS.RELEASED_BY, in(CONTROLLED_ORDERS.RELEASED_BY))
                .set(CONTROLLED_ORDERS.RELEASED_REVISION, in(CONTROLLED_ORDERS.RELEASED_REVISION))
                .set(CONTROLLED_ORDERS.CUSTOMER, in(CONTROLLED_ORDERS.CUSTOMER))
                .set(CONTROLLED_ORDERS.TOTAL_HOME, in(CONTROLLED_ORDERS.TOTAL_HOME))
                .set(CONTROLLED_ORDERS.VERSION, CONTROLLED_ORDERS.VERSION.plus(1))
                .from(rows.table())
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(in(CONTROLLED_ORDERS.ORDER_ID)))
                .execute();
    }

    private static RowSet<Ruling> standings(List<Ruling> rulings) {
        return RowSet.of(rulings)
                .column(CONTROLLED_ORDERS.ORDER_ID, ruling -> ruling.now().id().value())
                .column(CONTROLLED_ORDERS.STATE, ruling -> ruling.now().state().name())
                .list(CONTROLLED_ORDERS.REASONS, Register::reasons)
                .column(CONTROLLED_ORDERS.QUEUE, ruling -> ruling.now().queue())
                .column(
                        CONTROLLED_ORDERS.DEADLINE,
                        ruling -> Moments.stored(ruling.now().deadline()))
                .column(
                        CONTROLLED_ORDERS.EVALUATED_REVISION,
                        ruling -> ruling.now().revision())
                .column(CONTROLLED_ORDERS.RULES_VERSION, Ruling::rulesVersion)
                .column(
                        CONTROLLED_ORDERS.HELD_SINCE,
                        ruling -> Moments.stored(ruling.now().heldSince()))
                .column(
                        CONTROLLED_ORDERS.RELEASED_AT,
                        ruling -> Moments.stored(ruling.now().releasedAt()))
                .column(CONTROLLED_ORDERS.RELEASED_BY, ruling -> ruling.now().releasedBy())
                .column(
                        CONTROLLED_ORDERS.RELEASED_REVISION,
                        ruling -> ruling.now().releasedRevision())
                .column(CONTROLLED_ORDERS.CUSTOMER, ruling -> ruling.now().customer())
                .column(CONTROLLED_ORDERS.TOTAL_HOME, Ruling::totalInZloty);
    }

    private static List<String> reasons(Ruling ruling) {
        return ruling.now().reasons().stream().map(Reason::name).toList();
    }

    /** Counts a change about an order, so that whoever else looks at it is told; its version after it. */
    long turn(OrderId order) {
        return db.update(CONTROLLED_ORDERS)
                .set(CONTROLLED_ORDERS.VERSION, CONTROLLED_ORDERS.VERSION.plus(1))
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(order.value()))
                .returningResult(CONTROLLED_ORDERS.VERSION)
                .fetchSingle()
                .value1();
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
                Moments.read(row.get(CONTROLLED_ORDERS.DEADLINE)),
                row.get(CONTROLLED_ORDERS.EVALUATED_REVISION),
                Moments.read(row.get(CONTROLLED_ORDERS.HELD_SINCE)),
                Moments.read(row.get(CONTROLLED_ORDERS.RELEASED_AT)),
                row.get(CONTROLLED_ORDERS.RELEASED_BY),
                row.get(CONTROLLED_ORDERS.RELEASED_REVISION),
                row.get(CONTROLLED_ORDERS.CUSTOMER),
                row.get(CONTROLLED_ORDERS.VERSION));
    }
}
