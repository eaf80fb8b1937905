package okienko.customers;

import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.FLAGS;
import static org.jooq.impl.DSL.any;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.customers.merging.Merged;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads cards with their flags, many at once. */
final class Cards {

    static final String FROM_ORDER = "ORDER";
    static final String FROM_IMPORT = "IMPORT";

    private final DSLContext db;
    private final LocalDate today;

    Cards(DSLContext db, Instant now) {
        this.db = db;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** Cards by number, with what was merged into them; earlier orders are those of an imported list only. */
    Map<Long, Customer> all(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        Merged merged = Merged.around(db, ids);
        Set<Long> wanted = merged.withMembers(ids);
        Map<Long, Customer> own = own(wanted);
        Map<Long, Customer> shown = new HashMap<>();
        for (long id : ids) if (own.containsKey(id)) shown.put(id, merged.shown(id, own));
        return shown;
    }

    /** Cards by number, each with what it says by itself. */
    Map<Long, Customer> own(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        Long[] wanted = ids.toArray(Long[]::new);
        Map<Long, List<CustomerFlag>> flags = db.select(FLAGS.CARD_ID, FLAGS.KIND, FLAGS.NOTE, FLAGS.UNTIL)
                .from(FLAGS)
                // a day's grace: the check knows the shop's time zone and decides
                .where(FLAGS.CARD_ID.eq(any(wanted)), FLAGS.REMOVED_AT.isNull())
                .and(FLAGS.UNTIL.isNull().or(FLAGS.UNTIL.ge(today.minusDays(1))))
                .orderBy(FLAGS.ID)
                .fetchGroups(FLAGS.CARD_ID, Cards::flag);
        Map<Long, Customer> cards = new HashMap<>();
        db.select(
                        CARDS.ID,
                        CARDS.REFERENCE,
                        CARDS.NAME,
                        CARDS.COMPANY,
                        CARDS.EMAIL,
                        CARDS.PHONE,
                        CARDS.TAX_ID,
                        CARDS.IMPORTED_ORDERS,
                        CARDS.REFUSED_PARCELS)
                .from(CARDS)
                .where(CARDS.ID.eq(any(wanted)))
                .forEach(row ->
                        cards.put(row.get(CARDS.ID), customer(row, flags.getOrDefault(row.get(CARDS.ID), List.of()))));
        return cards;
    }

    static Customer withEarlierOrders(Customer card, int attached) {
        return new Customer(
                card.reference(),
                card.name(),
                card.company(),
                card.email(),
                card.phone(),
                card.taxId(),
                card.earlierOrders() + attached,
                card.refusedParcels(),
                card.flags());
    }

    /** What an order's buyer says of themselves, as a card of its own. */
    static Customer fresh(long card, Buyer buyer) {
        return new Customer(
                "K-" + card,
                buyer.name(),
                buyer.company(),
                buyer.email(),
                buyer.phone(),
                buyer.taxId(),
                0,
                0,
                List.of());
    }

    static boolean samePerson(Customer one, Customer two) {
        return one.name().equals(two.name())
                && one.company().equals(two.company())
                && one.email().equals(two.email())
                && one.phone().equals(two.phone())
                && one.taxId().equals(two.taxId());
    }

    private static Customer customer(Record row, List<CustomerFlag> flags) {
        return new Customer(
                row.get(CARDS.REFERENCE),
                row.get(CARDS.NAME),
                row.get(CARDS.COMPANY),
                row.get(CARDS.EMAIL),
                row.get(CARDS.PHONE),
                row.get(CARDS.TAX_ID),
                row.get(CARDS.IMPORTED_ORDERS),
                row.get(CARDS.REFUSED_PARCELS),
                flags);
    }

    private static CustomerFlag flag(Record row) {
        return new CustomerFlag(
                CustomerFlag.Kind.valueOf(row.get(FLAGS.KIND)), row.get(FLAGS.NOTE), row.get(FLAGS.UNTIL));
    }
}
