package okienko.connections;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static okienko.stock.schema.Tables.ARTICLES;
import static okienko.stock.schema.Tables.LEVELS;
import static okienko.stock.schema.Tables.RESERVATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import okienko.connections.SoakedShop.Call;
import okienko.connections.SoakedShop.Fault;
import okienko.connections.StubShop.Placed;
import okienko.connections.articles.Pulls;
import okienko.connections.articles.StockPuller;
import okienko.connections.writeback.Outbox;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.OrderFilter;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.orders.StoredOrder;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * All platforms at once through minutes in which everything goes wrong that does, in the order a seed says. Run by
 * {@code bench/soak}, not with the suite.
 */
@EnabledIfSystemProperty(named = "okienko.soak", matches = "\\d+")
class SoakTest extends ConnectedShop {

    private static final int MINUTES = Integer.getInteger("okienko.soak", 6);
    private static final long SEED = Long.getLong("okienko.soak.seed", 20_261_128L);
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final int STEPS_A_MINUTE = 4;
    private static final Duration LONGEST_STEP = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ALL = 10_000;

    @Autowired
    Pulls pulls;

    @Autowired
    StockPuller puller;

    @Autowired
    ControlledOrders controlled;

    @Autowired
    DSLContext db;

    private final List<SoakedShop> shops = new ArrayList<>();
    private final Map<String, Long> connected = new HashMap<>();

    @Override
    StubShop open() {
        return new WooCommerceStub();
    }

    @AfterEach
    void everythingIsClosed() {
        connected.values().forEach(id -> pulls.stop(connection(id)));
        db.deleteFrom(LEVELS).where(LEVELS.SKU.eq("K-1")).execute();
        db.deleteFrom(ARTICLES).where(ARTICLES.SKU.eq("K-1")).execute();
        db.deleteFrom(RESERVATIONS).where(RESERVATIONS.SKU.eq("K-1")).execute();
        shops.forEach(SoakedShop::close);
    }

    @Test
    void whateverGoesWrongNothingIsLostDoubledOrStuck() {
        long began = System.nanoTime();
        for (StubShop stub : List.of(
                new WooCommerceStub(),
                new PrestaShopStub(),
                new ShoperStub(),
                new AllegroStub(),
                new BaseStub(),
                new VendureStub(),
                new MedusaStub(),
                new ShopifyStub(clock),
                new AmazonStub(clock::instant))) {
            join(stub);
        }
        for (int minute = 0; minute < MINUTES; minute++) {
            for (SoakedShop shop : shops) shop.minute(clock.instant(), (hook, genuine) -> hear(shop, hook, genuine));
            for (int step = 0; step < STEPS_A_MINUTE; step++) step();
        }
        Instant over = clock.instant();
        for (SoakedShop shop : shops) shop.calm((hook, genuine) -> hear(shop, hook, genuine));
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (!unsettled().isEmpty() && System.nanoTime() < patience) step();
        assertThat(unsettled()).as("what is still not as it is in its shop").isEmpty();
        for (SoakedShop shop : shops) check(shop);
        report(Duration.ofNanos(System.nanoTime() - began), Duration.between(over, clock.instant()));
    }

    private void join(StubShop stub) {
        SoakedShop shop = new SoakedShop(stub, world.channel(), SEED + shops.size());
        shops.add(shop);
        stub.stock(new Ware(1, "K-1", "Kubek", 1_000_000));
        if (stub instanceof AllegroStub) {
            // the first attempt only asks for the code that somebody confirms
            try {
                platform(stub).test(ways.trial(platform(stub), stub.address(), stub.credentials()));
            } catch (PlatformTrouble confirmed) {
                assertThat(confirmed.kind()).isEqualTo(PlatformTrouble.Kind.UNCONFIRMED);
            }
        }
        long id = connect(shop.channel, stub, stub.credentials(), Duration.ofSeconds(30));
        connected.put(shop.channel, id);
        if (platform(stub).stock().isPresent()) pulls.start(connection(id), Duration.ofMinutes(5), "test");
    }

    /** As the door for calls does it. */
    private void hear(SoakedShop shop, Hook hook, boolean genuine) {
        Connection connection = connection(id(shop));
        Hook.Verdict verdict = connection.kind().verify(ways.to(connection), hook);
        if (!genuine) assertThat(verdict).as("a forged call").isEqualTo(new Hook.Verdict.Forged());
        if (verdict instanceof Hook.Verdict.Genuine good && hooks.keep(connection, hook, good)) {
            connections.hurry(connection.id());
        }
    }

