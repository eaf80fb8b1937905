package okienko.ordercontrol;

import static okienko.ordercontrol.ReasonCode.POSTAL_CODE_INVALID;
import static okienko.ordercontrol.ReasonCode.STOCK_SHORTAGE;
import static okienko.stock.schema.Tables.ADJUSTMENTS;
import static okienko.stock.schema.Tables.LEVELS;
import static okienko.stock.schema.Tables.RESERVATIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.access.ApiKeys;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.OrderId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What comes in goes to who ordered first, and what is put aside does not stay so for ever. */
@OfficeTest
class WaitingForStockTest {

    private static final String WRONG_CODE = "61-7";

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    OrderControl control;

    @Autowired
    ApiKeys keys;

    @Autowired
    MockMvcTester web;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    private TestShop shop;
    private String sku = "";
    private String key = "";
    private Instant morning = Instant.EPOCH;

    @BeforeEach
    void nothingIsOnTheShelf() {
        shop = TestShop.open(world.channel(), office);
        sku = world.unique("SKU");
        morning = clock.instant().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
        rules.set(STOCK_SHORTAGE, shop.channel, null, "test", false);
        level(0);
        if (keys.create(world.unique("wms"), Set.of("reference:write")) instanceof ApiKeys.Made.Created(String made)) {
            key = made;
        }
    }

    @AfterEach
    void stockThatIsCountedForOneIsCountedForAll() {
        db.deleteFrom(LEVELS).where(LEVELS.SKU.eq(sku)).execute();
        db.deleteFrom(ADJUSTMENTS).where(ADJUSTMENTS.SKU.eq(sku)).execute();
    }

    @Test
    void ofThreeWhoWaitTheTwoWhoOrderedFirstGetWhatComes() {
        OrderId last = shop.send(order(2)).id();
        OrderId first = shop.send(order(0)).id();
        OrderId second = shop.send(order(1)).id();
        for (OrderId each : List.of(first, second, last)) {
            assertThat(shop.open(each)).containsExactly(STOCK_SHORTAGE);
        }
        assertThat(adjust("+2", world.unique("delivery"))).hasStatusOk();
        shop.becomes(first, State.RELEASED);
        shop.becomes(second, State.RELEASED);
        assertThat(shop.settled(last).reasons()).containsExactly(STOCK_SHORTAGE);
        assertThat(promised()).isEqualTo(2);
    }

    @RepeatedTest(5)
    void alsoWhenPiecesComeOneByOneFromTwoSidesAndANewOrderWantsOne() throws Exception {
        OrderId last = shop.send(order(2)).id();
        OrderId first = shop.send(order(0)).id();
        OrderId second = shop.send(order(1)).id();
        OrderId late;
        try (var sides = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<MvcTestResult>> arrivals = new ArrayList<>();
            for (int i = 0; i < 2; i++) arrivals.add(sides.submit(() -> adjust("+1", world.unique("delivery"))));
            late = shop.deliver(order(50));
            for (Future<MvcTestResult> arrival : arrivals)
                assertThat(arrival.get()).hasStatusOk();
        }
        shop.becomes(first, State.RELEASED);
        shop.becomes(second, State.RELEASED);
        assertThat(shop.settled(last).reasons()).containsExactly(STOCK_SHORTAGE);
        assertThat(shop.settled(late).reasons()).containsExactly(STOCK_SHORTAGE);
        assertThat(promised()).isEqualTo(2);
    }

    @Test
    void whatIsPutAsideForAHeldOrderIsFreeAgainAfterItsTime() {
        level(1);
        ControlledOrder held = shop.send(order(0).replace("61-736", WRONG_CODE));
        assertThat(held.reasons()).containsExactly(POSTAL_CODE_INVALID);
        ControlledOrder other = shop.send(order(1));
        assertThat(other.reasons()).containsExactly(STOCK_SHORTAGE);
        clock.advance(Duration.ofHours(71));
        control.keepTime();
        assertThat(shop.settled(other.id()).reasons()).containsExactly(STOCK_SHORTAGE);
        clock.advance(Duration.ofHours(2));
        control.keepTime();
        shop.becomes(other.id(), State.RELEASED);
        assertThat(shop.settled(held.id()).reasons()).containsExactlyInAnyOrder(POSTAL_CODE_INVALID, STOCK_SHORTAGE);
    }

