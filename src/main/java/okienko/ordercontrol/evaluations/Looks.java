package okienko.ordercontrol.evaluations;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.EVALUATIONS;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Verdict;
import okienko.orders.OrderId;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What control saw of very many orders, read in one pass, a piece at a time: memory does not grow with their number. */
@Repository
public class Looks {

    /** Rows in a piece: enough to be quick, little enough to hold several in memory. */
    private static final int PIECE = 1_000;

    private final DSLContext db;
    private final SharedFacts shared;

    Looks(DSLContext db, SharedFacts shared) {
        this.db = db;
        this.shared = shared;
    }

    /**
     * Which orders are read.
     *
     * @param since received at or after
     * @param channel of this channel; empty for all
     */
    public record Range(Instant since, String channel) {}

    /** How many orders there are in the range, whether or not it is kept what control saw of them. */
    public int orders(Range range) {
        return db.fetchCount(CONTROLLED_ORDERS, in(range));
    }

    /**
     * Reads the looks at all orders of the range before the warehouse had them, each order's together and in the order of
     * time, the oldest order first.
     *
     * @param piece takes some orders; says whether it wants more
     */
    @Transactional(readOnly = true)
    public void read(Range range, Predicate<List<List<Look>>> piece) {
        try (Cursor<? extends Record> cursor =
                selected(in(range)).fetchSize(PIECE).fetchLazy()) {
            List<List<Look>> orders = new ArrayList<>();
            List<Look> order = new ArrayList<>();
            int rows = 0;
            for (Record row : cursor) {
                Look look = look(row);
                if (!order.isEmpty() && !order.getFirst().order().equals(look.order())) {
                    orders.add(order);
                    order = new ArrayList<>();
                    if (rows >= PIECE) {
                        if (!piece.test(orders)) return;
                        orders = new ArrayList<>();
                        rows = 0;
                    }
                }
                order.add(look);
                rows++;
            }
            if (!order.isEmpty()) orders.add(order);
            // whether to go on does not matter after the last piece
            if (!orders.isEmpty()) {
                var _ = piece.test(orders);
            }
        }
    }

    /** The looks at some orders before the warehouse had them, each order's in the order of time. */
    public List<Look> of(Collection<OrderId> orders) {
        Long[] ids = orders.stream().map(OrderId::value).toArray(Long[]::new);
        return selected(EVALUATIONS.ORDER_ID.eq(DSL.any(ids))).fetch(this::look);
    }

    private ResultQuery<? extends Record> selected(Condition which) {
        return db.select(EVALUATIONS.asterisk(), CONTROLLED_ORDERS.CHANNEL, CONTROLLED_ORDERS.STATE)
                .from(EVALUATIONS)
                .join(CONTROLLED_ORDERS)
                .on(CONTROLLED_ORDERS.ORDER_ID.eq(EVALUATIONS.ORDER_ID))
                .where(which, EVALUATIONS.AT_WAREHOUSE.isFalse())
                .orderBy(EVALUATIONS.ORDER_ID, EVALUATIONS.ID);
    }

    private static Condition in(Range range) {
        Condition received = CONTROLLED_ORDERS.RECEIVED_AT.ge(range.since().atOffset(ZoneOffset.UTC));
        return range.channel().isEmpty() ? received : received.and(CONTROLLED_ORDERS.CHANNEL.eq(range.channel()));
    }

    private Look look(Record row) {
        byte[] facts = row.get(EVALUATIONS.FACTS);
        int terms = row.get(EVALUATIONS.TERMS);
        int services = row.get(EVALUATIONS.SERVICES);
        int rates = row.get(EVALUATIONS.RATES);
        return new Look(
                new OrderId(row.get(EVALUATIONS.ORDER_ID)),
                row.get(CONTROLLED_ORDERS.CHANNEL),
                row.get(CONTROLLED_ORDERS.STATE).equals(State.CANCELLED.name()),
                row.get(EVALUATIONS.REVISION),
                row.get(EVALUATIONS.AT).toInstant(),
                row.get(EVALUATIONS.RULES_VERSION),
                Verdict.valueOf(row.get(EVALUATIONS.VERDICT)),
                () -> FactsReader.read(facts, shared.read(terms, services, rates)));
    }
}