    /** A quarter of a minute, and all that is to be done in it. */
    private void step() {
        clock.advance(STEP);
        poller.work();
        puller.work();
        long until = System.nanoTime() + LONGEST_STEP.toNanos();
        while (System.nanoTime() < until
                && db.fetchExists(
                        CONNECTED_SHOPS,
                        CONNECTED_SHOPS.ID.in(connected.values()).and(CONNECTED_SHOPS.LEASED_UNTIL.isNotNull()))) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private long id(SoakedShop shop) {
        return connected.getOrDefault(shop.channel, 0L);
    }

    /** What is still to be done, shop by shop. */
    private List<String> unsettled() {
        List<String> open = new ArrayList<>();
        for (SoakedShop shop : shops) {
            long id = id(shop);
            String name = shop.stub.platform() + ": ";
            shop.ids().stream()
                    .filter(order -> !same(shop, order))
                    .map(order -> name + shop.stub.order(order) + ", here " + here(shop, order))
                    .forEach(open::add);
            Connection.Health health = connection(id).health();
            if (health.failures() > 0) open.add(name + health.trouble() + " " + health.said());
            if (!hooks.open(id).isEmpty()) open.add(name + "calls");
            int pending = outbox.list(id, Outbox.State.PENDING, ALL).size();
            if (pending > 0) open.add(name + pending + " messages");
            pulls.find(id)
                    .filter(pull -> pull.failures() > 0 || pull.lastSuccess() == null)
                    .ifPresent(pull -> open.add(name + "stock " + pull.trouble() + " " + pull.said()));
        }
        return open;
    }

    private boolean same(SoakedShop shop, String id) {
        Placed there = shop.stub.order(id);
        return orders.find(new OrderKey(shop.channel, id))
                .map(StoredOrder::order)
                .filter(here -> (here.status() == Order.Status.CANCELLED) == there.cancelled())
                .filter(here -> here.comment().equals(there.comment()))
                .filter(here -> there.cancelled() || settled(here) == there.paid())
                .isPresent();
    }

    private String here(SoakedShop shop, String id) {
        return orders.find(new OrderKey(shop.channel, id))
                .map(stored -> "revision %d, %s, %s, \"%s\""
                        .formatted(
                                stored.revision(),
                                stored.order().status(),
                                stored.order().payment(),
                                stored.order().comment()))
                .orElse("nothing");
    }

    private static boolean settled(Order order) {
        Money paid = order.payment().paid();
        return paid != null && paid.minor() >= order.total().minor();
    }

    private void check(SoakedShop shop) {
        long id = id(shop);
        var all = new OrderFilter(Set.of(), Set.of(), Set.of(shop.channel), Set.of(), null, null, null, null, "", null);
        assertThat(controlled.count(all))
                .as("orders of %s", shop.stub.platform())
                .isEqualTo(shop.placed());
        assertThat(outbox.list(id, Outbox.State.DEAD, ALL))
                .as("given up at %s", shop.stub.platform())
                .isEmpty();
        Map<String, Integer> told = new HashMap<>();
        for (Outbox.Entry message : outbox.list(id, Outbox.State.DELIVERED, ALL)) {
            if (message.kind() == WriteBack.Kind.NOTE) told.merge(message.text(), 1, Integer::sum);
        }
        told.forEach((text, times) -> assertThat(shop.stub.written().stream().filter(line -> line.contains(text)))
                .as("%s: %s", shop.stub.platform(), text)
                .hasSizeBetween(1, times));
    }

    private void report(Duration took, Duration after) {
        int placed = shops.stream().mapToInt(SoakedShop::placed).sum();
        int requests = shops.stream().mapToInt(shop -> shop.stub.requests()).sum();
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        Map<Call, Integer> calls = new EnumMap<>(Call.class);
        int delivered = 0;
        for (SoakedShop shop : shops) {
            shop.met.forEach((fault, times) -> faults.merge(fault, times, Integer::sum));
            shop.calls.forEach((call, times) -> calls.merge(call, times, Integer::sum));
            delivered += outbox.counts(id(shop)).getOrDefault(Outbox.State.DELIVERED, 0);
        }
        System.out.printf(
                "soak, seed %d: %d shops, %d minutes of the office in %d s: %,d orders, %,d requests, %,d messages to"
                        + " shops, calls %s, faults %s; all agreed %d s of the office after the last fault%n",
                SEED,
                shops.size(),
                MINUTES,
                took.toSeconds(),
                placed,
                requests,
                delivered,
                calls,
                faults,
                after.toSeconds());
    }
}
