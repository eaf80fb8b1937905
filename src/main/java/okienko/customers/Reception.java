package okienko.customers;

import static java.util.Objects.requireNonNull;
import static okienko.customers.schema.Tables.ATTACHED_ORDERS;
import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.IDENTIFIERS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.generateSeries;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.customers.Recognition.Candidate;
import okienko.customers.identity.Identifiers;
import okienko.customers.identity.PersonName;
import okienko.customers.identity.PersonName.Likeness;
import okienko.customers.merging.Merged;
import okienko.customers.review.ProposalBook;
import okienko.customers.review.Suggestion;
import org.jooq.DSLContext;

/** Receives one batch of buyers: reads what is known in a few queries, decides in memory, writes in a few more. */
final class Reception {

    private static final long LOCK = 0x4b61727479L; // any number, the same for every worker
    private static final int CARDS_AT_ONCE = 200;
    private static final String OWN = "K-";

    private final DSLContext db;
    private final Instant now;
    private final Recogniser known = new Recogniser();
    private final Map<String, Long> cardByReference = new HashMap<>();
    private final Map<Long, Customer> cards = new HashMap<>();
    private final Map<Long, Set<String>> keysByCard = new HashMap<>();
    private final Map<Long, Integer> ordersByCard = new HashMap<>();
    private final Map<String, Attached> attached = new HashMap<>();
    private Merged merged = Merged.NONE;

    private final Map<Long, NewCard> newCards = new LinkedHashMap<>();
    private final Map<Long, Customer> refreshed = new LinkedHashMap<>();
    private final Map<Long, Set<String>> newKeys = new LinkedHashMap<>();
    private final Map<String, Attachment> attachments = new LinkedHashMap<>();
    private final Set<Long> emptied = new HashSet<>();
    private final List<Suggestion> suggestions = new ArrayList<>();
    private final Deque<Long> numbers = new ArrayDeque<>();

    Reception(DSLContext db, Instant now) {
        this.db = db;
        this.now = now;
    }

    /** Recognises and attaches; waits its turn only when there is something to write. */
    static List<Recognition> receive(DSLContext db, Instant now, List<Buyer> buyers) {
        List<Identifiers> identifiers = buyers.stream()
                .map(buyer -> Identifiers.of(buyer.email(), buyer.phone(), buyer.taxId(), buyer.country()))
                .toList();
        Reception glance = new Reception(db, now);
        if (glance.allAttached(buyers)) {
            List<Decision> decisions = glance.decideAll(buyers, identifiers);
            if (!glance.changes()) return glance.counted(buyers, decisions);
        }
        Reception reception = new Reception(db, now);
        reception.lock();
        List<Decision> decisions = reception.decideAll(buyers, identifiers);
        reception.write();
        return reception.counted(buyers, decisions);
    }

    private boolean allAttached(List<Buyer> buyers) {
        String[] references = references(buyers);
        return db.fetchCount(ATTACHED_ORDERS, ATTACHED_ORDERS.ORDER_REFERENCE.eq(any(references))) == references.length;
    }

