package okienko.desk;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import okienko.World;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.orders.CanonicalJson;
import okienko.orders.Incoming;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import org.jspecify.annotations.Nullable;

/** Orders a journey can count on: in a channel of their own, with exactly one fault each. */
final class HeldOrders {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Orders orders;
    private final ControlledOrders controlled;
    private final Clock clock;
    private final World world;
    final String channel;

    HeldOrders(Orders orders, ControlledOrders controlled, Clock clock, World world) {
        this.orders = orders;
        this.controlled = controlled;
        this.clock = clock;
        this.world = world;
        this.channel = world.channel();
    }

    /** An order whose e-mail address has a typo of a well-known domain. */
    OrderId withMistypedEmail() {
        return receive("gmial.com", "");
    }

    /** An order with a comment somebody has to read. */
    OrderId withComment() {
        return receive("example.com", "Proszę zmienić rozmiar na większy i zadzwonić przed wysyłką");
    }

    /** A held order with the channel's times for sending it. */
    OrderId toBeSent(Instant by, @Nullable Instant elseCancelledAfter) {
        Incoming plain = order("gmial.com", "");
        return receive(new Incoming(plain.order().toBeSent(by, elseCancelledAfter), plain.rawPayload(), false));
    }

    /** An order nothing is wrong with but for the shop's own rules. */
    OrderId withoutFault() {
        return receive("example.com", "");
    }

    /** Many orders, alternately of the two kinds. */
    List<OrderId> many(int count) {
        List<Incoming> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            batch.add(i % 2 == 0 ? order("gmial.com", "") : order("example.com", "Czy mogę odebrać jutro osobiście?"));
        }
        List<OrderId> ids =
                orders.receive(batch).stream().map(receipt -> receipt.id()).toList();
        await(() -> ids.stream().allMatch(id -> state(id) == State.HELD));
        return ids;
    }

    State state(OrderId id) {
        return controlled.find(id).map(ControlledOrder::state).orElse(State.PENDING);
    }

    private OrderId receive(String mail, String comment) {
        return receive(order(mail, comment));
    }

    private OrderId receive(Incoming order) {
        OrderId id = orders.receive(List.of(order)).getFirst().id();
        await(() -> state(id) == State.HELD);
        return id;
    }

    private Incoming order(String mail, String comment) {
        String number = world.unique("Z");
        String person = "anna.nowak." + number.toLowerCase(java.util.Locale.ROOT);
        String phone =
                "+48 6" + String.format(java.util.Locale.ROOT, "%08d", Math.abs(number.hashCode() % 100_000_000));
        String address = """
                {"name":"Anna Nowak","street":"Solna 4/2","postalCode":"61-736","city":"Poznań","country":"PL"}""";
        String json = """
                {"channel":"%s","externalId":"%s","number":"%s","placedAt":"%s","currency":"PLN",
                 "buyer":{"name":"Anna Nowak","email":"%s@%s","phone":"%s","address":%s},
                 "delivery":{"method":"Kurier DPD","service":"DPD","phone":"%s","address":%s},
                 "payment":{"form":"ONLINE","channelForm":"przelewy24","paid":"129.98","paidAt":"%s"},
                 "lines":[{"sku":"KUB-1","name":"Kubek emaliowany","quantity":2,"unitPrice":"54.99"}],
                 "deliveryCost":"20.00","discount":"0.00","total":"129.98","comment":"%s"}""".formatted(
                        channel,
                        number,
                        number,
                        clock.instant(),
                        person,
                        mail,
                        phone,
                        address,
                        phone,
                        address,
                        clock.instant(),
                        comment);
        return new Incoming(
                CanonicalJson.read(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8))), keep(json), false);
    }

    private long keep(String json) {
        return orders.keep("api", "canonical", json.getBytes(StandardCharsets.UTF_8));
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain for " + PATIENCE);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
