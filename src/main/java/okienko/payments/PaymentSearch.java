package okienko.payments;

import static okienko.payments.schema.Tables.MOVEMENTS;
import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds movements of money. */
@Repository
class PaymentSearch {

    static final int PAGE = 50;

    private final DSLContext db;

    PaymentSearch(DSLContext db) {
        this.db = db;
    }

    /** The newest that match, recorded before the one given. */
    PaymentsPage find(String typed, boolean unplaced, String order, @Nullable Long before) {
        Condition found = typed.isEmpty()
                ? noCondition()
                : MOVEMENTS
                        .ORDER_NUMBER
                        .containsIgnoreCase(typed)
                        .or(MOVEMENTS.REFERENCE.containsIgnoreCase(typed))
                        .or(MOVEMENTS.SOURCE.containsIgnoreCase(typed))
                        .or(MOVEMENTS.EXTERNAL_ID.containsIgnoreCase(typed));
        List<PaymentsPage.Row> rows = db.selectFrom(MOVEMENTS)
                .where(found)
                .and(unplaced ? MOVEMENTS.CHANNEL.isNull() : noCondition())
                .and(before == null ? noCondition() : MOVEMENTS.ID.lt(before))
                .orderBy(MOVEMENTS.ID.desc())
                .limit(PAGE + 1)
                .fetch(row -> new PaymentsPage.Row(
                        row.get(MOVEMENTS.ID), Payments.orderPayment(row), row.get(MOVEMENTS.RECORDED_BY)));
        boolean more = rows.size() > PAGE;
        int waiting = db.fetchCount(MOVEMENTS, MOVEMENTS.CHANNEL.isNull());
        return new PaymentsPage(
                typed, unplaced, order, more ? rows.subList(0, PAGE) : rows, more, before != null, waiting);
    }
}
