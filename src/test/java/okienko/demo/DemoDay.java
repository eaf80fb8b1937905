package okienko.demo;

import static okienko.ordercontrol.schema.Tables.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import okienko.demo.DemoOrders.Demo;
import okienko.ordercontrol.ReasonCode;
import org.jooq.DSLContext;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The first day of the demo shop, poured into the office of the tests as far as a test needs it. */
final class DemoDay {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DemoShop shop;
    private final DemoReference reference;
    private final Sequels sequels;
    private final DSLContext db;
    private final Clock clock;

    DemoDay(AutowireCapableBeanFactory office) {
        shop = office.getBean(DemoShop.class);
        reference = office.getBean(DemoReference.class);
        sequels = office.getBean(Sequels.class);
        db = office.getBean(DSLContext.class);
        clock = office.getBean(Clock.class);
    }

    Stream<Demo> orders() {
        return new DemoOrders(0).day(Deck.SIZE, clock.instant(), Duration.ofHours(10));
    }

    /** Every order that has something wrong with it. */
    List<Demo> faulty() {
        return orders().filter(demo -> demo.fault() != null).toList();
    }

    /** Takes orders in, those that some of them repeat before, and waits until they are controlled. */
    void pour(List<Demo> some) {
        reference.load();
        shop.take(orders().filter(demo -> demo.fault() == null && isRepeated(demo, some))
                .toList());
        quiet();
        shop.take(some);
        quiet();
    }

    private static boolean isRepeated(Demo demo, List<Demo> some) {
        return some.stream()
                .filter(each -> each.fault() == ReasonCode.DUPLICATE_ORDER)
                .anyMatch(each ->
                        each.order().buyer().email().equals(demo.order().buyer().email())
                                && each.order().lines().equals(demo.order().lines()));
    }

    /** What customers do after they have ordered. */
    void sequels() {
        for (int i = 0; i < 10; i++) sequels.happen();
        quiet();
    }

    void remove() {
        shop.remove();
        quiet();
    }

    /** Waits until nothing is left to be controlled. */
    void quiet() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (db.fetchCount(PENDING) > 0 && System.nanoTime() < end) pause();
        assertThat(db.fetchCount(PENDING)).as("orders still to be controlled").isZero();
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