    private List<Decision> decideAll(List<Buyer> buyers, List<Identifiers> identifiers) {
        read(buyers, identifiers);
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) decisions.add(decide(buyers.get(i), identifiers.get(i)));
        return decisions;
    }

    private boolean changes() {
        return !(attachments.isEmpty() && newCards.isEmpty() && newKeys.isEmpty() && refreshed.isEmpty());
    }

    /** Two workers that meet the same new buyer must not both find nobody; held to the end of this transaction. */
    private void lock() {
        db.select(field("pg_advisory_xact_lock({0})", Object.class, inline(LOCK)))
                .execute();
    }

    private void read(List<Buyer> buyers, List<Identifiers> identifiers) {
        db.select(ATTACHED_ORDERS.ORDER_REFERENCE, ATTACHED_ORDERS.CARD_ID, ATTACHED_ORDERS.CANCELLED, CARDS.ORIGIN)
                .from(ATTACHED_ORDERS)
                .join(CARDS)
                .on(CARDS.ID.eq(ATTACHED_ORDERS.CARD_ID))
                .where(ATTACHED_ORDERS.ORDER_REFERENCE.eq(any(references(buyers))))
                .forEach(row -> attached.put(
                        row.value1(),
                        new Attached(row.value2(), row.value3(), row.value4().equals(Cards.FROM_IMPORT))));
        String[] keys = identifiers.stream()
                .flatMap(each -> each.keys().stream())
                .distinct()
                .toArray(String[]::new);
        Set<Long> ids = attached.values().stream().map(Attached::card).collect(Collectors.toCollection(HashSet::new));
        db.selectDistinct(IDENTIFIERS.CARD_ID)
                .from(IDENTIFIERS)
                .where(IDENTIFIERS.IDENTIFIER.eq(any(keys)))
                .forEach(row -> ids.add(row.value1()));
        merged = Merged.around(db, ids);
        Long[] wanted = merged.withMembers(ids).toArray(Long[]::new);
        db.select(IDENTIFIERS.CARD_ID, IDENTIFIERS.IDENTIFIER)
                .from(IDENTIFIERS)
                .where(IDENTIFIERS.CARD_ID.eq(any(wanted)))
                .forEach(row -> keysByCard
                        .computeIfAbsent(merged.root(row.value1()), _ -> new LinkedHashSet<>())
                        .add(row.value2()));
        db.select(ATTACHED_ORDERS.CARD_ID, count())
                .from(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.CARD_ID.eq(any(wanted)))
                .groupBy(ATTACHED_ORDERS.CARD_ID)
                .forEach(row -> ordersByCard.merge(merged.root(row.value1()), row.value2(), Integer::sum));
        Map<Long, Customer> own = new Cards(db, now).own(List.of(wanted));
        for (long id : merged.roots(own.keySet())) {
            Set<String> known = keysByCard.getOrDefault(id, Set.of());
            List<Customer> others =
                    merged.members(id).stream().skip(1).map(own::get).toList();
            know(id, merged.shown(id, own), others, known);
        }
    }

    private static String[] references(List<Buyer> buyers) {
        return buyers.stream().map(Buyer::orderReference).distinct().toArray(String[]::new);
    }

    private void know(long id, Customer card, List<Customer> others, Set<String> keys) {
        cards.put(id, card);
        cardByReference.put(card.reference(), id);
        known.add(id, card, others, keys);
    }

    private Decision decide(Buyer buyer, Identifiers own) {
        Attached already = attached.get(buyer.orderReference());
        if (already == null) return admit(buyer, own);
        long card = merged.root(already.card);
        if (already.cancelled) attach(buyer, already.card);
        if (already.imported || merged.joined(card) || ordersByCard.getOrDefault(card, 0) > 1)
            return new Decision(card, List.of());
        // the only order of its card: a corrected e-mail or phone may show whose it really is
        Recognition others = known.recognise(buyer, own, card);
        if (others.known() != null) {
            emptied.add(card);
            return admitTo(requireNonNull(cardByReference.get(others.known().reference())), buyer, own);
        }
        Customer fresh = Cards.fresh(card, buyer);
        Customer shown = cards.get(card);
        if (shown != null && !Cards.samePerson(fresh, shown)) {
            refreshed.put(card, fresh);
            newKeys.put(card, own.keys());
            suggest(card, fresh, others.probable());
        }
        return new Decision(card, others.probable());
    }

    private Decision admit(Buyer buyer, Identifiers own) {
        Recognition recognition = known.recognise(buyer, own, Long.MAX_VALUE);
        if (recognition.known() != null) {
            return admitTo(
                    requireNonNull(cardByReference.get(recognition.known().reference())), buyer, own);
        }
        long card = nextCard();
        Customer customer = Cards.fresh(card, buyer);
        Set<String> keys = keep(own.keys());
        newCards.put(card, new NewCard(card, customer, buyer.placedAt()));
        if (!keys.isEmpty()) newKeys.put(card, keys);
        keysByCard.put(card, new LinkedHashSet<>(keys));
        know(card, customer, List.of(), keys);
        attach(buyer, card);
        suggest(card, customer, recognition.probable());
        return new Decision(card, recognition.probable());
    }

    private Decision admitTo(long card, Buyer buyer, Identifiers own) {
        attach(buyer, card);
        Customer customer = requireNonNull(cards.get(card));
        boolean sameName = PersonName.of(customer.name()).compare(PersonName.of(buyer.name())) != Likeness.DIFFERENT;
        Set<String> learnt = keep(own.keys());
        learnt.removeAll(keysByCard.getOrDefault(card, Set.of()));
        // a colleague who orders for the firm must not make their own phone the firm's
        if (sameName && !learnt.isEmpty()) {
            newKeys.computeIfAbsent(card, _ -> new LinkedHashSet<>()).addAll(learnt);
            keysByCard.computeIfAbsent(card, _ -> new LinkedHashSet<>()).addAll(learnt);
            known.add(card, customer, List.of(), learnt);
        }
        return new Decision(card, List.of());
    }

    private void attach(Buyer buyer, long card) {
        attachments.put(buyer.orderReference(), new Attachment(buyer.orderReference(), card, buyer.placedAt()));
        attached.put(buyer.orderReference(), new Attached(card, false, false));
        ordersByCard.merge(merged.root(card), 1, Integer::sum);
    }

    private Set<String> keep(Set<String> keys) {
        Set<String> kept = new LinkedHashSet<>(keys);
        kept.removeIf(key -> known.sharing(key) > Recogniser.SHARED);
        return kept;
    }

    private long nextCard() {
        if (numbers.isEmpty()) {
            numbers.addAll(db.select(field("nextval('customers.card_numbers')", Long.class))
                    .from(generateSeries(1, CARDS_AT_ONCE))
                    .fetch(row -> row.value1()));
        }
        return numbers.removeFirst();
    }

    private void write() {
        Ledger ledger = new Ledger(db, now);
        ledger.addCards(newCards.values());
        ledger.refresh(refreshed);
        ledger.addIdentifiers(newKeys);
        ledger.attach(attachments.values());
        Set<Long> removed = ledger.removeEmpty(emptied);
        suggestions.removeIf(each -> removed.contains(each.oneId()) || removed.contains(each.twoId()));
        new ProposalBook(db, now).suggest(suggestions);
    }

    /** Whom a new card may be: a person will say. */
    private void suggest(long card, Customer customer, List<Candidate> probable) {
        for (Candidate each : probable) {
            long other = requireNonNull(cardByReference.get(each.customer().reference()));
            suggestions.add(new Suggestion(other, each.customer(), card, customer));
        }
    }

    /** The decisions with every customer's history counted, in one query. */
    private List<Recognition> counted(List<Buyer> buyers, List<Decision> decisions) {
        List<Ledger.Asked> asked = new ArrayList<>();
        for (int i = 0; i < buyers.size(); i++) {
            Buyer buyer = buyers.get(i);
            asked.add(new Ledger.Asked(decisions.get(i).card, buyer.orderReference(), buyer.placedAt()));
            for (var candidate : decisions.get(i).probable) {
                asked.add(new Ledger.Asked(
                        requireNonNull(cardByReference.get(candidate.customer().reference())),
                        buyer.orderReference(),
                        buyer.placedAt()));
            }
        }
        Map<Ledger.Asked, Integer> earlier = new Ledger(db, now).earlierOrders(asked, merged);
        List<Recognition> recognitions = new ArrayList<>();
        int next = 0;
        for (Decision decision : decisions) {
            Customer own = requireNonNull(cards.get(decision.card));
            Customer card = Cards.withEarlierOrders(own, earlier.getOrDefault(asked.get(next++), 0));
            List<Candidate> probable = new ArrayList<>();
            for (Candidate each : decision.probable) {
                Customer customer =
                        Cards.withEarlierOrders(each.customer(), earlier.getOrDefault(asked.get(next++), 0));
                probable.add(new Candidate(customer, each.agreeing(), each.differing()));
            }
            recognitions.add(recognition(card, probable));
        }
        return recognitions;
    }

    /** A card that says nothing yet is a new customer, however often one asks. */
    private static Recognition recognition(Customer card, List<Candidate> probable) {
        boolean silent = card.earlierOrders() == 0
                && card.refusedParcels() == 0
                && card.flags().isEmpty()
                && card.reference().startsWith(OWN);
        return new Recognition(silent ? null : card, probable);
    }

    /** @param imported whether the card was in a customer list, so that this order is not all that is known */
    private record Attached(long card, boolean cancelled, boolean imported) {}

    private record Decision(long card, List<Candidate> probable) {}

    record Attachment(String orderReference, long card, Instant placedAt) {}

    record NewCard(long id, Customer customer, Instant since) {}
}
