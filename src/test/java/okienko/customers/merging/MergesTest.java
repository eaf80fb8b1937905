package okienko.customers.merging;

import static java.util.Objects.requireNonNull;
import static okienko.customers.schema.Tables.ATTACHED_ORDERS;
import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.FLAGS;
import static okienko.customers.schema.Tables.IDENTIFIERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.Audit;
import okienko.customers.Buyer;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.CustomerFlag.Kind;
import okienko.customers.Customers;
import okienko.customers.Recognition;
import okienko.customers.merging.Merges.Outcome;
import okienko.customers.merging.Merges.Why;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class MergesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int CARDS_IN_PLAY = 12;
    private static final int ROUNDS = 12;
    private static final int STEPS = 30;

    @Autowired
    Merges merges;

    @Autowired
    Customers customers;

    @Autowired
    Audit audit;

    @Autowired
    DSLContext db;

    @Autowired
    World world;

    @Test
    void ofTwoCardsOneIsMadeAndTheNextOrderIsKnownByEither() {
        String channel = world.channel();
        long anna = card(channel, 1, "Anna Brzęczyk", channel + "@example.com", "");
        String phone = phone();
        long kasia = card(channel, 2, "Anna Nowak-Brzęczyk", "", phone);
        customers.flag(kasia, new CustomerFlag(Kind.OPEN_DISPUTE, "krzesło bez nogi", null), "ola");

        assertThat(merges.merge(anna, kasia, List.of("name", "phone"), "", "ola"))
                .isInstanceOf(Outcome.Done.class);

        Customer shown = requireNonNull(customers.shown(List.of(anna)).get(anna));
        assertThat(shown.name()).isEqualTo("Anna Nowak-Brzęczyk");
        assertThat(shown.email()).isEqualTo(channel + "@example.com");
        assertThat(shown.phone()).isEqualTo(phone);
        assertThat(shown.flags()).extracting(CustomerFlag::note).containsExactly("krzesło bez nogi");
        assertThat(Set.copyOf(customers.cards(references(channel, 2)).values())).containsExactly(shown.reference());
        assertThat(known(buyer(channel, 3, "A. Brzęczyk", channel + "@example.com", "")))
                .extracting(Customer::reference, Customer::earlierOrders)
                .containsExactly(shown.reference(), 2);
        // by the married name as well, although the card shows but one
        assertThat(known(buyer(channel, 4, "Anna Brzęczyk", "", phone)).earlierOrders())
                .isEqualTo(3);
        assertThat(customers.card(channel + ":1").orElseThrow().orders()).isEqualTo(4);
    }

    @Test
    void whatIsTakenApartIsAsItWasAndWhatCameLaterStaysWithTheCardThatStayed() {
        String channel = world.channel();
        long anna = card(channel, 1, "Anna Lis", channel + "a@example.com", "");
        long ewa = card(channel, 2, "Ewa Lis", channel + "e@example.com", "");
        List<String> before = tables(List.of(anna, ewa));
        Outcome.Done done = (Outcome.Done) merges.merge(anna, ewa, List.of(), "", "ola");
        assertThat(tables(List.of(anna, ewa))).isEqualTo(before);
        customers.recognise(List.of(buyer(channel, 3, "Ewa Lis", channel + "e@example.com", "")));
        customers.flag(anna, new CustomerFlag(Kind.BLOCKED, "later", null), "ola");

        assertThat(merges.undo(done.merge(), "ola")).isTrue();
        assertThat(merges.undo(done.merge(), "ola")).isFalse();

        assertThat(customers.shown(List.of(ewa)).get(ewa)).isNotNull().satisfies(card -> {
            assertThat(card.name()).isEqualTo("Ewa Lis");
            assertThat(card.flags()).isEmpty();
        });
        assertThat(customers.card(channel + ":2").orElseThrow().orders()).isEqualTo(1);
        assertThat(customers.card(channel + ":3").orElseThrow().id()).isEqualTo(anna);
        assertThat(requireNonNull(customers.shown(List.of(anna)).get(anna)).flags())
                .hasSize(1);
    }

    @Test
    void acrossTwoTaxIdsOnlyWithAReason() {
        String channel = world.channel();
        customers.recognise(List.of(
                new Buyer(channel + ":1", "Jan Lis", "Lis Sp. z o.o.", "", "", "PL", taxId(), NOON),
                new Buyer(channel + ":2", "Jan Lis", "Lis S.A.", "", "", "PL", taxId(), NOON)));
        long one = customers.card(channel + ":1").orElseThrow().id();
        long two = customers.card(channel + ":2").orElseThrow().id();

        assertThat(merges.merge(one, two, List.of(), "  ", "ola")).isEqualTo(new Outcome.Refused(Why.REASON_NEEDED));
        assertThat(merges.merge(one, two, List.of(), "x".repeat(501), "ola"))
                .isEqualTo(new Outcome.Refused(Why.REASON_TOO_LONG));
        assertThat(merges.pair(one, two).orElseThrow().otherTaxId()).isTrue();
        assertThat(merges.merge(one, two, List.of(), "przekształcenie spółki", "ola"))
                .isInstanceOf(Outcome.Done.class);
        assertThat(merges.merge(two, one, List.of(), "", "ola")).isEqualTo(new Outcome.Refused(Why.ONE_ALREADY));
        assertThat(merges.merge(two, Long.MAX_VALUE, List.of(), "", "ola")).isEqualTo(new Outcome.Refused(Why.UNKNOWN));
        assertThat(audit.entries(new Audit.Filter("", "customer.merged", "K-" + one, null, null), null))
                .first()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("with", "K-" + two)
                        .containsEntry("reason", "przekształcenie spółki"));
    }

    @Test
    void aCorrectedCountOfRefusedParcelsIsTheWholeCustomers() {
        String channel = world.channel();
        long one = card(channel, 1, "Iga Kot", channel + "1@example.com", "");
        long two = card(channel, 2, "Iga Kot", channel + "2@example.com", "");
        customers.refusedParcels(one, 1);
        customers.refusedParcels(two, 2);
        Outcome.Done done = (Outcome.Done) merges.merge(one, two, List.of(), "", "ola");
        assertThat(refused(one)).isEqualTo(3);
        customers.refusedParcels(one, 4);
        assertThat(refused(one)).isEqualTo(4);
        merges.undo(done.merge(), "ola");
        assertThat(refused(one)).isEqualTo(2);
        assertThat(refused(two)).isEqualTo(2);
    }

    /** X1 of the design: whatever is merged and taken apart in whatever order, in the end everything is as it was. */
    @Test
    void mergedAndTakenApartInAnyOrderEverythingIsAsItWas() {
        Random random = new Random(5);
        String channel = world.channel();
        List<Long> cards = new ArrayList<>();
        for (int i = 0; i < CARDS_IN_PLAY; i++) {
            cards.add(card(channel, i, "Osoba " + i, channel + i + "@example.com", i % 3 == 0 ? phone() : ""));
            if (i % 4 == 0) customers.flag(cards.get(i), new CustomerFlag(Kind.OVERDUE_DEBT, "f" + i, null), "ola");
        }
        List<String> before = tables(cards);
        Map<Long, Customer> shown = customers.shown(cards);
        for (int round = 0; round < ROUNDS; round++) {
            Map<Long, Long> parents = new HashMap<>();
            Map<Long, Long> made = new HashMap<>();
            for (int step = 0; step < STEPS; step++) step(random, cards, parents, made);
            List<Long> left = new ArrayList<>(made.keySet());
            Collections.shuffle(left, random);
            for (long merge : left) assertThat(merges.undo(merge, "ola")).isTrue();
            assertThat(tables(cards)).isEqualTo(before);
            assertThat(customers.shown(cards)).isEqualTo(shown);
        }
    }

    private void step(Random random, List<Long> cards, Map<Long, Long> parents, Map<Long, Long> made) {
        if (!made.isEmpty() && random.nextInt(3) == 0) {
            long merge = List.copyOf(made.keySet()).get(random.nextInt(made.size()));
            parents.remove(made.remove(merge));
            assertThat(merges.undo(merge, "ola")).isTrue();
        } else {
            long one = root(parents, cards.get(random.nextInt(cards.size())));
            long two = root(parents, cards.get(random.nextInt(cards.size())));
            Outcome outcome = merges.merge(one, two, random.nextBoolean() ? List.of("name") : List.of(), "", "ola");
            assertThat(outcome instanceof Outcome.Done).isEqualTo(one != two);
            if (outcome instanceof Outcome.Done(long merge)) {
                parents.put(two, one);
                made.put(merge, two);
            }
        }
        long any = cards.get(random.nextInt(cards.size()));
        Set<Long> together = new HashSet<>();
        for (long card : cards) if (root(parents, card) == root(parents, any)) together.add(card);
        Merged merged = Merged.around(db, List.of(any));
        assertThat(Set.copyOf(merged.members(merged.root(any)))).isEqualTo(together);
        assertThat(merged.root(any)).isEqualTo(root(parents, any));
    }

    private static long root(Map<Long, Long> parents, long card) {
        long at = card;
        while (parents.containsKey(at)) at = requireNonNull(parents.get(at));
        return at;
    }

    /** Everything that belongs to these cards, as the database writes it. */
    private List<String> tables(List<Long> cards) {
        List<String> rows = new ArrayList<>();
        rows.add(db.selectFrom(CARDS)
                .where(CARDS.ID.in(cards))
                .orderBy(CARDS.ID)
                .fetch()
                .formatCSV());
        rows.add(db.selectFrom(IDENTIFIERS)
                .where(IDENTIFIERS.CARD_ID.in(cards))
                .orderBy(IDENTIFIERS.CARD_ID, IDENTIFIERS.IDENTIFIER)
                .fetch()
                .formatCSV());
        rows.add(db.selectFrom(ATTACHED_ORDERS)
                .where(ATTACHED_ORDERS.CARD_ID.in(cards))
                .orderBy(ATTACHED_ORDERS.ORDER_REFERENCE)
                .fetch()
                .formatCSV());
        rows.add(db.selectFrom(FLAGS)
                .where(FLAGS.CARD_ID.in(cards))
                .orderBy(FLAGS.ID)
                .fetch()
                .formatCSV());
        return rows;
    }

    private int refused(long card) {
        return requireNonNull(customers.shown(List.of(card)).get(card)).refusedParcels();
    }

    private Customer known(Buyer buyer) {
        Recognition recognition = customers.recognise(List.of(buyer)).getFirst();
        return requireNonNull(recognition.known());
    }

    private long card(String channel, int number, String name, String email, String phone) {
        customers.recognise(List.of(buyer(channel, number, name, email, phone)));
        return customers.card(channel + ":" + number).orElseThrow().id();
    }

    private static List<String> references(String channel, int orders) {
        List<String> references = new ArrayList<>();
        for (int i = 1; i <= orders; i++) references.add(channel + ":" + i);
        return references;
    }

    private static Buyer buyer(String channel, int number, String name, String email, String phone) {
        return new Buyer(channel + ":" + number, name, "", email, phone, "PL", "", NOON.plusSeconds(number));
    }

    private static String phone() {
        return "6" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    private static String taxId() {
        return "525" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    }
}
