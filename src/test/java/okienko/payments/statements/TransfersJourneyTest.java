package okienko.payments.statements;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.payments.PaidShop;
import okienko.payments.Payments;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class TransfersJourneyTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
    private final long number = 1_000_000_000L + ThreadLocalRandom.current().nextLong(8_000_000_000L);

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Test
    void aStatementIsBroughtInAndItsProposalsSettledWithTwoKeys() {
        PaidShop shop = new PaidShop(orders, world.channel(), Instant.now());
        OrderKey certain = shop.order(Long.toString(number), "Anna Nowak", "1129.97");
        OrderKey proposed = shop.order(Long.toString(number + 500), "Jan Wójcik", "8013.07");
        OrderKey other = shop.order(Long.toString(number + 900), "Ewa Lis", "4513.09");
        String statement = new BankFiles(today)
                .free("C", "1129,97", "J1" + number, "ANNA NOWAK", "zam " + number)
                .free("C", "7913,07", "J2" + number, "BUDEX SP Z O O", "zam " + (number + 500))
                .free("C", "4513,09", "J3" + number, "LIS EWA UL. SOLNA 4", "zapłata")
                .raw(":61:nieczytelny wiersz")
                .mt940();
        try (Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, Look.in("pl"))) {
            Page page = ola.open("/payments/statements");
            ola.audit();
            page.setInputFiles(
                    "input[type=file]",
                    new FilePayload("wyciag.sta", "text/plain", statement.getBytes(StandardCharsets.UTF_8)));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Wczytaj wyciąg"))
                    .click();
            assertThat(page.getByText("nieczytelny wiersz")).isVisible();
            ola.audit();
            ola.screenshot("statement-pl");
            assertReceived(certain, 1);
            assertReceived(proposed, 0);

            bookWithTwoKeys(ola);
            assertReceived(proposed, 1);
            setAside(ola);
            assertReceived(other, 0);
        }
    }

    private void bookWithTwoKeys(Visitor ola) {
        Page page = ola.page();
        ola.open("/payments/transfers?q=J2" + number);
        ola.audit();
        ola.screenshot("transfers-pl");
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page.getByText("numer w tytule")).isVisible();
        ola.audit();
        ola.fits();
        ola.screenshot("transfer-pl");
        String first = page.url();
        page.keyboard().press("a");
        page.waitForURL(url -> !url.equals(first));
        assertThat(page.getByText(Pattern.compile("Zaksięgowano .* za " + (number + 500))))
                .isVisible();
    }

    private void setAside(Visitor ola) {
        Page page = ola.page();
        ola.open("/payments/transfers?q=J3" + number);
        page.locator("tr[data-row] a").first().click();
        assertThat(page.getByText("nazwa się zgadza")).isVisible();
        page.getByLabel("Inne zamówienie albo kilka").fill("nie ma takiego");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zaksięguj"))
                .click();
        assertThat(page.getByText("Nie ma jednoznacznego zamówienia")).isVisible();
        page.getByLabel("Inne zamówienie albo kilka").fill("");
        page.keyboard().press("Escape");
        page.keyboard().press("u");
        assertThat(page.getByText("Odłożono: to nie za zamówienie.")).isVisible();
    }

    @Test
    void theListIsReadableInTheDarkAndOnATelephone() {
        try (Visitor ola = browser.signedIn(
                world.ola(), World.PASSWORD, Look.in("en").narrow().dark())) {
            ola.open("/payments/transfers?state=BOOKED");
            ola.audit();
            ola.fits();
            ola.open("/payments/statements");
            ola.audit();
            ola.fits();
        }
    }

    private void assertReceived(OrderKey order, int movements) {
        org.assertj.core.api.Assertions.assertThat(
                        payments.received(java.util.List.of(order)).getOrDefault(order, java.util.List.of()))
                .hasSize(movements);
    }
}
