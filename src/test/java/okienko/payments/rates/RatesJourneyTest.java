package okienko.payments.rates;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static okienko.payments.schema.Tables.RATE_SOURCE;
import static okienko.payments.schema.Tables.RATE_TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.Audit;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class RatesJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    RateSources sources;

    @Autowired
    Audit audit;

    @Autowired
    DSLContext db;

    @AfterEach
    void turnOff() {
        sources.choose(false, "https://api.nbp.pl");
        db.update(RATE_SOURCE).setNull(RATE_SOURCE.FETCHED_UNTIL).execute();
        db.deleteFrom(RATE_TABLES)
                .where(RATE_TABLES.EFFECTIVE_ON.gt(
                        LocalDate.now(RateSource.WARSAW).minusYears(1)))
                .execute();
    }

    @Test
    void anAdministratorHasTheRatesFetchedAndSeesEarlierTables() {
        LocalDate today = LocalDate.now(RateSource.WARSAW);
        try (var bank = new BankStub(today);
                Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("pl"))) {
            Page page = ada.open("/settings/rates");
            ada.audit();
            page.getByLabel("Tak").check();
            page.fill("input[name=address]", "ftp://bank");
            button(page, "Zapisz");
            assertThat(page.getByText("To nie jest adres internetowy")).isVisible();
            page.fill("input[name=address]", bank.address());
            button(page, "Zapisz");
            assertThat(page.getByText("Zapisano. Kursy będą pobierane")).isVisible();
            button(page, "Pobierz teraz");
            assertThat(page.getByText("NBP odpowiedział")).isVisible();
            ada.audit();
            ada.screenshot("rates-source-pl");
            page.navigate("/rates");
            page.locator("#history + p + ul a").nth(3).click();
            assertThat(page.locator("th", new Page.LocatorOptions().setHasText("EUR")))
                    .isVisible();
            assertThat(page.locator("[aria-current=true]")).hasCount(1);
            ada.audit();
            assertThat(audit.actions()).contains("payments.rates.source");
        }
    }

    @Test
    void anOutageIsShownNarrowAndDark() {
        try (var bank = new BankStub(LocalDate.now(RateSource.WARSAW));
                Visitor ada = browser.signedIn(
                        world.ada(), World.PASSWORD, Look.in("bg").narrow().dark())) {
            bank.outage(503);
            sources.choose(true, bank.address());
            Page page = ada.open("/settings/rates");
            button(page, "Изтегли сега");
            assertThat(page.getByText("503").first()).isVisible();
            ada.fits();
            ada.audit();
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
