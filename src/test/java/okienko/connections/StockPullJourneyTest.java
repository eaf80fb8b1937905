package okienko.connections;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static okienko.stock.schema.Tables.ARTICLES;
import static okienko.stock.schema.Tables.LEVELS;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.connections.articles.Pulls;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class StockPullJourneyTest {

    private static final int SMALLEST_WIDTH = 360;

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Connections connections;

    @Autowired
    Pulls pulls;

    @Autowired
    Clock clock;

    @Autowired
    DSLContext db;

    private final List<Long> connected = new ArrayList<>();
    private String prefix = "";

    @AfterEach
    void stockThatIsCountedForOneIsCountedForAll() {
        connected.forEach(id -> {
            Connection connection = connections.find(id).orElseThrow();
            pulls.stop(connection);
            connections.pause(connection, "test");
        });
        db.deleteFrom(LEVELS).where(LEVELS.SKU.startsWith(prefix)).execute();
        db.deleteFrom(ARTICLES).where(ARTICLES.SKU.startsWith(prefix)).execute();
    }

    @Test
    void anAdministratorTakesAShopsStockAndSeesWhatCouldNotBeTaken() {
        prefix = world.unique("SKU") + "-";
        try (var shop = new WooCommerceStub();
                Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("pl"))) {
            fill(shop);
            long id = connect(world.channel(), shop);
            Page page = ada.open("/settings/connections/" + id);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Towary i stany"))
                    .click();
            assertThat(page.locator("#stock-health")).containsText("Wyłączone");
            ada.audit();
            page.fill("input[name=minutes]", "2");
            press(page, "Pobieraj stany z tego sklepu");
            assertThat(page.getByText("Wartość „2” jest nieprawidłowa.")).isVisible();
            page.fill("input[name=minutes]", "15");
            press(page, "Pobieraj stany z tego sklepu");
            assertThat(page.getByText("Od teraz stany są pobierane z tego sklepu."))
                    .isVisible();
            awaitRound(id);
            page.reload();
            assertThat(page.getByText("Jeden symbol dla kilku towarów")).isVisible();
            assertThat(page.getByText("Miska · Miska stara")).isVisible();
            assertThat(page.getByText("Bez symbolu (SKU), pominięte")).isVisible();
            ada.audit();
            ada.screenshot("stock-pull-pl");
            ada.open("/stock/article?sku=" + prefix + "1");
            assertThat(page.getByText("do sprzedania 12")).isVisible();
            ada.audit();
            ada.screenshot("stock-pull-article-pl");
            ada.open("/settings/connections/" + id + "/stock");
            press(page, "Przestań pobierać");
            assertThat(page.getByText("Stany nie są już pobierane.")).isVisible();
        }
    }

    @Test
    void aManagerSeesOnATelephoneWhichShopCountsButChangesNothing() {
        prefix = world.unique("SKU") + "-";
        try (var shop = new WooCommerceStub();
                var second = new MedusaStub();
                Visitor marek = browser.signedIn(
                        world.marek(), World.PASSWORD, Look.in("bg").dark().narrow())) {
            fill(shop);
            second.stock(new Ware(1, prefix + "1", "Чаша", 3));
            String first = world.channel();
            long one = connect(first, shop);
            pulls.start(connections.find(one).orElseThrow(), Pulls.EVERY, "ada");
            awaitRound(one);
            long two = connect(world.channel(), second);
            pulls.start(connections.find(two).orElseThrow(), Pulls.EVERY, "ada");
            awaitRound(two);
            Page page = marek.open("/settings/connections/" + two + "/stock");
            page.setViewportSize(SMALLEST_WIDTH, 800);
            assertThat(page.getByText("1, от: " + first)).isVisible();
            assertThat(page.locator("input[name=minutes]")).hasCount(0);
            press(page, "Прочети сега");
            assertThat(page.getByText("Четенето започна.")).isVisible();
            marek.audit();
            marek.fits();
            marek.screenshot("stock-pull-narrow-dark-bg");
        }
    }

    /** Eleven names in a row are wider than a screen: they stand in rows. */
    @Test
    void theSettingsTabsFitTheirRowAtEveryWidth() {
        try (Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("pl"))) {
            Page page = ada.open("/my/settings");
            List<String> places = new ArrayList<>();
            for (var tab : page.locator("nav.tabs--wrap a").all()) places.add(tab.getAttribute("href"));
            org.assertj.core.api.Assertions.assertThat(places).hasSizeGreaterThan(8);
            for (int width : List.of(1440, 1024, SMALLEST_WIDTH)) {
                page.setViewportSize(width, 900);
                for (String place : places) {
                    ada.open(place);
                    org.assertj.core.api.Assertions.assertThat(
                                    page.locator("nav.tabs--wrap").evaluate("bar => bar.scrollWidth - bar.clientWidth"))
                            .as("%s at %d", place, width)
                            .isEqualTo(0);
                    ada.fits();
                    if (Boolean.getBoolean("okienko.look")) {
                        ada.screenshot("settings" + place.replace('/', '-') + "-" + width);
                    }
                }
            }
        }
    }

    private void fill(StubShop shop) {
        shop.stock(new Ware(1, prefix + "1", "Kubek", 12));
        shop.stock(new Ware(2, prefix + "2", "Talerz", null));
        shop.stock(new Ware(3, prefix + "3", "Miska", 1));
        shop.stock(new Ware(4, prefix + "3", "Miska stara", 9));
        shop.stock(new Ware(5, "", "Bez symbolu", 9));
    }

    private void awaitRound(long id) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> pulls.find(id)
                        .filter(pull -> pull.lastSuccess() != null)
                        .isPresent());
    }

    private long connect(String channel, StubShop shop) {
        var from = clock.instant().minus(Duration.ofDays(1));
        long id = Joined.to(connections, channel, shop, from, Duration.ofSeconds(60));
        connected.add(id);
        return id;
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
