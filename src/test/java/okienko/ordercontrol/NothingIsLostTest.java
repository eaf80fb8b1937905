package okienko.ordercontrol;

import static okienko.ordercontrol.schema.Tables.HOLDS;
import static okienko.ordercontrol.schema.Tables.PENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.alarms.RuleAlarm;
import okienko.ordercontrol.alarms.RuleAlarms;
import okienko.ordercontrol.engine.ControlLoop;
import okienko.orders.OrderId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;

/** Whatever breaks in between: every order is controlled, and released once. */
@OfficeTest
class NothingIsLostTest {

    @Autowired
    ConfigurableApplicationContext office;

    @Autowired
    ApplicationEventMulticaster listeners;

    @Autowired
    World world;

    @Autowired
    OrderControl control;

    @Autowired
    ControlLoop loop;

    @Autowired
    RuleAlarms alarms;

    @Autowired
    DSLContext db;

    private final List<ApplicationListener<PayloadApplicationEvent<?>>> added = new ArrayList<>();
    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office.getAutowireCapableBeanFactory());
    }

    @AfterEach
    void stopListening() {
        added.forEach(listeners::removeApplicationListener);
        alarms.find(RuleAlarm.CONTROL).ifPresent(alarm -> alarms.acknowledge(alarm.rule(), alarm.failures(), "test"));
    }

    /** Hears what control says inside its transaction, as the warehouse does; what it throws rolls everything back. */
    private void hear(Consumer<ControlEvent> ear) {
        ApplicationListener<PayloadApplicationEvent<?>> listener = event -> {
            if (event.getPayload() instanceof ControlEvent said) ear.accept(said);
        };
        added.add(listener);
        listeners.addApplicationListener(listener);
    }

    private String wrongCode() {
        return shop.cleanOrder().replace("61-736", "61");
    }

    @Test
    void manyWorkersReleaseEveryOrderOnce() throws Exception {
        Map<OrderId, Integer> released = Collections.synchronizedMap(new HashMap<>());
        hear(said -> {
            if (said instanceof ControlEvent.Released(var ids)) {
                ids.forEach(id -> released.merge(id, 1, Integer::sum));
            }
        });
        List<OrderId> ids =
                shop.deliver(Stream.generate(shop::cleanOrder).limit(200).toList());
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < 4; i++)
                working.add(workers.submit(() -> {
                    while (loop.batch()) {}
                }));
            for (Future<?> worker : working) worker.get();
        }
        for (OrderId id : ids) {
            assertThat(shop.settled(id).state()).isEqualTo(State.RELEASED);
            assertThat(Collections.frequency(shop.timeline(id), "released")).isEqualTo(1);
        }
        ids.forEach(id -> assertThat(released).containsEntry(id, 1));
    }

    @Test
    void anOrderThatCannotBeControlledIsHeldAndTheOthersGoOn() {
        String poison = "poison";
        hear(said -> {
            if (said instanceof ControlEvent.Released(var ids)
                    && ids.stream()
                            .anyMatch(id -> shop.now(id).key().externalId().equals(poison))) {
                throw new IllegalStateException("the order nobody can swallow");
            }
        });
        List<String> batch =
                new ArrayList<>(Stream.generate(shop::cleanOrder).limit(20).toList());
        batch.add(10, shop.cleanOrder().replaceFirst("\"externalId\":\"\\d+\"", "\"externalId\":\"poison\""));
        List<OrderId> ids = shop.deliver(batch);
        for (OrderId id : ids) {
            ControlledOrder order = shop.settled(id);
            if (order.key().externalId().equals(poison)) {
                assertThat(order.state()).isEqualTo(State.HELD);
                assertThat(order.reasons()).containsExactly(ReasonCode.RULE_ERROR);
                assertThat(order.queue()).isEqualTo("technical");
            } else {
                assertThat(order.state()).isEqualTo(State.RELEASED);
            }
        }
        assertThat(alarms.find(RuleAlarm.CONTROL))
                .hasValueSatisfying(alarm -> assertThat(alarm.ringing()).isTrue());
    }

    @Test
    void aCrashInTheMiddleLeavesNothingHalfDone() {
        AtomicInteger left = new AtomicInteger(1);
        hear(said -> {
            if (left.getAndDecrement() > 0) throw new IllegalStateException("the power is gone");
        });
        ControlledOrder order = shop.send(shop.cleanOrder());
        assertThat(order.state()).isEqualTo(State.RELEASED);
        assertThat(Collections.frequency(shop.timeline(order.id()), "released")).isEqualTo(1);
    }

    @Test
    void twoConsultantsAtOnceAreOneAndATold() throws Exception {
        ControlledOrder held = shop.send(wrongCode());
        AtomicInteger released = new AtomicInteger();
        hear(said -> {
            if (said instanceof ControlEvent.Released(var ids) && ids.contains(held.id())) released.incrementAndGet();
        });
        List<Future<Outcome>> outcomes = new ArrayList<>();
        try (var desks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                String agent = "agent" + i;
                outcomes.add(desks.submit(
                        () -> control.act(held.id(), held.version(), agent, new Action.Release("in a hurry"))));
            }
        }
        int done = 0;
        for (Future<Outcome> outcome : outcomes) {
            if (outcome.get() instanceof Outcome.Done) done++;
            else assertThat(outcome.get()).isInstanceOf(Outcome.Stale.class);
        }
        assertThat(done).isEqualTo(1);
        assertThat(released).hasValue(1);
    }

    /** Anything may happen to an order in any sequence; what must never happen is checked after each step. */
    @Test
    void inAnySequenceAnOrderIsReleasedOnceAndNeverWithAnOpenHold() {
        Map<OrderId, Integer> released = Collections.synchronizedMap(new HashMap<>());
        hear(said -> {
            if (said instanceof ControlEvent.Released(var ids)) {
                for (OrderId id : ids) {
                    released.merge(id, 1, Integer::sum);
                    int open = db.fetchCount(
                            HOLDS, HOLDS.ORDER_ID.eq(id.value()), HOLDS.STATE.eq("OPEN"), HOLDS.SHADOW.isFalse());
                    assertThat(open).as("open holds at the release of " + id).isZero();
                }
            }
        });
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            String json = shop.cleanOrder();
            OrderId id = shop.send(change(json, random)).id();
            for (int step = 0; step < 12; step++) {
                happen(id, json, random);
                invariants(id, released.getOrDefault(id, 0), "seed " + seed + " step " + step);
            }
        }
    }

    private static String change(String json, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> json.replace("61-736", "61");
            case 1 -> json.replace("@example.com", "@gmial.com");
            case 2 -> json.replace(",\"paid\":\"129.98\"", "");
            case 3 -> json.replace("\"total\":\"129.98\"", "\"total\":\"1.98\"");
            case 4 -> json.replace("\"currency\"", "\"status\":\"CANCELLED\",\"currency\"");
            default -> json;
        };
    }

    private void happen(OrderId id, String json, Random random) {
        ControlledOrder now = shop.now(id);
        Action action = switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                shop.send(change(json, random));
                yield new Action.Recheck();
            }
            case 3 -> new Action.ResolveReason(ReasonCode.POSTAL_CODE_INVALID, "fine");
            case 4 -> new Action.ResolveReason(ReasonCode.CHANGED_AFTER_RELEASE, "leave it");
            case 5 -> new Action.Release(random.nextBoolean() ? "in spite" : "");
            case 6 -> new Action.Edit(Map.of("delivery.address.postalCode", random.nextBoolean() ? "61-736" : "6"));
            default -> new Action.Cancel(random.nextInt(3) == 0 ? "gone" : "");
        };
        control.act(id, now.version(), "ania", action);
        shop.settled(id);
    }

    private void invariants(OrderId id, int released, String when) {
        ControlledOrder order = shop.now(id);
        List<Reason> open = shop.open(id);
        assertThat(released).as(when).isLessThanOrEqualTo(1);
        assertThat(order.atWarehouse()).as(when).isEqualTo(released == 1);
        switch (order.state()) {
            case RELEASED, CANCELLED -> assertThat(open).as(when).isEmpty();
            case WAITING, HELD -> assertThat(open).as(when).isNotEmpty();
            case PENDING -> throw new AssertionError(when + ": still pending");
        }
        assertThat(order.reasons()).as(when).containsExactlyInAnyOrderElementsOf(Set.copyOf(open));
        assertThat(db.select(HOLDS.REASON, HOLDS.SUBJECT)
                        .from(HOLDS)
                        .where(HOLDS.ORDER_ID.eq(id.value()), HOLDS.STATE.eq("OPEN"))
                        .groupBy(HOLDS.REASON, HOLDS.SUBJECT)
                        .having(count().gt(1))
                        .fetch())
                .as(when)
                .isEmpty();
        assertThat(db.fetchCount(PENDING, PENDING.ORDER_ID.eq(id.value())))
                .as(when)
                .isZero();
    }
}
