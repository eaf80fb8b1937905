package okienko.stock;

import static okienko.stock.schema.Tables.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.OfficeTest;
import okienko.World;
import okienko.reference.DataSet.Mode;
import okienko.stock.ShopFigures.Figure;
import okienko.stock.ShopFigures.Sale;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The arithmetic of decision 25: a shop's own order is taken off once. */
@OfficeTest
@RecordApplicationEvents
class ShopFiguresTest {

    private static final Instant NINE = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-11-20T11:00:00Z");

    @Autowired
    ShopFigures figures;

    @Autowired
    Stock stock;

    @Autowired
    StockData reports;

    @Autowired
    Adjustments adjustments;

    @Autowired
    World world;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationEvents events;

    private String sku = "";
    private String shop = "";

    @BeforeEach
    void aShopOfItsOwn() {
        sku = world.unique("SKU");
        shop = world.channel();
    }

    @AfterEach
    void stockThatIsCountedForOneIsCountedForAll() {
        figures.leave(shop);
        stock.unreserve(List.of(shop + ":1", shop + ":2", "elsewhere:" + sku));
        stock.remove(List.of(sku));
    }

    @Test
    void anOrderTheFigureKnowsIsOnHandAndOneItDoesNotKnowIsTakenOffIt() {
        says(5, TEN);
        sells(1, 2, NINE);
        assertThat(level(1, 2)).as("sold before the shop was asked").isEqualTo(new Availability(7, 2, 0, null));
        sells(2, 1, TEN.plusSeconds(60));
        assertThat(level(2, 1)).as("sold afterwards").isEqualTo(new Availability(7, 3, 0, null));
        says(4, ELEVEN);
        assertThat(now()).as("the next figure knows both").isEqualTo(new Availability(7, 3, 0, null));
        assertThat(now().free()).isEqualTo(4);
    }

    @Test
    void anotherShopsOrderIsTakenOffAsEver() {
        says(5, TEN);
        figures.sold("elsewhere", List.of(new Sale("elsewhere:" + sku, Map.of(sku, 2), NINE)));
        stock.reserve(Map.of("elsewhere:" + sku, Map.of(sku, 2)), null);
        assertThat(now()).isEqualTo(new Availability(5, 2, 0, null));
    }

    @Test
    void whatLeftTheHouseOrIsCancelledIsNeitherPromisedNorOnHand() {
        says(5, TEN);
        sells(1, 2, NINE);
        assertThat(level(1, 2).free()).isEqualTo(5);
        stock.unreserve(List.of(shop + ":1"));
        assertThat(now()).isEqualTo(new Availability(5, 0, 0, null));
    }

    @Test
    void aShopThatSoldMoreThanItHadHasWhatItHadForItsOrders() {
        says(-2, TEN);
        sells(1, 3, NINE);
        assertThat(level(1, 0).onHand()).as("one of the three is there").isEqualTo(1);
        says(0, ELEVEN);
        assertThat(now().onHand()).as("two came in").isEqualTo(3);
    }

    @Test
    void onlyAChangeIsTold() {
        says(5, TEN);
        long before = told();
        says(5, ELEVEN);
        assertThat(told()).as("the same again").isEqualTo(before);
        says(6, ELEVEN.plusSeconds(60));
        assertThat(told()).as("one came in").isEqualTo(before + 1);
    }

    @Test
    void aReportOfTheWholeWarehouseLeavesWhatAShopCounts() {
        says(5, TEN);
        String counted = world.unique("SKU");
        reports.apply(List.of(new StockLevel(counted, 1, 0, null)), Mode.COMPLETE, "test");
        assertThat(now().onHand()).isEqualTo(5);
        stock.remove(List.of(counted));
    }

    @Test
    void whatAPersonCountsHoldsUntilTheShopIsAskedAgain() {
        says(5, TEN);
        sells(1, 2, NINE);
        reports.apply(List.of(new StockLevel(sku, 1, 0, null)), Mode.SET, "test");
        assertThat(now().onHand()).isEqualTo(1);
        stock.unreserve(List.of(shop + ":1"));
        assertThat(now().onHand()).as("a person counts what is there").isEqualTo(1);
        adjustments.make(new Adjustments.Adjustment(sku + "-1", sku, 2, "delivery"), "test");
        assertThat(now().onHand()).isEqualTo(3);
        says(4, ELEVEN);
        assertThat(now().onHand()).isEqualTo(4);
    }

    @Test
    void anArticleNobodyCountsIsNeverShort() {
        says(null, TEN);
        assertThat(now().uncounted()).isTrue();
        stock.reserve(Map.of(shop + ":1", Map.of(sku, 1_000)), null);
        assertThat(now().free()).isGreaterThan(1_000_000);
    }

    @Test
    void whatAShopNoLongerSellsIsThereForItsOrdersOnly() {
        says(5, TEN);
        sells(1, 2, NINE);
        figures.gone(shop, Set.of(sku), ELEVEN);
        assertThat(now().onHand()).isEqualTo(2);
        figures.leave(shop);
        assertThat(db.fetchExists(LEVELS, LEVELS.SKU.eq(sku).and(LEVELS.SOURCE.isNull())))
                .isTrue();
    }

    private void says(@org.jspecify.annotations.Nullable Integer free, Instant asked) {
        figures.take(shop, List.of(new Figure(sku, "Kubek", null, free)), asked);
    }

    private void sells(int number, int pieces, Instant at) {
        figures.sold(shop, List.of(new Sale(shop + ":" + number, Map.of(sku, pieces), at)));
    }

    /** As it is once so many pieces have been promised to the order. */
    private Availability level(int order, int promised) {
        stock.reserve(Map.of(shop + ":" + order, Map.of(sku, promised)), null);
        return now();
    }

    private Availability now() {
        return stock.availability(Set.of(sku)).getOrDefault(sku, Availability.NONE);
    }

    private long told() {
        return events.stream(StockEvent.Changed.class)
                .filter(changed -> changed.skus().contains(sku))
                .count();
    }
}
