package okienko.payments;

import static okienko.payments.schema.Tables.MOVEMENTS;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.database.RowSet;
import okienko.orders.OrderKey;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.reference.Row;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Payments as a data set; a movement is the same one by its source and the source's reference. */
@Component
class PaymentData implements DataSet<OrderPayment> {

    private final DSLContext db;
    private final Payments payments;
    private final Clock clock;

    PaymentData(DSLContext db, Payments payments, Clock clock) {
        this.db = db;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public String page() {
        return "/payments";
    }

    @Override
    public List<Column> columns() {
        return PaymentFile.COLUMNS;
    }

    @Override
    public String key(Row row) {
        return PaymentFile.source(row) + '|' + PaymentFile.reference(row);
    }

    @Override
    public String key(OrderPayment each) {
        return each.payment().source() + '|' + each.payment().reference();
    }

    @Override
    public Map<String, OrderPayment> present(Collection<String> keys) {
        var asked = RowSet.of(keys)
                .column(MOVEMENTS.SOURCE, key -> key.substring(0, key.indexOf('|')))
                .column(MOVEMENTS.REFERENCE, key -> key.substring(key.indexOf('|') + 1));
        Map<String, OrderPayment> present = new LinkedHashMap<>();
        db.select(MOVEMENTS.fields())
                .from(asked.table())
                .join(MOVEMENTS)
                .on(MOVEMENTS.SOURCE.eq(RowSet.in(MOVEMENTS.SOURCE)))
                .and(MOVEMENTS.REFERENCE.eq(RowSet.in(MOVEMENTS.REFERENCE)))
                .forEach(row -> {
                    OrderPayment each = Payments.orderPayment(row);
                    present.put(key(each), each);
                });
        return present;
    }

    @Override
    public int size() {
        return db.fetchCount(MOVEMENTS);
    }

    /** A movement that is booked already stays as it is, whoever tells it again: its order may have been found since. */
    @Override
    public @Nullable OrderPayment read(Row row, @Nullable OrderPayment known, Mode mode) {
        OrderPayment read = PaymentFile.payment(row, clock.instant());
        return read == null || known == null ? read : known;
    }

    @Override
    public Map<String, Object> fields(OrderPayment each) {
        OrderKey order = each.order();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("channel", order == null ? "" : order.channel());
        fields.put("externalId", order == null ? "" : order.externalId());
        fields.put("number", each.number());
        fields.put("amount", each.payment().amount().amount().toPlainString());
        fields.put("currency", each.payment().amount().currency());
        fields.put("receivedAt", each.payment().receivedAt().toString());
        fields.put("source", each.payment().source());
        fields.put("reference", each.payment().reference());
        return fields;
    }

    @Override
    @Transactional
    public void apply(List<OrderPayment> movements, Mode mode, String actor) {
        payments.book(movements, actor);
    }

    @Override
    public List<OrderPayment> page(@Nullable String after, int limit) {
        int bar = after == null ? -1 : after.indexOf('|');
        return db.selectFrom(MOVEMENTS)
                .where(
                        after == null || bar < 0
                                ? noCondition()
                                : row(MOVEMENTS.SOURCE, MOVEMENTS.REFERENCE)
                                        .gt(after.substring(0, bar), after.substring(bar + 1)))
                .orderBy(MOVEMENTS.SOURCE, MOVEMENTS.REFERENCE)
                .limit(limit)
                .fetch(Payments::orderPayment);
    }
}
