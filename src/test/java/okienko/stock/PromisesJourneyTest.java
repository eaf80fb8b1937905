package okienko.stock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static okienko.stock.schema.Tables.LEVELS;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class PromisesJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Stock stock;

    @Autowired
    Clock clock;

    @Autowired
    DSLContext db;

    private String sku = "";

    @AfterEach
    void asItWas() {
        stock.holdFor(Duration.ofDays(3));
        stock.unreserve(java.util.List.of("web:" + sku));
        db.deleteFrom(LEVELS).where(LEVELS.SKU.eq(sku)).execute();
    }

    @Test
    void aManagerSaysHowLongPiecesStayAsideAndSeesUntilWhen() {
        sku = world.unique("SKU");
        try (Visitor marek =
                browser.signedIn(world.marek(), World.PASSWORD, Look.in("pl").narrow())) {
            Page page = marek.open("/settings/promises");
            marek.audit();
            marek.fits();
            page.fill("input[name=hours]", "0");
            save(page);
            assertThat(page.getByText("Wpisz godziny od 1 do")).isVisible();
            page.fill("input[name=hours]", "24");
            save(page);
            assertThat(page.getByText("Zapisano. Dotyczy zamówień")).isVisible();
            assertThat(page.locator("input[name=hours]")).hasValue("24");
            db.insertInto(LEVELS)
                    .set(LEVELS.SKU, sku)
                    .set(LEVELS.ON_HAND, 3)
                    .set(LEVELS.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                    .execute();
            stock.reserve(Map.of("web:" + sku, Map.of(sku, 2)), clock.instant().plus(stock.heldFor()));
            page.navigate("/stock/article?sku=" + sku);
            assertThat(page.locator("section[aria-labelledby=reserved] li")).containsText(": 2, do ");
            marek.audit();
            stock.endPromises(clock.instant().plus(Duration.ofHours(25)));
            page.reload();
            assertThat(page.locator("section[aria-labelledby=reserved] li")).containsText("zakończona");
        }
    }

    private static void save(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Zapisz").setExact(true))
                .click();
    }
}
