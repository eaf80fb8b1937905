package okienko.customers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import okienko.OfficeTest;
import okienko.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class CustomersTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    Customers customers;

    @Autowired
    World world;

    @Test
    void aFirstOrderIsANewCustomerAndTheSecondIsTheirs() {
        String channel = world.channel();
        Buyer first = buyer(channel + ":1", "Anna Nowak", channel + "@example.com", phone(), NOON);
        Buyer second = buyer(channel + ":2", "Anna Nowak", channel + "@example.com", "", NOON.plusSeconds(60));

        assertThat(customers.recognise(List.of(first))).containsExactly(Recognition.NEW);
        Customer known =
                requireNonNull(customers.recognise(List.of(second)).getFirst().known());

        assertThat(known).extracting(Customer::earlierOrders).isEqualTo(1);
        assertThat(customers.recognise(List.of(first))).containsExactly(Recognition.NEW);
        assertThat(customers.cards(List.of(channel + ":1", channel + ":2")).values())
                .hasSize(2)
                .containsOnly(known.reference());
    }

    @Test
    void oneBatchKnowsWhatItJustLearnt() {
        String channel = world.channel();
        String phone = phone();
        List<Recognition> found = customers.recognise(List.of(
                buyer(channel + ":1", "Jan Kowalski", "", phone, NOON),
                buyer(channel + ":2", "Kowalski Jan", "", phone, NOON.plusSeconds(1)),
                buyer(channel + ":3", "Piotr Wiśniewski", "", phone, NOON.plusSeconds(2))));

        assertThat(found.get(0)).isEqualTo(Recognition.NEW);
        assertThat(found.get(1).known()).isNotNull();
        assertThat(found.get(2).known()).isNull();
        assertThat(found.get(2).probable()).singleElement().satisfies(candidate -> {
            assertThat(candidate.agreeing()).containsExactly("phone");
            assertThat(candidate.differing()).containsExactly("name");
            assertThat(candidate.customer().earlierOrders()).isEqualTo(2);
        });
    }

    @Test
    void workersThatMeetTheSameNewBuyerMakeOneCard() throws Exception {
        String channel = world.channel();
        String phone = phone();
        try (var workers = Executors.newFixedThreadPool(8)) {
            List<Callable<List<Recognition>>> batches = IntStream.range(0, 16)
                    .<Callable<List<Recognition>>>mapToObj(i -> () -> customers.recognise(
                            List.of(buyer(channel + ":" + i, "Ewa Zielińska", channel + "@wp.pl", phone, NOON))))
                    .toList();
            for (var done : workers.invokeAll(batches)) done.get();
        }
        List<String> references =
                IntStream.range(0, 16).mapToObj(i -> channel + ":" + i).toList();
        assertThat(new HashSet<>(customers.cards(references).values())).hasSize(1);
    }

    @Test
    void aCorrectedAddressBringsTheOrderToItsCustomer() {
        String channel = world.channel();
        customers.recognise(List.of(
                buyer(channel + ":1", "Olga Maj", channel + "@example.com", "", NOON),
                buyer(channel + ":2", "Olga Maj", channel + "@exmaple.com", "", NOON.plusSeconds(1))));
        Buyer corrected = buyer(channel + ":2", "Olga Maj", channel + "@example.com", "", NOON.plusSeconds(1));

        assertThat(customers.recognise(List.of(corrected)).getFirst().known())
                .isNotNull()
                .extracting(Customer::earlierOrders)
                .isEqualTo(1);
    }

    @Test
    void nobodyIsProposedWhoseCardHasJustGone() {
        String channel = world.channel();
        String phone = phone();
        customers.recognise(List.of(
                buyer(channel + ":1", "Olga Maj", channel + "@example.com", "", NOON),
                buyer(channel + ":2", "Olga Maj", channel + "@exmaple.com", phone, NOON.plusSeconds(1))));
        // the correction leaves the second card without an order, and the third buyer has its phone
        customers.recognise(List.of(
                buyer(channel + ":2", "Olga Maj", channel + "@example.com", phone, NOON.plusSeconds(1)),
                buyer(channel + ":3", "Zofia Wójcicka", "z" + channel + "@example.com", phone, NOON.plusSeconds(2))));

        assertThat(customers.cards(List.of(channel + ":1", channel + ":2")).values())
                .hasSize(2)
                .containsOnly(
                        requireNonNull(customers.cards(List.of(channel + ":1")).get(channel + ":1")));
    }

    @Test
    void aCancelledOrderIsNoHistoryAndAForgottenOneLeavesNoCard() {
        String channel = world.channel();
        customers.recognise(List.of(buyer(channel + ":1", "Iwo Lis", channel + "@example.com", "", NOON)));
        customers.cancelled(List.of(channel + ":1"));
        Buyer second = buyer(channel + ":2", "Iwo Lis", channel + "@example.com", "", NOON.plusSeconds(1));
        assertThat(customers.recognise(List.of(second))).containsExactly(Recognition.NEW);

        customers.forget(List.of(channel + ":1", channel + ":2"));

        assertThat(customers.card(channel + ":2")).isEmpty();
    }

    @Test
    void aFlagIsSeenOnTheNextControl() {
        String channel = world.channel();
        Buyer buyer = buyer(channel + ":1", "Iwo Lis", channel + "@example.com", "", NOON);
        customers.recognise(List.of(buyer));
        long card = customers.card(channel + ":1").orElseThrow().id();

        customers.flag(card, new CustomerFlag(CustomerFlag.Kind.BLOCKED, "did not pay", null), "ania");

        assertThat(customers.recognise(List.of(buyer)).getFirst().known())
                .isNotNull()
                .extracting(customer -> customer.flags().getFirst().note())
                .isEqualTo("did not pay");
    }

    @Test
    void threeThousandBuyersASecondAreRecognised() {
        String channel = world.channel();
        List<Buyer> buyers = new ArrayList<>();
        Set<String> references = new HashSet<>();
        for (int i = 0; i < 6_000; i++) {
            int person = i % 4_000;
            references.add(channel + ":" + i);
            buyers.add(buyer(
                    channel + ":" + i, "Ada Kot" + person, channel + person + "@example.com", "", NOON.plusSeconds(i)));
        }
        customers.recognise(buyers.subList(0, 500));
        long start = System.nanoTime();
        for (int from = 500; from < buyers.size(); from += 500) customers.recognise(buyers.subList(from, from + 500));
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(5_500 / seconds).isGreaterThan(1_000);
        assertThat(new HashSet<>(customers.cards(references).values())).hasSize(4_000);
    }

    private static Buyer buyer(String reference, String name, String email, String phone, Instant placedAt) {
        return new Buyer(reference, name, "", email, phone, "PL", "", placedAt);
    }

    private static String phone() {
        return "6" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }
}
