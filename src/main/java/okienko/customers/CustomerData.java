package okienko.customers;

import static okienko.customers.schema.Tables.CARDS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.reference.Row;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customer cards as a data set: the customers a shop had before the office, with their history and warnings. */
@Component
class CustomerData implements DataSet<Customer> {

    private final DSLContext db;
    private final CustomerList list;
    private final Clock clock;

    CustomerData(DSLContext db, CustomerList list, Clock clock) {
        this.db = db;
        this.list = list;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String page() {
        return "/customers";
    }

    @Override
    public List<Column> columns() {
        return CustomerFile.COLUMNS;
    }

    @Override
    public String key(Row row) {
        return row.text("reference");
    }

    @Override
    public String key(Customer customer) {
        return customer.reference();
    }

    @Override
    public Map<String, Customer> present(Collection<String> references) {
        return cards(CARDS.REFERENCE.eq(any(references.toArray(String[]::new))), Integer.MAX_VALUE);
    }

    @Override
    public int size() {
        return db.fetchCount(CARDS);
    }

    @Override
    public Customer read(Row row, @Nullable Customer known, Mode mode) {
        return CustomerFile.customer(row, known);
    }

    @Override
    public Map<String, Object> fields(Customer customer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reference", customer.reference());
        fields.put("name", customer.name());
        fields.put("company", customer.company());
        fields.put("email", customer.email());
        fields.put("phone", customer.phone());
        fields.put("taxId", customer.taxId());
        fields.put("earlierOrders", customer.earlierOrders());
        fields.put("refusedParcels", customer.refusedParcels());
        fields.put("flags", customer.flags().stream().map(CustomerFile::text).toList());
        return fields;
    }

    @Override
    @Transactional
    public void apply(List<Customer> customers, Mode mode, String actor) {
        list.take(customers, actor);
    }

    @Override
    public List<Customer> page(@Nullable String after, int limit) {
        return List.copyOf(cards(after == null ? noCondition() : CARDS.REFERENCE.gt(after), limit)
                .values());
    }

    private Map<String, Customer> cards(Condition which, int limit) {
        List<Long> ids = db.select(CARDS.ID)
                .from(CARDS)
                .where(which)
                .orderBy(CARDS.REFERENCE)
                .limit(limit)
                .fetch(CARDS.ID);
        Map<Long, Customer> all = new HashMap<>(new Cards(db, clock.instant()).own(ids));
        Map<String, Customer> ordered = new LinkedHashMap<>();
        for (long id : ids) {
            Customer card = all.get(id);
            if (card != null) ordered.put(card.reference(), card);
        }
        return ordered;
    }
}
