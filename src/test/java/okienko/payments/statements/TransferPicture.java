package okienko.payments.statements;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.orders.Orders;
import okienko.payments.PaidShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Takes the README's picture of a transfer and the orders it may be for: {@code bin/pictures}. */
@OfficeTest
class TransferPicture {

    private static final Path PICTURE = Path.of("docs/images/transfer.png");

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Orders orders;

    @Autowired
    StatementFiles files;

    @Autowired
    StatementReader reader;

    @Test
    void aTransferForOneOfTwoOrders() {
        PaidShop shop = new PaidShop(orders, "shop-web", Instant.now());
        shop.order("WEB-417203", "Katarzyna Wróblewska", "1129.97");
        shop.order("WEB-417302", "Wróblewska Meble", "1129.97");
        BankFiles statement = new BankFiles(LocalDate.now(ZoneId.of("Europe/Warsaw")))
                .free("C", "1119,97", "J417", "BIURO RACHUNKOWE ALFA", "WEB-417203 minus rabat");
        files.keep(statement.mt940().getBytes(StandardCharsets.UTF_8), "wyciag.sta", "upload", "ola");
        reader.readNow();
        try (Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, new Look("en", false, 1280, 720))) {
            Page page = ola.open("/payments/transfers?q=417203");
            page.locator("tr[data-row] a").first().click();
            page.waitForLoadState();
            page.evaluate("document.fonts.ready");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
        }
    }
}
