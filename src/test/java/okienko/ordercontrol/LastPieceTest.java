package okienko.ordercontrol;

import static okienko.ordercontrol.ReasonCode.STOCK_SHORTAGE;
import static okienko.ordercontrol.schema.Tables.PENDING;
import static okienko.stock.schema.Tables.LEVELS;
import static okienko.stock.schema.Tables.RESERVATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.engine.Control;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.OrderId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two connections after the same piece: while one has looked and not yet committed, the other must wait for it. */
@OfficeTest
class LastPieceTest {

    private static final long PATIENCE_SECONDS = 20;

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    Control worker;

    @Autowired
    OrderControl desk;

    @Autowired
    DSLContext db;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private TestShop shop;
    private String sku = "";

    @BeforeEach
    void nothingIsOnTheShelf() {
        shop = TestShop.open(world.channel(), office);
        sku = world.unique("SKU");
        rules.set(STOCK_SHORTAGE, shop.channel, null, "test", false);
        db.insertInto(LEVELS)
                .set(LEVELS.SKU, sku)
                .set(LEVELS.ON_HAND, 0)
                .set(LEVELS.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    @AfterEach
    void stockThatIsCountedForOneIsCountedForAll() {
        db.deleteFrom(LEVELS).where(LEVELS.SKU.eq(sku)).execute();
    }

    @Test
    void theWorkerTakesItWhileAConsultantAsksForIt() throws Exception {
        ControlledOrder workers = shortOfOne();
        ControlledOrder consultants = shortOfOne();
        onePieceArrives();
        Outcome outcome = whileUncommitted(
                () -> worker.control(Map.of(workers.id(), "stock")),
                () -> desk.act(consultants.id(), consultants.version(), "ania", new Action.Recheck()));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(shop.now(workers.id()).state()).isEqualTo(State.RELEASED);
        assertThat(shop.now(consultants.id()).reasons()).containsExactly(STOCK_SHORTAGE);
        assertThat(promised()).isEqualTo(1);
    }

    @Test
    void aConsultantReleasesItAwayWhileTheWorkerAsksForIt() throws Exception {
        ControlledOrder workers = shortOfOne();
        ControlledOrder consultants = shortOfOne();
        onePieceArrives();
        whileUncommitted(
                () -> desk.act(
                        consultants.id(), consultants.version(), "ania", new Action.Release("she waits outside")),
                () -> {
                    worker.control(Map.of(workers.id(), "stock"));
                    return true;
                });
        assertThat(shop.now(consultants.id()).state()).isEqualTo(State.RELEASED);
        assertThat(shop.now(workers.id()).reasons()).containsExactly(STOCK_SHORTAGE);
        assertThat(promised()).isEqualTo(1);
    }

    @Test
    void aPieceGivenBackWhileTheWorkerFindsNoneIsNotOverlooked() throws Exception {
        onePieceArrives();
        ControlledOrder first = shop.send(order());
        assertThat(first.state()).isEqualTo(State.RELEASED);
        var second = new AtomicReference<OrderId>();
        whileUncommitted(
                () -> {
                    second.set(shop.deliver(order()));
                    worker.control(Map.of(second.get(), ""));
                    db.deleteFrom(PENDING)
                            .where(PENDING.ORDER_ID.eq(second.get().value()))
                            .execute();
                },
                () -> desk.act(first.id(), first.version(), "ania", new Action.Cancel("changed her mind")));
        shop.becomes(second.get(), State.RELEASED);
    }

    @Test
    void fewerPiecesInARevisionSettleWhoWaitedForThem() {
        level(3);
        ControlledOrder first =
                shop.send(order().replace("\"quantity\":1", "\"quantity\":3").replace("61-736", "61-7"));
        assertThat(first.reasons()).doesNotContain(STOCK_SHORTAGE);
        ControlledOrder second = shortOfOne();
        shop.act(first.id(), "ania", new Action.Edit(Map.of("lines[0].quantity", "1")));
        shop.becomes(second.id(), State.RELEASED);
    }

    /** Takes the second step on a connection of its own after the first has been taken and before it is committed. */
    private <T> T whileUncommitted(Runnable first, Callable<T> second) throws Exception {
        var taken = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var two = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = two.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                first.run();
                taken.countDown();
                await(commit);
            }));
            await(taken);
            var other = two.submit(second);
            while (!other.isDone() && !somebodyWaits()) Thread.sleep(5);
            commit.countDown();
            one.get();
            return other.get();
        }
    }

    private boolean somebodyWaits() {
        return db.fetchExists(db.select().from("pg_stat_activity").where("wait_event_type = 'Lock'"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private ControlledOrder shortOfOne() {
        ControlledOrder order = shop.send(order());
        assertThat(order.reasons()).containsExactly(STOCK_SHORTAGE);
        return order;
    }

    private String order() {
        return shop.cleanOrder()
                .replace("K-1", sku)
                .replace("\"quantity\":2", "\"quantity\":1")
                .replace("59.99", "39.99")
                .replace("129.98", "49.99");
    }

    private void onePieceArrives() {
        level(1);
    }

    /** Behind everybody's back: no event makes anybody look. */
    private void level(int onHand) {
        db.update(LEVELS).set(LEVELS.ON_HAND, onHand).where(LEVELS.SKU.eq(sku)).execute();
    }

    private int promised() {
        return db.fetch(RESERVATIONS, RESERVATIONS.SKU.eq(sku)).stream()
                .mapToInt(row -> row.get(RESERVATIONS.QUANTITY))
                .sum();
    }
}