    @Test
    void aLookInBetweenDoesNotMakeAPromiseLonger() {
        level(1);
        ControlledOrder held = shop.send(order(0).replace("61-736", WRONG_CODE));
        Instant until = until();
        clock.advance(Duration.ofHours(20));
        shop.act(held.id(), "ania", new Action.Edit(java.util.Map.of("comment", "later please")));
        assertThat(until()).isEqualTo(until);
    }

    @Test
    void anOrderWhosePromiseEndedGetsItsPieceWhenItGoesAndKeepsItThen() {
        level(1);
        ControlledOrder held = shop.send(order(0).replace("61-736", WRONG_CODE));
        clock.advance(Duration.ofHours(73));
        control.keepTime();
        assertThat(shop.settled(held.id()).reasons()).containsExactly(POSTAL_CODE_INVALID);
        assertThat(promised()).isZero();
        shop.act(
                held.id(),
                "ania",
                new Action.Edit(java.util.Map.of(
                        "delivery.address.postalCode", "61-736", "buyer.address.postalCode", "61-736")));
        shop.becomes(held.id(), State.RELEASED);
        assertThat(promised()).isEqualTo(1);
        clock.advance(Duration.ofHours(100));
        control.keepTime();
        assertThat(promised()).as("a released order keeps its pieces").isEqualTo(1);
    }

    @Test
    void aChangeToldTwiceCountsOnce() {
        String delivery = world.unique("delivery");
        assertThat(adjust("+5", delivery)).bodyJson().extractingPath("$.onHand").isEqualTo(5);
        assertThat(adjust("+5", delivery))
                .bodyJson()
                .extractingPath("$.repeated")
                .isEqualTo(true);
        assertThat(adjust("-2", world.unique("picked")))
                .bodyJson()
                .extractingPath("$.onHand")
                .isEqualTo(3);
        assertThat(adjust("+1", delivery)).hasStatus(422).bodyText().contains(delivery);
        assertThat(adjust("-4", world.unique("picked")))
                .hasStatus(422)
                .bodyText()
                .contains("-3");
        assertThat(adjust("many", world.unique("picked")))
                .hasStatus(422)
                .bodyText()
                .contains("many", "+5");
    }

    private MvcTestResult adjust(String change, String name) {
        return web.post()
                .uri("/api/v1/stock/adjustments")
                .header("Authorization", "Bearer " + key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"key\":\"%s\",\"sku\":\"%s\",\"change\":\"%s\"}".formatted(name, sku, change))
                .exchange();
    }

    /** Ordered so many minutes into the morning. */
    private String order(int minutes) {
        return shop.cleanOrder()
                .replaceAll("\"placedAt\":\"[^\"]+\"", "\"placedAt\":\"" + morning.plusSeconds(60L * minutes) + "\"")
                .replace("K-1", sku)
                .replace("\"quantity\":2", "\"quantity\":1")
                .replace("59.99", "39.99")
                .replace("129.98", "49.99");
    }

    private void level(int onHand) {
        db.deleteFrom(LEVELS).where(LEVELS.SKU.eq(sku)).execute();
        db.insertInto(LEVELS)
                .set(LEVELS.SKU, sku)
                .set(LEVELS.ON_HAND, onHand)
                .set(LEVELS.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private int promised() {
        return db.fetch(RESERVATIONS, RESERVATIONS.SKU.eq(sku).and(RESERVATIONS.LAPSED_AT.isNull())).stream()
                .mapToInt(row -> row.get(RESERVATIONS.QUANTITY))
                .sum();
    }

    private Instant until() {
        return db.select(RESERVATIONS.UNTIL)
                .from(RESERVATIONS)
                .where(RESERVATIONS.SKU.eq(sku))
                .fetchSingle()
                .value1()
                .toInstant();
    }
}
