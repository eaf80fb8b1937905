package okienko.ordercontrol.engine;

import static okienko.database.RowSet.in;
import static okienko.ordercontrol.engine.Register.any;
import static okienko.ordercontrol.schema.Tables.BUYER_KEYS;
import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import okienko.database.Moments;
import okienko.database.RowSet;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.checks.Source;
import okienko.orders.OrderId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What open orders wait for: an order is looked at again when something changes that its last look read or lacked. */
@Repository
class Watches {

    /** Open, and judged already. */
    static final Condition JUDGED = CONTROLLED_ORDERS.STATE.in(inline(State.WAITING.name()), inline(State.HELD.name()));

    /** Enough for all buyers of a batch; who has more open orders is no buyer but a shop's own account. */
    private static final int MOST_OF_BUYERS = 5_000;

    private final DSLContext db;

    Watches(DSLContext db) {
        this.db = db;
    }

    /**
     * What has to change before an order is looked at again.
     *
     * @param lookAgain when the clock alone is reason enough; null: never
     */
    record Watch(OrderId order, Set<Source> reads, @Nullable Instant lookAgain) {}

    /** Writes down what open orders wait for now. It is no change of the order: nobody is told. */
    void keep(List<Watch> watches) {
        if (watches.isEmpty()) return;
        var rows = RowSet.of(watches)
                .column(CONTROLLED_ORDERS.ORDER_ID, watch -> watch.order().value())
                .list(
                        CONTROLLED_ORDERS.READS,
                        watch -> watch.reads().stream()
                                .map(Source::name)
                                .sorted()
                                .toList())
                .column(CONTROLLED_ORDERS.LOOK_AGAIN_AT, watch -> Moments.stored(watch.lookAgain()));
        Condition different = CONTROLLED_ORDERS
                .READS
                .isDistinctFrom(in(CONTROLLED_ORDERS.READS))
                .or(CONTROLLED_ORDERS.LOOK_AGAIN_AT.isDistinctFrom(in(CONTROLLED_ORDERS.LOOK_AGAIN_AT)));
        db.update(CONTROLLED_ORDERS)
                .set(CONTROLLED_ORDERS.READS, in(CONTROLLED_ORDERS.READS))
                .set(CONTROLLED_ORDERS.LOOK_AGAIN_AT, in(CONTROLLED_ORDERS.LOOK_AGAIN_AT))
                .from(rows.table())
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(in(CONTROLLED_ORDERS.ORDER_ID)), different)
                .execute();
    }

    /** Judged by rules that read this, and open. */
    static Condition reading(Source source) {
        String[] name = {source.name()};
        return JUDGED.and(condition("{0} && {1}", CONTROLLED_ORDERS.READS, val(name, CONTROLLED_ORDERS.READS)));
    }

    /** Open orders of the same buyers whose rules read what else a buyer ordered, these orders left out. */
    List<OrderId> ofSameBuyers(Collection<OrderId> orders) {
        if (orders.isEmpty()) return List.of();
        // as arrays: PostgreSQL then goes by the keys, not through all that is open, however old its statistics are
        var keys = array(select(BUYER_KEYS.KEY).from(BUYER_KEYS).where(BUYER_KEYS.ORDER_ID.eq(any(orders))));
        var theirs = array(select(BUYER_KEYS.ORDER_ID).from(BUYER_KEYS).where(BUYER_KEYS.KEY.eq(DSL.any(keys))));
        return db.select(CONTROLLED_ORDERS.ORDER_ID)
                .from(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(DSL.any(theirs)), reading(Source.OTHER_ORDERS))
                .andNot(CONTROLLED_ORDERS.ORDER_ID.eq(any(orders)))
                .orderBy(CONTROLLED_ORDERS.ORDER_ID)
                .limit(MOST_OF_BUYERS)
                .fetch(row -> new OrderId(row.value1()));
    }
}
