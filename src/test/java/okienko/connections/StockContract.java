package okienko.connections;

import static okienko.ordercontrol.ReasonCode.STOCK_SHORTAGE;
import static okienko.stock.schema.Tables.ARTICLES;
import static okienko.stock.schema.Tables.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okienko.connections.articles.Pull;
import okienko.connections.articles.Pulls;
import okienko.connections.articles.StockPuller;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.OrderId;
import okienko.stock.Availability;
import okienko.stock.Stock;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What every platform that says what it sells has to do right; the others leave it out. */
abstract class StockContract extends ConnectedShop {

    private static final Duration EVERY = Duration.ofMinutes(15);

    /** Orders are not read meanwhile: trouble meets the stock. */
    private static final Duration RARELY = Duration.ofHours(12);

    @Autowired
    Pulls pulls;

    @Autowired
    StockPuller puller;

    @Autowired
    Stock stock;

    @Autowired
    ControlledOrders controlled;

    @Autowired
    RuleBook rules;

    @Autowired
    DSLContext db;

    @Autowired
    AutowireCapableBeanFactory office;

    private String prefix = "";

    @BeforeEach
    void articlesOfItsOwn() {
        prefix = world.unique("SKU") + "-";
        shop.ordered = prefix + "0"; // other tests' orders want other things
    }

    @AfterEach
    void stockThatIsCountedForOneIsCountedForAll() {
        connections.all().stream()
                .filter(connection -> pulls.find(connection.id()).isPresent())
                .forEach(pulls::stop);
        db.deleteFrom(LEVELS).where(LEVELS.SKU.startsWith(prefix)).execute();
        db.deleteFrom(ARTICLES).where(ARTICLES.SKU.startsWith(prefix)).execute();
    }

    @Test
    void allItSellsComesInThoughItLimitsAndDiesOnTheWay() {
        assumeThat(platform(shop).stock()).as("the platform does not say").isPresent();
        int many = shop.catalogue();
        for (int i = 1; i <= many; i++) shop.stock(new Ware(i, prefix + i, "Kubek " + i, i % 50));
        if (shop.mayNotCount()) shop.stock(new Ware(many + 1, prefix + "bon", "Bon", null));
        long connection = connectRarely();
        shop.limit(1);
        pulls.start(connection(connection), EVERY, "test");
        untilPulled(() -> pull(connection).failures() > 0);
        assertThat(pull(connection).trouble()).isEqualTo(PlatformTrouble.Kind.LIMITED);
        shop.afterNextAnswer(shop::die);
        untilPulled(() -> pull(connection).trouble() == PlatformTrouble.Kind.UNAVAILABLE);
        assertThat(pull(connection).said()).isNotBlank();
        shop.comeBack();
        untilPulled(() -> pull(connection).lastSuccess() != null);
        Map<String, Availability> counted = stock.availability(skus(many));
        for (int i = 1; i <= many; i++) {
            assertThat(available(counted, i).onHand()).as("article %d", i).isEqualTo(i % 50);
        }
        assertThat(stock.articles(skus(many)))
                .hasSize(many)
                .allSatisfy((sku, article) ->
                        assertThat(article.name()).startsWith("Kubek " + sku.substring(prefix.length())));
        if (shop.mayNotCount()) {
            assertThat(stock.availability(Set.of(prefix + "bon")).values()).allMatch(Availability::uncounted);
        }
    }

