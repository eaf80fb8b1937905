package okienko.orders;

import static okienko.database.RowSet.in;
import static okienko.orders.schema.Tables.REVISIONS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.database.RowSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Orders as they once were, many at a time. */
@Repository
public class Revisions {

    private final DSLContext db;

    /** One revision of one order. */
    public record Key(OrderId order, int revision) {}

    /**
     * An order as it was after one change.
     *
     * @param author login of the consultant who made the change; null when the channel did
     * @param rawPayload what the channel sent; null for a consultant's
     */
    public record Past(
            int revision,
            Instant at,
            @Nullable String author,
            @Nullable Long rawPayload,
            Order order) {}

    Revisions(DSLContext db) {
        this.db = db;
    }

    /** An order as it was in that revision. */
    public Optional<Order> find(Key key) {
        return Optional.ofNullable(all(Set.of(key)).get(key));
    }

    /** Orders as they were in these revisions; those that do not exist are left out. */
    public Map<Key, Order> all(Collection<Key> keys) {
        Map<Key, Order> orders = HashMap.newHashMap(keys.size());
        var rows = RowSet.of(keys)
                .column(REVISIONS.ORDER_ID, key -> key.order().value())
                .column(REVISIONS.REVISION, Key::revision);
        db.select(REVISIONS.ORDER_ID, REVISIONS.REVISION, REVISIONS.CONTENT)
                .from(rows.table())
                .join(REVISIONS)
                .on(REVISIONS.ORDER_ID.eq(in(REVISIONS.ORDER_ID)), REVISIONS.REVISION.eq(in(REVISIONS.REVISION)))
                .forEach(row -> orders.put(
                        new Key(new OrderId(row.value1()), row.value2()),
                        CanonicalJson.read(row.value3().data())));
        return orders;
    }

    /** Those of the given orders that a consultant corrected or cancelled. */
    public Set<OrderId> changedByPeople(Collection<OrderId> orders) {
        Long[] ids = orders.stream().map(OrderId::value).toArray(Long[]::new);
        return new HashSet<>(db.selectDistinct(REVISIONS.ORDER_ID)
                .from(REVISIONS)
                .where(REVISIONS.ORDER_ID.eq(DSL.any(ids)), REVISIONS.AUTHOR.isNotNull())
                .fetch(row -> new OrderId(row.value1())));
    }
}
