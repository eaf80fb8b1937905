package okienko.customers;

import static okienko.customers.schema.Tables.ATTACHED_ORDERS;
import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.FLAGS;
import static okienko.customers.schema.Tables.IDENTIFIERS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.customers.merging.Merged;
import okienko.database.RowSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/** Takes up customers from a list, in the caller's transaction. */
@Repository
class CustomerList {

    private record Flagged(long card, CustomerFlag flag) {}

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerList(DSLContext db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** Adds the customers or replaces the cards of the same reference; flags of a card become those of the list. */
    void take(List<Customer> customers, String actor) {
        Instant now = clock.instant();
        Map<String, Long> ids = cards(customers, now);
        Long[] changed = ids.values().toArray(Long[]::new);
        db.deleteFrom(IDENTIFIERS).where(IDENTIFIERS.CARD_ID.eq(any(changed))).execute();
        Map<Long, Set<String>> keys = new HashMap<>();
        customers.forEach(customer ->
                keys.put(id(ids, customer), Recogniser.identifiers(customer).keys()));
        new Ledger(db, now).addIdentifiers(keys);
        flags(customers, ids, now, actor);
        Long[] together =
                Merged.around(db, ids.values()).withMembers(ids.values()).toArray(Long[]::new);
        List<String> orders = db.select(ATTACHED_ORDERS.ORDER_REFERENCE)
                .from(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.CARD_ID.eq(any(together)), ATTACHED_ORDERS.CANCELLED.isFalse())
                .orderBy(ATTACHED_ORDERS.PLACED_AT.desc())
                .limit(Customers.CHANGED_ORDERS)
                .fetch(ATTACHED_ORDERS.ORDER_REFERENCE);
        if (!orders.isEmpty()) events.publishEvent(new CustomerEvent.Changed(orders));
    }

    private Map<String, Long> cards(List<Customer> customers, Instant now) {
        var rows = RowSet.of(customers)
                .column(CARDS.REFERENCE, Customer::reference)
                .column(CARDS.NAME, Customer::name)
                .column(CARDS.COMPANY, Customer::company)
                .column(CARDS.EMAIL, Customer::email)
                .column(CARDS.PHONE, Customer::phone)
                .column(CARDS.TAX_ID, Customer::taxId)
                .column(CARDS.ORIGIN, _ -> Cards.FROM_IMPORT)
                .column(CARDS.IMPORTED_ORDERS, Customer::earlierOrders)
                .column(CARDS.REFUSED_PARCELS, Customer::refusedParcels)
                .column(CARDS.CREATED_AT, _ -> Customers.utc(now))
                .column(CARDS.CHANGED_AT, _ -> Customers.utc(now))
                .column(CARDS.SEARCH_TEXT, Ledger::searchText);
        return db.insertInto(CARDS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .onConflict(CARDS.REFERENCE)
                .doUpdate()
                .set(CARDS.NAME, excluded(CARDS.NAME))
                .set(CARDS.COMPANY, excluded(CARDS.COMPANY))
                .set(CARDS.EMAIL, excluded(CARDS.EMAIL))
                .set(CARDS.PHONE, excluded(CARDS.PHONE))
                .set(CARDS.TAX_ID, excluded(CARDS.TAX_ID))
                .set(CARDS.ORIGIN, Cards.FROM_IMPORT)
                .set(CARDS.IMPORTED_ORDERS, excluded(CARDS.IMPORTED_ORDERS))
                .set(CARDS.REFUSED_PARCELS, excluded(CARDS.REFUSED_PARCELS))
                .set(CARDS.CHANGED_AT, excluded(CARDS.CHANGED_AT))
                .set(CARDS.SEARCH_TEXT, excluded(CARDS.SEARCH_TEXT))
                .returning(CARDS.REFERENCE, CARDS.ID)
                .fetchMap(CARDS.REFERENCE, CARDS.ID);
    }

    /** Only what differs is written, so that a list given again leaves the history of flags as it was. */
    private void flags(List<Customer> customers, Map<String, Long> ids, Instant now, String actor) {
        Map<Long, Customer> before = new Cards(db, now).own(ids.values());
        List<Customer> differing = customers.stream()
                .filter(customer -> {
                    Customer known = before.get(id(ids, customer));
                    return known == null || !known.flags().equals(customer.flags());
                })
                .toList();
        Long[] cards = differing.stream().map(customer -> id(ids, customer)).toArray(Long[]::new);
        db.update(FLAGS)
                .set(FLAGS.REMOVED_AT, Customers.utc(now))
                .set(FLAGS.REMOVED_BY, actor)
                .where(FLAGS.CARD_ID.eq(any(cards)), FLAGS.REMOVED_AT.isNull())
                .execute();
        List<Flagged> all = differing.stream()
                .flatMap(customer -> customer.flags().stream().map(flag -> new Flagged(id(ids, customer), flag)))
                .toList();
        var rows = RowSet.of(all)
                .column(FLAGS.CARD_ID, Flagged::card)
                .column(FLAGS.KIND, each -> each.flag().kind().name())
                .column(FLAGS.NOTE, each -> each.flag().note())
                .column(FLAGS.UNTIL, each -> each.flag().until())
                .column(FLAGS.SET_AT, _ -> Customers.utc(now))
                .column(FLAGS.SET_BY, _ -> actor);
        db.insertInto(FLAGS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .execute();
    }

    private static long id(Map<String, Long> ids, Customer customer) {
        return java.util.Objects.requireNonNull(ids.get(customer.reference()));
    }
}
