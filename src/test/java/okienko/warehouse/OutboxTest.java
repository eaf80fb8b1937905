package okienko.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.ordercontrol.ControlEvent;
import okienko.orders.CanonicalJson;
import okienko.orders.Incoming;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.Receipt;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@OfficeTest
class OutboxTest {

    @Autowired
    Orders orders;

    @Autowired
    Handovers handovers;

    @Autowired
    Destinations destinations;

    @Autowired
    Dispatch dispatch;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @AfterEach
    void nowhere() {
        destinations.choose(new Destination(Destination.Kind.NONE, "", "", "", FileFormat.JSON, 0, null));
    }

    @Test
    void everyReleasedOrderArrivesOnceByItsKeyAtAWarehouseThatDiesStallsAndFails() {
        try (var warehouse = new WarehouseSimulator(7, 40, 200)) {
            sendTo(warehouse);
            String channel = world.channel();
            List<OrderId> released = receive(channel, 150);
            release(released);
            dispatch.deliverDue();
            warehouse.dieAndComeBack();
            deliverAll(channel);
            assertThat(warehouse.kept().keySet().stream().filter(key -> key.startsWith(channel)))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 150)
                            .mapToObj(i -> channel + ":" + i + ":RELEASED:1")
                            .toList());
            assertThat(warehouse.forged()).isZero();
            assertThat(warehouse.deliveries()).as("it did misbehave").isGreaterThan(150);
        }
    }

    @Test
    void aReleaseThatIsRolledBackLeavesNothingToDeliver() {
        String channel = world.channel();
        List<OrderId> ids = receive(channel, 1);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(new ControlEvent.Released(ids));
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");
        assertThat(open(channel)).isZero();
    }

    @Test
    void aReleaseAnnouncedTwiceIsOneHandover() {
        String channel = world.channel();
        List<OrderId> ids = receive(channel, 1);
        release(ids);
        release(ids);
        assertThat(open(channel)).isEqualTo(1);
    }

    @Test
    void demoOrdersNeverReachAWarehouse() {
        String channel = world.channel();
        release(receive(channel, 1, true));
        assertThat(open(channel)).isZero();
    }

    @Test
    void withoutAWarehouseReleasedOrdersWaitForOne() {
        String channel = world.channel();
        release(receive(channel, 2));
        dispatch.deliverDue();
        assertThat(open(channel)).isEqualTo(2);
        Backlog backlog = dispatch.backlog();
        assertThat(backlog.connected()).isFalse();
        assertThat(backlog.open()).isGreaterThanOrEqualTo(2);
        assertThat(backlog.oldest()).isBeforeOrEqualTo(clock.instant());
        try (var warehouse = new WarehouseSimulator(1, 0, 0)) {
            sendTo(warehouse);
            deliverAll(channel);
            assertThat(warehouse.kept()).containsKey(channel + ":0:RELEASED:1");
        }
    }

    @Test
    void aHandoverTheWarehouseRefusesIsGivenUpAndCanBeSentAgain() {
        String channel = world.channel();
        try (var warehouse = new WarehouseSimulator(1, 0, 0)) {
            release(receive(channel, 1));
            destinations.choose(new Destination(
                    Destination.Kind.WEBHOOK,
                    warehouse.address().toString(),
                    "not the right secret",
                    "",
                    FileFormat.JSON,
                    0,
                    null));
            deliverAll(channel);
            Handovers.Entry dead = entry(channel, Handovers.State.DEAD);
            assertThat(dead.lastError()).startsWith("HTTP 401");
            assertThat(dispatch.backlog().dead()).isPositive();
            sendTo(warehouse);
            assertThat(handovers.repeat(dead.id())).isTrue();
            deliverAll(channel);
            assertThat(warehouse.kept()).containsKey(channel + ":0:RELEASED:1");
        }
    }

    @Test
    void theWarehouseIsToldTheOrderAndWhatToCollect() {
        String channel = world.channel();
        try (var warehouse = new WarehouseSimulator(1, 0, 0)) {
            sendTo(warehouse);
            release(receive(channel, 1));
            deliverAll(channel);
            assertThat(new String(warehouse.kept().get(channel + ":0:RELEASED:1"), StandardCharsets.UTF_8))
                    .contains("\"event\":\"order.released\"", "\"toCollect\":\"59.80\"", "\"Łódź\"");
        }
    }

    @Test
    void restsGrowAndEnd() {
        assertThat(Destinations.rest(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Destinations.rest(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Destinations.rest(60)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Handovers.wait(1)).isEqualTo(Duration.ofSeconds(4));
        assertThat(Handovers.wait(1_000)).isEqualTo(Duration.ofMinutes(15));
    }

    private void sendTo(WarehouseSimulator warehouse) {
        destinations.choose(new Destination(
                Destination.Kind.WEBHOOK,
                warehouse.address().toString(),
                WarehouseSimulator.SECRET,
                "",
                FileFormat.JSON,
                0,
                null));
    }

    /** Deliveries run by themselves too: goes on, and lets time pass, until nothing of the channel waits. */
    private void deliverAll(String channel) {
        await().pollInSameThread().atMost(Duration.ofMinutes(2)).until(() -> {
            dispatch.deliverDue();
            clock.advance(Duration.ofSeconds(30));
            return open(channel) == 0;
        });
    }

    private void release(List<OrderId> ids) {
        transaction.executeWithoutResult(status -> events.publishEvent(new ControlEvent.Released(ids)));
    }

    private long open(String channel) {
        return handovers.list(Handovers.State.PENDING, Long.MAX_VALUE, 1_000).stream()
                .filter(entry -> entry.key().startsWith(channel + ":"))
                .count();
    }

    private Handovers.Entry entry(String channel, Handovers.State state) {
        return handovers.list(state, Long.MAX_VALUE, 1_000).stream()
                .filter(entry -> entry.key().startsWith(channel + ":"))
                .findFirst()
                .orElseThrow();
    }

    private List<OrderId> receive(String channel, int count) {
        return receive(channel, count, false);
    }

    private List<OrderId> receive(String channel, int count, boolean demo) {
        List<Incoming> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Order order = kettle(channel, Integer.toString(i));
            long raw =
                    orders.keep("test", "canonical", CanonicalJson.write(order).getBytes(StandardCharsets.UTF_8));
            batch.add(new Incoming(order, raw, demo));
        }
        return orders.receive(batch).stream().map(Receipt::id).toList();
    }

    /** Held by order control whatever its rules: it has no name, no phone and no way to deliver, so that only we release it. */
    private Order kettle(String channel, String number) {
        var address = new PostalAddress("", "", "", "", "Łódź", "PL");
        return new Order(
                new OrderKey(channel, number),
                number,
                clock.instant(),
                Order.Status.PLACED,
                new Order.Buyer("", "", "", "", "", address),
                new Order.Delivery("", "", address, "", ""),
                Order.Invoice.NONE,
                new Order.Payment(Order.PaymentForm.CASH_ON_DELIVERY, "cod", null, null),
                List.of(new Order.Line("K-1", "Czajnik", 2, Money.of("29.90", "PLN"))),
                Money.zero("PLN"),
                Money.zero("PLN"),
                Money.of("59.80", "PLN"),
                "");
    }
}
