package okienko.customers;

import static okienko.customers.schema.Tables.ATTACHED_ORDERS;
import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.IDENTIFIERS;
import static okienko.database.RowSet.in;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.customers.identity.Spelling;
import okienko.customers.merging.Merged;
import okienko.database.RowSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes cards, their identifiers and whose order is whose, one statement a table. */
final class Ledger {

    private static final int SEARCHED = 400;

    private final DSLContext db;
    private final Instant now;

    Ledger(DSLContext db, Instant now) {
        this.db = db;
        this.now = now;
    }

    void addCards(Collection<Reception.NewCard> cards) {
        if (cards.isEmpty()) return;
        var rows = RowSet.of(cards)
                .column(CARDS.ID, Reception.NewCard::id)
                .column(CARDS.REFERENCE, card -> card.customer().reference())
                .column(CARDS.NAME, card -> card.customer().name())
                .column(CARDS.COMPANY, card -> card.customer().company())
                .column(CARDS.EMAIL, card -> card.customer().email())
                .column(CARDS.PHONE, card -> card.customer().phone())
                .column(CARDS.TAX_ID, card -> card.customer().taxId())
                .column(CARDS.ORIGIN, _ -> Cards.FROM_ORDER)
                .column(CARDS.CREATED_AT, _ -> Customers.utc(now))
                .column(CARDS.CHANGED_AT, _ -> Customers.utc(now))
                .column(CARDS.SEARCH_TEXT, card -> searchText(card.customer()));
        db.insertInto(CARDS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .execute();
    }

    /** Cards of a single order whose buyer was corrected: they show what the order shows now. */
    void refresh(Map<Long, Customer> cards) {
        cards.forEach((id, customer) -> {
            db.update(CARDS)
                    .set(CARDS.NAME, customer.name())
                    .set(CARDS.COMPANY, customer.company())
                    .set(CARDS.EMAIL, customer.email())
                    .set(CARDS.PHONE, customer.phone())
                    .set(CARDS.TAX_ID, customer.taxId())
                    .set(CARDS.SEARCH_TEXT, searchText(customer))
                    .set(CARDS.CHANGED_AT, Customers.utc(now))
                    .where(CARDS.ID.eq(id))
                    .execute();
            db.deleteFrom(IDENTIFIERS).where(IDENTIFIERS.CARD_ID.eq(id)).execute();
        });
    }

    void addIdentifiers(Map<Long, Set<String>> keys) {
        if (keys.isEmpty()) return;
        record Key(long card, String identifier) {}
        List<Key> all = keys.entrySet().stream()
                .flatMap(card -> card.getValue().stream().map(key -> new Key(card.getKey(), key)))
                .toList();
        var rows =
                RowSet.of(all).column(IDENTIFIERS.CARD_ID, Key::card).column(IDENTIFIERS.IDENTIFIER, Key::identifier);
        db.insertInto(IDENTIFIERS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .onConflictDoNothing()
                .execute();
    }

    void attach(Collection<Reception.Attachment> attachments) {
        if (attachments.isEmpty()) return;
        var rows = RowSet.of(attachments)
                .column(ATTACHED_ORDERS.ORDER_REFERENCE, Reception.Attachment::orderReference)
                .column(ATTACHED_ORDERS.CARD_ID, Reception.Attachment::card)
                .column(ATTACHED_ORDERS.PLACED_AT, each -> Customers.utc(each.placedAt()));
        db.insertInto(ATTACHED_ORDERS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .onConflict(ATTACHED_ORDERS.ORDER_REFERENCE)
                .doUpdate()
                .set(ATTACHED_ORDERS.CARD_ID, excluded(ATTACHED_ORDERS.CARD_ID))
                .set(ATTACHED_ORDERS.PLACED_AT, excluded(ATTACHED_ORDERS.PLACED_AT))
                .set(ATTACHED_ORDERS.CANCELLED, false)
                .execute();
    }

    /** Removes cards that nothing but orders now gone gave rise to; which of these those are. */
    Set<Long> removeEmpty(Set<Long> cards) {
        if (cards.isEmpty()) return Set.of();
        return db.deleteFrom(CARDS)
                .where(CARDS.ID.eq(any(cards.toArray(Long[]::new))))
                .and(CARDS.ORIGIN.eq(Cards.FROM_ORDER))
                .andNotExists(selectOne().from(ATTACHED_ORDERS).where(ATTACHED_ORDERS.CARD_ID.eq(CARDS.ID)))
                .returning(CARDS.ID)
                .fetchSet(CARDS.ID);
    }

    /** How many orders that were not cancelled each card had placed before the order in question. */
    Map<Asked, Integer> earlierOrders(Collection<Asked> asked, Merged merged) {
        Field<Integer> position = DSL.field("position", SQLDataType.INTEGER);
        List<Asked> all = List.copyOf(asked);
        record Member(int position, long card) {}
        List<Member> members = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            for (long card : merged.members(all.get(at).card())) members.add(new Member(at, card));
        }
        var rows = RowSet.of(members)
                .column(position, Member::position)
                .column(ATTACHED_ORDERS.CARD_ID, Member::card)
                .column(
                        ATTACHED_ORDERS.ORDER_REFERENCE,
                        each -> all.get(each.position).orderReference())
                .column(
                        ATTACHED_ORDERS.PLACED_AT,
                        each -> Customers.utc(all.get(each.position).placedAt()));
        Map<Asked, Integer> counts = new HashMap<>();
        db.select(in(position), count())
                .from(rows.table())
                .join(ATTACHED_ORDERS)
                .on(ATTACHED_ORDERS.CARD_ID.eq(in(ATTACHED_ORDERS.CARD_ID)))
                .and(ATTACHED_ORDERS.PLACED_AT.le(in(ATTACHED_ORDERS.PLACED_AT)))
                .and(ATTACHED_ORDERS.ORDER_REFERENCE.ne(in(ATTACHED_ORDERS.ORDER_REFERENCE)))
                .where(ATTACHED_ORDERS.CANCELLED.isFalse())
                .groupBy(in(position))
                .forEach(row -> counts.put(all.get(row.value1()), row.value2()));
        return counts;
    }

    static String searchText(Customer customer) {
        String all = String.join(
                " ",
                customer.reference(),
                customer.name(),
                customer.company(),
                customer.email(),
                customer.phone(),
                customer.phone().replaceAll("[^0-9]", ""),
                customer.taxId().replaceAll("[^0-9A-Za-z]", ""));
        String folded = Spelling.fold(all);
        return folded.substring(0, Math.min(SEARCHED, folded.length()));
    }

    /** A card and the order before which to count. */
    record Asked(long card, String orderReference, Instant placedAt) {}
}
