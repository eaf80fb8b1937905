package okienko.customers;

import static okienko.customers.schema.Tables.ATTACHED_ORDERS;
import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.FLAGS;
import static okienko.customers.schema.Tables.MERGED_CARDS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.customers.merging.Merged;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customers the office knows, and whose order is whose. */
@Repository
public class Customers {

    /** Orders named in one {@link CustomerEvent.Changed}: an open order is among a customer's newest. */
    public static final int CHANGED_ORDERS = 1_000;

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Customers(DSLContext db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Recognises each buyer, in the order given, and attaches the order to the customer it surely is, otherwise to a new
     * card. Asking again changes nothing unless the order's buyer changed. A buyer's first order is
     * {@link Recognition#NEW}, unless its card has a flag or a history by now.
     *
     * <p>In a transaction of its own, so that two workers who meet the same new buyer make one card and neither waits
     * for more than the other's recognising.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<Recognition> recognise(List<Buyer> buyers) {
        if (buyers.isEmpty()) return List.of();
        return Reception.receive(db, clock.instant(), buyers);
    }

    /** The card each order is attached to, by order reference; orders never recognised are missing. */
    public Map<String, String> cards(Collection<String> orderReferences) {
        return db.select(ATTACHED_ORDERS.ORDER_REFERENCE, CARDS.REFERENCE)
                .from(ATTACHED_ORDERS)
                .leftJoin(MERGED_CARDS)
                .on(MERGED_CARDS.CARD_ID.eq(ATTACHED_ORDERS.CARD_ID))
                .join(CARDS)
                .on(CARDS.ID.eq(coalesce(MERGED_CARDS.ROOT_ID, ATTACHED_ORDERS.CARD_ID)))
                .where(ATTACHED_ORDERS.ORDER_REFERENCE.eq(any(orderReferences.toArray(String[]::new))))
                .fetchMap(ATTACHED_ORDERS.ORDER_REFERENCE, CARDS.REFERENCE);
    }

    /** Customers by the number of their card, as the card shows them; unknown numbers are missing. */
    public Map<Long, Customer> shown(Collection<Long> cards) {
        return new Cards(db, clock.instant()).all(cards);
    }

    /** The card of the order's buyer, as the order page shows it; empty for an order never recognised. */
    public Optional<CardSummary> card(String orderReference) {
        var order = db.select(ATTACHED_ORDERS.CARD_ID, ATTACHED_ORDERS.PLACED_AT)
                .from(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.ORDER_REFERENCE.eq(orderReference))
                .fetchOne();
        if (order == null) return Optional.empty();
        long home = order.get(ATTACHED_ORDERS.CARD_ID);
        Merged merged = Merged.around(db, List.of(home));
        return summary(merged.root(home), merged, orderReference, order.get(ATTACHED_ORDERS.PLACED_AT));
    }

    private Optional<CardSummary> summary(long id, Merged merged, String except, OffsetDateTime before) {
        Map<Long, Customer> cards = new Cards(db, clock.instant()).all(List.of(id));
        Customer customer = cards.get(id);
        if (customer == null) return Optional.empty();
        var earlier = ATTACHED_ORDERS
                .PLACED_AT
                .le(before)
                .and(ATTACHED_ORDERS.ORDER_REFERENCE.ne(except))
                .and(ATTACHED_ORDERS.CANCELLED.isFalse());
        var counts = db.select(
                        count(),
                        count().filterWhere(ATTACHED_ORDERS.CANCELLED),
                        count().filterWhere(earlier),
                        max(ATTACHED_ORDERS.PLACED_AT),
                        org.jooq.impl.DSL.field(
                                db.select(CARDS.CREATED_AT).from(CARDS).where(CARDS.ID.eq(id))))
                .from(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.CARD_ID.in(merged.members(id)))
                .fetchSingle();
        OffsetDateTime last = counts.value4();
        return Optional.of(new CardSummary(
                id,
                Cards.withEarlierOrders(customer, counts.value3()),
                counts.value1(),
                counts.value2(),
                last == null ? null : last.toInstant(),
                counts.value5().toInstant()));
    }

    /** Orders the channel or a consultant cancelled: they no longer count as history. */
    @Transactional
    public void cancelled(List<String> orderReferences) {
        db.update(ATTACHED_ORDERS)
                .set(ATTACHED_ORDERS.CANCELLED, true)
                .where(
                        ATTACHED_ORDERS.ORDER_REFERENCE.eq(any(orderReferences.toArray(String[]::new))),
                        ATTACHED_ORDERS.CANCELLED.isFalse())
                .execute();
    }

    /** Forgets orders that were removed, and the cards nothing but them gave rise to: how the demo shop leaves. */
    @Transactional
    public void forget(List<String> orderReferences) {
        List<Long> cards = db.deleteFrom(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.ORDER_REFERENCE.eq(any(orderReferences.toArray(String[]::new))))
                .returning(ATTACHED_ORDERS.CARD_ID)
                .fetch(ATTACHED_ORDERS.CARD_ID);
        new Ledger(db, clock.instant()).removeEmpty(Set.copyOf(cards));
    }

    /**
     * Removes cards that came from a list, as if it had never been given: those that have orders stay for as long as these
     * do.
     */
    @Transactional
    public void withdraw(List<String> references) {
        List<Long> cards = db.update(CARDS)
                .set(CARDS.ORIGIN, Cards.FROM_ORDER)
                .set(CARDS.IMPORTED_ORDERS, 0)
                .set(CARDS.REFUSED_PARCELS, 0)
                .where(CARDS.REFERENCE.eq(any(references.toArray(String[]::new))))
                .returning(CARDS.ID)
                .fetch(CARDS.ID);
        db.deleteFrom(FLAGS)
                .where(FLAGS.CARD_ID.eq(any(cards.toArray(Long[]::new))))
                .execute();
        new Ledger(db, clock.instant()).removeEmpty(Set.copyOf(cards));
    }

    /** Sets a warning on a card and lets order control look again at its orders. */
    @Transactional
    public void flag(long card, CustomerFlag flag, String by) {
        db.insertInto(FLAGS)
                .set(FLAGS.CARD_ID, card)
                .set(FLAGS.KIND, flag.kind().name())
                .set(FLAGS.NOTE, flag.note())
                .set(FLAGS.UNTIL, flag.until())
                .set(FLAGS.SET_AT, now())
                .set(FLAGS.SET_BY, by)
                .execute();
        changed(card);
    }

    /** Takes a warning off; it stays in the card's history. */
    @Transactional
    public boolean unflag(long card, long flag, String by) {
        int removed = db.update(FLAGS)
                .set(FLAGS.REMOVED_AT, now())
                .set(FLAGS.REMOVED_BY, by)
                .where(FLAGS.ID.eq(flag), FLAGS.CARD_ID.in(together(card)), FLAGS.REMOVED_AT.isNull())
                .execute();
        if (removed == 1) changed(card);
        return removed == 1;
    }

    /**
     * Corrects how many parcels came back. Of a merged card the cards in it keep their counts and the card itself the rest,
     * unless the count is below theirs: then it is all the card's own.
     */
    @Transactional
    public void refusedParcels(long card, int count) {
        Map<Long, Customer> own = new Cards(db, clock.instant()).own(together(card));
        int others = 0;
        for (var each : own.entrySet())
            if (each.getKey() != card) others += each.getValue().refusedParcels();
        if (count < others) own.keySet().forEach(each -> setRefused(each, 0));
        setRefused(card, count < others ? count : count - others);
        changed(card);
    }

    private void setRefused(long card, int count) {
        db.update(CARDS)
                .set(CARDS.REFUSED_PARCELS, count)
                .set(CARDS.CHANGED_AT, now())
                .where(CARDS.ID.eq(card))
                .execute();
    }

    private List<Long> together(long card) {
        return List.copyOf(Merged.around(db, List.of(card)).withMembers(List.of(card)));
    }

    private void changed(long card) {
        List<String> orders = db.select(ATTACHED_ORDERS.ORDER_REFERENCE)
                .from(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.CARD_ID.in(together(card)), ATTACHED_ORDERS.CANCELLED.isFalse())
                .orderBy(ATTACHED_ORDERS.PLACED_AT.desc())
                .limit(CHANGED_ORDERS)
                .fetch(ATTACHED_ORDERS.ORDER_REFERENCE);
        if (!orders.isEmpty()) events.publishEvent(new CustomerEvent.Changed(orders));
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