    @Test
    void whatItSellsNoMoreIsNotThereAndOfTwoWithOneSkuNeitherIsTaken() {
        assumeThat(platform(shop).stock()).as("the platform does not say").isPresent();
        shop.stock(new Ware(1, prefix + "1", "Kubek", 5));
        shop.stock(new Ware(2, prefix + "2", "Talerz", 7));
        shop.stock(new Ware(3, prefix + "3", "Miska", 1));
        shop.stock(new Ware(4, prefix + "3", "Miska stara", 9));
        shop.stock(new Ware(5, "", "Bez symbolu", 9));
        long connection = connectRarely();
        pulls.start(connection(connection), EVERY, "test");
        round(connection);
        assertThat(onHand("1")).isEqualTo(5);
        assertThat(onHand("2")).isEqualTo(7);
        assertThat(onHand("3")).as("which of the two is right nobody knows").isZero();
        assertThat(pulls.doubled(connection, 10)).containsOnlyKeys(prefix + "3");
        assertThat(pulls.doubled(connection, 10).get(prefix + "3")).hasSize(2);
        assertThat(pulls.counts(connection).all()).isEqualTo(5);
        assertThat(pulls.counts(connection).nameless()).isEqualTo(1);
        shop.sellNoMore(2);
        shop.sellNoMore(4);
        round(connection);
        assertThat(onHand("1")).isEqualTo(5);
        assertThat(onHand("2")).as("sold no more").isZero();
        round(connection); // which of the two is gone is known at the end of a round
        assertThat(onHand("3")).as("there is one now").isEqualTo(1);
        assertThat(pulls.doubled(connection, 10)).isEmpty();
    }

    /** The shop sold its last piece, was asked what is left, and only then for its orders. */
    @Test
    void whatAShopTookOffForItsOwnOrderIsNotTakenOffOnceMore() {
        assumeThat(platform(shop).stock()).as("the platform does not say").isPresent();
        rules.set(STOCK_SHORTAGE, channel, null, "test", false);
        long connection = connectRarely();
        shop.stock(new Ware(1, shop.ordered, "Kubek", 0));
        shop.place(shop.id(0), clock.instant(), true);
        pulls.start(connection(connection), EVERY, "test");
        round(connection);
        assertThat(orders.find(key(0))).as("nobody has read it yet").isEmpty();
        connections.hurry(connection);
        awaitOrders(1);
        until(() -> controlled.find(key(0)).orElseThrow().state() != State.PENDING);
        assertThat(controlled.find(key(0)).orElseThrow().reasons()).doesNotContain(STOCK_SHORTAGE);
        assertThat(stock.availability(Set.of(shop.ordered)).get(shop.ordered))
                .isEqualTo(new Availability(1, 1, 0, null));
        round(connection);
        assertThat(stock.availability(Set.of(shop.ordered)).get(shop.ordered))
                .as("and the next time it says the same, too")
                .isEqualTo(new Availability(1, 1, 0, null));
        TestShop other = TestShop.open(world.channel(), office);
        rules.set(STOCK_SHORTAGE, other.channel, null, "test", false);
        OrderId waiting = other.send(other.cleanOrder()
                        .replace("K-1", shop.ordered)
                        .replace("\"quantity\":2", "\"quantity\":1")
                        .replace("59.99", "39.99")
                        .replace("129.98", "49.99"))
                .id();
        assertThat(other.open(waiting)).containsExactly(STOCK_SHORTAGE);
        shop.stock(new Ware(1, shop.ordered, "Kubek", 1));
        round(connection);
        other.becomes(waiting, State.RELEASED);
        assertThat(stock.availability(Set.of(shop.ordered)).get(shop.ordered))
                .isEqualTo(new Availability(2, 2, 0, null));
    }

    long connectRarely() {
        long connection = connect(channel, shop, shop.credentials(), RARELY);
        until(() -> connection(connection).health().lastSuccess() != null);
        return connection;
    }

    /** A whole round from now on. */
    void round(long connection) {
        var before = pull(connection).lastSuccess();
        if (before != null) clock.advance(EVERY.plusMinutes(1));
        untilPulled(() -> {
            var last = pull(connection).lastSuccess();
            return last != null && !last.equals(before);
        });
    }

    void untilPulled(java.util.concurrent.Callable<Boolean> so) {
        until(() -> {
            puller.work();
            return so.call();
        });
    }

    Pull pull(long connection) {
        return pulls.find(connection).orElseThrow();
    }

    int onHand(String number) {
        return available(stock.availability(Set.of(prefix + number)), number).onHand();
    }

    private Availability available(Map<String, Availability> all, Object number) {
        return all.getOrDefault(prefix + number, Availability.NONE);
    }

    private Set<String> skus(int many) {
        return java.util.stream.IntStream.rangeClosed(1, many)
                .mapToObj(i -> prefix + i)
                .collect(java.util.stream.Collectors.toSet());
    }
}
