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
import okienko.connections.http.Ways;
import okienko.connections.polling.Poller;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every platform has to do right, read by the office itself from a shop that misbehaves. */
@OfficeTest
abstract class PlatformContract {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    Connections connections;

    @Autowired
    Poller poller;

    @Autowired
    Hooks hooks;

    @Autowired
    Ways ways;

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

    @Test
    void everyOrderComesInOnceHoweverManyChangedInTheSameSecond() {
        for (int i = 0; i < 260; i++) shop.place(shop.id(i), start.plusSeconds(i < 220 ? 60 : i), true);
        connect();
        awaitOrders(260);
        for (int i = 0; i < 260; i++) {
            assertThat(stored(i).revision())
                    .as("order %d, told more than once", i)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsOlderThanAskedForStaysOut() {
        shop.place(shop.id(0), start.minus(Duration.ofDays(9)), true);
        shop.place(shop.id(1), start.plusSeconds(5), true);
        connect();
        until(() -> orders.find(key(1)).isPresent());
        assertThat(orders.find(key(0))).isEmpty();
    }

    @Test
    void anOrderChangedWhileItIsReadIsNotLostNorIsItsNeighbour() {
        for (int i = 0; i < 240; i++) shop.place(shop.id(i), start.plusSeconds(i), true);
        // the first of the list moves to its end: page numbers would skip one
        shop.afterNextAnswer(() -> IntStream.range(0, 30)
                .forEach(i -> shop.comment(shop.id(i), start.plusSeconds(1_000 + i), "proszę dzwonić")));
        connect();
        awaitOrders(240);
        until(() -> stored(29).order().comment().equals("proszę dzwonić"));
    }

    @Test
    void moneyThatTheShopBooksWithoutChangingTheOrderIsSeen() {
        shop.place(shop.id(0), start, false);
        connect();
        awaitOrders(1);
        assertThat(paid(stored(0).order())).as("before").isFalse();
        shop.payQuietly(shop.id(0));
        clock.advance(Duration.ofMinutes(6));
        until(() -> paid(stored(0).order()));
        assertThat(stored(0).order().payment().paid())
                .isEqualTo(stored(0).order().total());
    }

    @Test
    void theOfficeWaitsAsLongAsAShopThatIsAskedTooOftenSays() {
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        shop.place(shop.id(0), clock.instant(), true);
        shop.limit(1);
        Instant before = clock.instant();
        until(() -> shop.limited() == 0 && connection(connection).health().failures() > 0);
        assertThat(connection(connection).health().trouble()).isEqualTo(PlatformTrouble.Kind.LIMITED);
        assertThat(connection(connection).health().nextPoll())
                .as("Retry-After: 2")
                .isAfterOrEqualTo(before.plusSeconds(2));
        awaitOrders(1);
        until(() -> connection(connection).health().trouble() == null);
    }

    @Test
    void aShopThatDiesInTheMiddleLosesAndDoublesNothing() {
        for (int i = 0; i < 250; i++) shop.place(shop.id(i), start.plusSeconds(i), true);
        shop.afterNextAnswer(shop::die);
        long connection = connect();
        until(() -> connection(connection).health().failures() > 0);
        assertThat(connection(connection).health().trouble()).isEqualTo(PlatformTrouble.Kind.UNAVAILABLE);
        shop.comeBack();
        shop.broken(true);
        clock.advance(Duration.ofMinutes(1));
        until(() -> connection(connection).health().failures() > 1);
        shop.broken(false);
        awaitOrders(250);
        for (int i = 0; i < 250; i++) assertThat(stored(i).revision()).isEqualTo(1);
    }

    @Test
    void wrongCredentialsAreSaidToBeWrong() {
        long connection = connect(shop.wrongCredentials());
        until(() -> connection(connection).health().trouble() == PlatformTrouble.Kind.REFUSED);
        assertThat(connection(connection).health().said()).contains("401");
    }

    @Test
    void whatTheShopCancelsIsCancelled() {
        shop.place(shop.id(0), start, false);
        connect();
        awaitOrders(1);
        shop.cancel(shop.id(0), clock.instant());
        until(() -> stored(0).order().status() == Order.Status.CANCELLED);
    }

    @Test
    void aSignedCallMakesTheOrderComeAndAnotherDoesNot() {
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        shop.place(shop.id(7), clock.instant(), true);
        Hook hook = shop.hook(shop.id(7));
        Connection opened = connection(connection);
        Hook.Verdict verdict = opened.kind().verify(ways.to(opened), hook);
        assertThat(verdict).isInstanceOf(Hook.Verdict.Genuine.class);
        assertThat(((Hook.Verdict.Genuine) verdict).externalId()).isIn(shop.id(7), "");
        assertThat(hooks.keep(opened, hook, (Hook.Verdict.Genuine) verdict)).isTrue();
        assertThat(hooks.keep(opened, hook, (Hook.Verdict.Genuine) verdict))
                .as("the same delivery again")
                .isFalse();
        byte[] forged = hook.body().clone();
        forged[forged.length / 2] ^= 1;
        assertThat(opened.kind().verify(ways.to(opened), new Hook(hook.headers(), hook.query(), forged)))
                .isEqualTo(new Hook.Verdict.Forged());
        connections.hurry(connection);
        until(() -> orders.find(key(7)).isPresent());
        until(() -> hooks.open(connection).isEmpty());
    }

    @Test
    void twoShopsOfOneKindDoNotMix() {
        shop.place(shop.id(0), start, true);
        connect();
        try (StubShop other = open()) {
            other.place(other.id(0), start, true);
            other.comment(other.id(0), start, "z drugiego sklepu");
            String second = world.channel();
            connections.add(entry(second, other, other.credentials()), begin(other), "test");
            awaitOrders(1);
            var key = new OrderKey(second, other.id(0));
            until(() -> orders.find(key).isPresent());
            assertThat(orders.find(key).orElseThrow().order().comment()).isEqualTo("z drugiego sklepu");
            assertThat(stored(0).order().comment()).isEmpty();
        }
    }

    @Test
    void aPausedShopIsLeftAlone() {
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        connections.pause(connection(connection), "test");
        int before = shop.requests();
        clock.advance(Duration.ofHours(1));
        poller.work();
        poller.work();
        assertThat(shop.requests()).isEqualTo(before);
    }

    @Test
    void theTestOfAConnectionSaysYesAndNo() {
        Platform platform = Platforms.named(shop.platform()).orElseThrow();
        platform.test(ways.trial(platform, shop.address(), shop.credentials()));
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        PlatformTrouble.class,
                        () -> platform.test(ways.trial(platform, shop.address(), shop.wrongCredentials()))))
                .extracting(PlatformTrouble::kind)
                .isEqualTo(PlatformTrouble.Kind.REFUSED);
    }

    long connect() {
        return connect(shop.credentials());
    }

    private long connect(Map<String, String> credentials) {
        return connections.add(entry(channel, shop, credentials), begin(shop), "test");
    }

    private String begin(StubShop from) {
        Platform platform = Platforms.named(from.platform()).orElseThrow();
        return platform.begin(ways.trial(platform, from.address(), from.credentials()), start);
    }

    private Connections.Entry entry(String name, StubShop at, Map<String, String> credentials) {
        return new Connections.Entry(at.platform(), name, at.address(), credentials, start, Duration.ofSeconds(5));
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

    private static boolean paid(Order order) {
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
