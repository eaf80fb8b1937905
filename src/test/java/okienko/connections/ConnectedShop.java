package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.connections.hooks.Hooks;
import okienko.connections.hooks.Subscriptions;
import okienko.connections.http.Ways;
import okienko.connections.polling.Poller;
import okienko.connections.writeback.Announcements;
import okienko.connections.writeback.Outbox;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A shop of the platform in question and the office that reads it. */
@OfficeTest
abstract class ConnectedShop {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    Connections connections;

    @Autowired
    Poller poller;

    @Autowired
    Hooks hooks;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Ways ways;

    @Autowired
    Outbox outbox;

    @Autowired
    Announcements announcements;

    @Autowired
    Orders orders;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    StubShop shop;
    String channel;
    Instant start;

    /** A shop of the platform. */
    abstract StubShop open();

    @BeforeEach
    void openShop() {
        shop = open();
        channel = world.channel();
        start = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofDays(2));
    }

    @AfterEach
    void closeShop() {
        connections.all().stream()
                .filter(connection -> connection.pausedAt() == null)
                .forEach(connection -> connections.pause(connection, "test"));
        shop.close();
    }

    long connect() {
        return connect(shop.credentials());
    }

    long connect(Map<String, String> credentials) {
        return connect(channel, shop, credentials);
    }

    long connect(String name, StubShop at, Map<String, String> credentials) {
        return connect(name, at, credentials, Duration.ofSeconds(5));
    }

    long connect(String name, StubShop at, Map<String, String> credentials, Duration interval) {
        Platform platform = platform(at);
        Access access = ways.trial(platform, at.address(), at.credentials());
        String position = platform.begin(access, start);
        Map<String, String> tokens = credentials.equals(at.credentials()) ? access.given() : Map.of();
        return connections.add(entry(name, at, credentials, interval), position, tokens, "test");
    }

    private Connections.Entry entry(String name, StubShop at, Map<String, String> credentials, Duration interval) {
        return new Connections.Entry(
                at.platform(),
                name,
                at.address(),
                credentials,
                start,
                interval,
                platform(at).writes());
    }

    static Platform platform(StubShop of) {
        return Platforms.named(of.platform()).orElseThrow();
    }

    Connection connection(long id) {
        return connections.find(id).orElseThrow();
    }

    OrderKey key(int number) {
        return new OrderKey(channel, shop.id(number));
    }

    StoredOrder stored(int number) {
        return orders.find(key(number)).orElseThrow();
    }

    static boolean paid(Order order) {
        Money paid = order.payment().paid();
        assertThat(order.payment().form()).isEqualTo(PaymentForm.TRANSFER);
        return paid != null && paid.minor() >= order.total().minor();
    }

    void awaitOrders(int number) {
        List<Integer> all = IntStream.range(0, number).boxed().toList();
        until(() -> all.stream().allMatch(i -> orders.find(key(i)).isPresent()));
    }

    /** Lets time pass and the office work until it is so. */
    void until(java.util.concurrent.Callable<Boolean> so) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .until(() -> {
                    poller.work();
                    clock.advance(Duration.ofSeconds(1));
                    return so.call();
                });
    }
}
