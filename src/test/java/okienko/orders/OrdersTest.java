package okienko.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import okienko.OfficeTest;
import okienko.World;
import okienko.orders.Receipt.Kind;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class OrdersTest {

    @Autowired
    private Orders orders;

    @Autowired
    private World world;

    private String channel = "";

    @BeforeEach
    void ownChannel() {
        channel = world.channel();
    }

    @Test
    void anOrderIsNewOnceAndThenKnown() {
        Order order = RandomOrders.small(channel, "1", null);
        assertThat(kinds(order, order)).containsExactly(Kind.NEW, Kind.UNCHANGED);
        assertThat(kinds(order)).containsExactly(Kind.UNCHANGED);
        assertThat(kinds(withComment(order, "proszę szybko"))).containsExactly(Kind.REVISED);

        StoredOrder stored = orders.find(order.key()).orElseThrow();
        assertThat(stored.revision()).isEqualTo(2);
        assertThat(stored.order().comment()).isEqualTo("proszę szybko");
        assertThat(orders.history(stored.id())).hasSize(2).allMatch(past -> past.author() == null);
        assertThat(orders.timeline(stored.id()))
                .extracting(TimelineEntry::kind)
                .containsSubsequence("received", "revised");
        assertThat(orders.timeline(stored.id()).getLast().details().get("changes"))
                .isEqualTo(List.of(Map.of("field", "comment", "before", "", "after", "proszę szybko")));
    }

    @Test
    void whateverAnOrderHoldsItIsStoredAsItCame() {
        RandomOrders random = new RandomOrders(3);
        List<Incoming> batch = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            batch.add(new Incoming(random.next(channel, "r" + i), raw("{}"), false));
        }
        List<Receipt> receipts = orders.receive(batch);
        Map<OrderId, StoredOrder> stored =
                orders.all(receipts.stream().map(Receipt::id).toList());
        for (int i = 0; i < batch.size(); i++) {
            assertThat(java.util.Objects.requireNonNull(
                                    stored.get(receipts.get(i).id()))
                            .order())
                    .isEqualTo(batch.get(i).order());
        }
    }

    @Test
    void aRepeatedDeliveryDoesNotUndoACorrection() {
        Order order = RandomOrders.small(channel, "1", null);
        OrderId id = receive(order).getFirst().id();
        assertThat(orders.revise(id, 1, withStreet(order, "Solna 4/7"), "ania")).isEqualTo(new Revision.Done(2));

        assertThat(kinds(order)).containsExactly(Kind.UNCHANGED);
        assertThat(orders.find(id).orElseThrow().order().delivery().address().street())
                .isEqualTo("Solna 4/7");
    }

    @Test
    void theChannelsChangeKeepsTheCorrectionsOfOtherFields() {
        Order order = RandomOrders.small(channel, "1", null);
        OrderId id = receive(order).getFirst().id();
        orders.revise(id, 1, withStreet(order, "Solna 4/7"), "ania");

        Order paid = RandomOrders.small(channel, "1", Money.of("45.49", "PLN"));
        assertThat(kinds(paid)).containsExactly(Kind.REVISED);
        Order merged = orders.find(id).orElseThrow().order();
        assertThat(merged.delivery().address().street()).isEqualTo("Solna 4/7");
        assertThat(merged.payment().paid()).isEqualTo(Money.of("45.49", "PLN"));

        assertThat(kinds(withStreet(paid, "Inna 1"))).containsExactly(Kind.REVISED);
        assertThat(orders.find(id).orElseThrow().order().delivery().address().street())
                .isEqualTo("Inna 1");
        assertThat(kinds(withStreet(paid, "Inna 1"))).containsExactly(Kind.UNCHANGED);
    }

    @Test
    void aCorrectionOfAStaleViewIsRefusedAndShowsWhatIsThereNow() {
        Order order = RandomOrders.small(channel, "1", null);
        OrderId id = receive(order).getFirst().id();
        receive(withComment(order, "nowy"));
        assertThat(orders.revise(id, 1, withStreet(order, "x 1"), "ania"))
                .isInstanceOfSatisfying(
                        Revision.Stale.class,
                        stale -> assertThat(stale.current().order().comment()).isEqualTo("nowy"));
        assertThat(orders.find(id).orElseThrow().order().delivery().address().street())
                .isEqualTo("Solna 4");
    }

    @Test
    void oldNewsThatArriveLateChangeNothing() {
        Order order = RandomOrders.small(channel, "1", null);
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        orders.receive(List.of(new Incoming(withComment(order, "drugi"), raw("2"), false, noon)));
        List<Receipt> late = orders.receive(List.of(new Incoming(order, raw("1"), false, noon.minusSeconds(60))));
        assertThat(late).extracting(Receipt::kind).containsExactly(Kind.UNCHANGED);
        assertThat(orders.find(order.key()).orElseThrow().order().comment()).isEqualTo("drugi");
    }

    @Test
    void theChannelsCancellationIsToldApart() {
        Order order = RandomOrders.small(channel, "1", null);
        assertThat(kinds(order)).containsExactly(Kind.NEW);
        assertThat(kinds(order.cancelled())).containsExactly(Kind.CANCELLED);
        assertThat(kinds(order.cancelled())).containsExactly(Kind.UNCHANGED);
        assertThat(kinds(RandomOrders.small(channel, "2", null).cancelled())).containsExactly(Kind.CANCELLED);
    }

    @Test
    void manyDeliveriesOfTheSameOrdersAtOnceMakeEachOrderOnce() throws Exception {
        List<Callable<List<Receipt>>> deliveries = new ArrayList<>();
        for (int delivery = 0; delivery < 8; delivery++) {
            List<Incoming> batch = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int number = delivery % 2 == 0 ? i : 199 - i;
                batch.add(new Incoming(RandomOrders.small(channel, "c" + number, null), 0, false));
            }
            deliveries.add(() -> orders.receive(withRaw(batch)));
        }
        List<Receipt> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(deliveries)) {
                all.addAll(done.get());
            }
        }
        assertThat(all).filteredOn(receipt -> receipt.kind() == Kind.NEW).hasSize(200);
        assertThat(all).filteredOn(receipt -> receipt.kind() == Kind.UNCHANGED).hasSize(1_400);
    }

    @Test
    void payloadsKeepTheirOrder() {
        List<Long> numbers = orders.keep(java.util.stream.IntStream.range(0, 2_500)
                .mapToObj(i ->
                        new RawPayload("api", "canonical", Integer.toString(i).getBytes(UTF_8)))
                .toList());
        assertThat(new String(orders.payload(numbers.get(1_234)).orElseThrow().body(), UTF_8))
                .isEqualTo("1234");
    }

    @Test
    void theDemoShopIsRemovedInOneStepAndNothingElse() {
        Order real = RandomOrders.small(channel, "real", null);
        receive(real);
        OrderId demo = orders.receive(List.of(new Incoming(RandomOrders.small(channel, "demo", null), raw("d"), true)))
                .getFirst()
                .id();
        assertThat(orders.removeDemo()).contains(new OrderKey(channel, "demo"));
        assertThat(orders.find(demo)).isEmpty();
        assertThat(orders.find(real.key())).isPresent();
    }

    private List<Receipt> receive(Order... arriving) {
        return orders.receive(java.util.Arrays.stream(arriving)
                .map(order -> new Incoming(order, raw("{}"), false))
                .toList());
    }

    private List<Kind> kinds(Order... arriving) {
        return receive(arriving).stream().map(Receipt::kind).toList();
    }

    private long raw(String body) {
        return orders.keep("test", "canonical", body.getBytes(UTF_8));
    }

    private List<Incoming> withRaw(List<Incoming> batch) {
        long raw = raw("{}");
        return batch.stream()
                .map(incoming -> new Incoming(incoming.order(), raw, false))
                .toList();
    }

    private static Order withComment(Order order, String comment) {
        return new Order(
                order.key(),
                order.number(),
                order.placedAt(),
                order.status(),
                order.buyer(),
                order.delivery(),
                order.invoice(),
                order.payment(),
                order.lines(),
                order.deliveryCost(),
                order.discount(),
                order.total(),
                comment);
    }

    private static Order withStreet(Order order, String street) {
        PostalAddress old = order.delivery().address();
        PostalAddress address =
                new PostalAddress(old.name(), old.company(), street, old.postalCode(), old.city(), old.country());
        Order.Delivery delivery = new Order.Delivery(
                order.delivery().method(),
                order.delivery().service(),
                address,
                order.delivery().phone(),
                order.delivery().pickupPoint());
        return order.with(delivery, order.payment());
    }
}
