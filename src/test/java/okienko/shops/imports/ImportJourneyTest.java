package okienko.shops.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Visitor;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class ImportJourneyTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @Autowired
    private Browser browser;

    @Autowired
    private World world;

    @Autowired
    private Orders orders;

    @Test
    void aFileIsUploadedWatchedItsErrorsDownloadedAndTheBadOrderMended() throws Exception {
        String channel = world.channel();
        String bad = ImportsTest.lines(channel, 900, 900).replace("\"45.49\"", "\"45,4x\"");
        try (Visitor ola = browser.visitor()) {
            ola.signIn(world.ola(), World.PASSWORD);
            Page page = ola.open("/imports");
            ola.audit();
            upload(page, "orders.ndjson", ImportsTest.lines(channel, 1, 800) + "\n" + bad, channel);
            assertThat(page.locator("#import-progress")).containsText("Done", PATIENTLY);
            assertThat(page.locator("#import-progress")).containsText("800");
            assertThat(page.locator("#import-progress")).containsText("which is not an amount"); // by itself
            ola.audit();
            Download errors = page.waitForDownload(() -> page.click("text=Download the list as CSV"));
            assertThat(Files.readString(errors.path())).contains("total", "45,4x", "\"externalId\"\":\"\"900");

            page.click("text=which is not an amount");
            ola.audit();
            page.fill(
                    "textarea[name=raw]", page.inputValue("textarea[name=raw]").replace("45,4x", "x"));
            button(page, "Try again");
            assertThat(page.locator("main")).containsText("It still cannot be read");
            page.fill(
                    "textarea[name=raw]", page.inputValue("textarea[name=raw]").replace("\"x\"", "\"45.49\""));
            button(page, "Try again");
            page.waitForURL(url -> url.contains("/orders/"));
            assertThat(orders.find(new OrderKey(channel, "900"))).isPresent();
        }
    }

    @Test
    void aTableWithOwnHeadingsIsExplainedOnce() {
        String channel = world.channel();
        String csv = "Kennung;Wann;Was;Anz;Einzeln;Alles\n1;23.11.2026 10:00;Kubek;2;10,00;20,00\n";
        try (Visitor ola = browser.visitor()) {
            ola.signIn(world.ola(), World.PASSWORD);
            Page page = ola.open("/imports");
            upload(page, "own.csv", csv, channel);
            page.click("text=Name the columns");
            ola.audit();
            String[] fields = {"ORDER_ID", "PLACED_AT", "PRODUCT", "QUANTITY", "UNIT_PRICE", "TOTAL"};
            for (int i = 0; i < fields.length; i++) {
                page.locator("select[name=field]").nth(i).selectOption(fields[i]);
            }
            page.fill("input[name=currency]", "PLN");
            button(page, "Remember and import");
            assertThat(page.locator("#import-progress")).containsText("Done", PATIENTLY);
            assertThat(orders.find(new OrderKey(channel, "1"))).isPresent();
        }
    }

    private static void upload(Page page, String name, String text, String channel) {
        page.setInputFiles("input[type=file]", new FilePayload(name, "text/plain", text.getBytes(UTF_8)));
        page.fill("input[name=channel]", channel);
        button(page, "Import");
        page.waitForURL(url -> url.matches(".*/imports/\\d+"));
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
