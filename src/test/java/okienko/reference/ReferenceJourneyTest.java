package okienko.reference;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Visitor;
import okienko.customers.Buyer;
import okienko.customers.Customers;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.TestShop;
import okienko.shipping.DeliveryServices;
import okienko.shipping.Shipping;
import okienko.stock.Stock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@OfficeTest
class ReferenceJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Stock stock;

    @Autowired
    Customers customers;

    @Autowired
    Shipping shipping;

    @Autowired
    AutowireCapableBeanFactory office;

    @Test
    void aManagerUploadsStockSeesWhatChangesAndTakesItUp() {
        String sku = world.unique("SKU");
        try (Visitor marek = visitor(world.marek())) {
            Page page = marek.open("/reference/stock/uploads");
            marek.audit();
            byte[] file = ("symbol;stan\n" + sku + ";12\nX;many\n").getBytes(UTF_8);
            page.setInputFiles("input[type=file]", new FilePayload("stock.csv", "text/csv", file));
            button(page, "Show what would change");
            assertThat(page.locator("h1")).containsText("stock.csv");
            assertThat(page.locator("main")).containsText("not a number we understand");
            marek.audit();
            button(page, "Take up 1 entry");
            assertThat(page.locator("main")).containsText("1 new");
            page.fill("input[name=q]", sku);
            page.press("input[name=q]", "Enter");
            marek.audit();
            page.click("text=" + sku);
            page.fill("input[name=onHand]", "7");
            page.fill("input[name=reason]", "counted");
            button(page, "Save");
            assertThat(page.locator("main")).containsText("7 on hand");
            marek.audit();
        }
        assertThat(requireNonNull(stock.availability(Set.of(sku)).get(sku)).onHand())
                .isEqualTo(7);
    }

    @Test
    void aManagerAddsALineToTheCourierTableAndRetiresIt() {
        String carrier = world.unique("KURIER").toUpperCase(java.util.Locale.ROOT);
        try (Visitor marek = visitor(world.marek())) {
            Page page = marek.open("/couriers");
            marek.audit();
            page.click("summary:has-text('Add a line')");
            page.fill("input[name=carrier]", carrier);
            page.fill("input[name=limit]", "1500,00");
            page.fill("input[name=source]", "contract of 2026-11-01");
            button(page, "Add a line");
            assertThat(page.locator("tr:has-text('" + carrier + "')")).containsText("1,500");
            page.locator("tr:has-text('" + carrier + "') button").click();
            assertThat(page.locator("tr:has-text('" + carrier + "')")).hasCount(0);
            page.click("a.chip:has-text('Retired')");
            assertThat(page.locator("tr:has-text('" + carrier + "')")).containsText("marek");
            marek.open("/delivery-services");
            marek.audit();
            marek.open("/rates");
            marek.audit();
            marek.open("/payments");
            marek.audit();
        }
    }

    @Test
    void aConsultantWarnsColleaguesAboutACustomer() {
        String channel = world.channel();
        String name = "Zygfryd " + world.unique("Kot");
        Buyer buyer = new Buyer(channel + ":1", name, "", channel + "@example.com", "", "PL", "", Instant.EPOCH);
        customers.recognise(List.of(buyer));
        try (Visitor ola = visitor(world.ola())) {
            Page page = ola.open("/customers");
            page.fill("input[name=q]", name);
            page.press("input[name=q]", "Enter");
            ola.audit();
            page.click("text=" + name);
            page.fill("textarea[name=note]", "never collects");
            button(page, "Add a warning");
            assertThat(page.locator("main")).containsText("never collects");
            ola.audit();
            ola.expect("favicon.ico"); // a part opened on its own names no icon
            ola.open("/customers/of/" + channel + ":1");
            assertThat(page.locator("body")).containsText("never collects");
        }
        assertThat(customers.recognise(List.of(buyer)).getFirst().known()).isNotNull();
    }

    @Test
    void aManagerSaysWhatAnUnknownMethodMeans() {
        String method =
                world.unique("Latawiec") + " ekspres"; // endings are free: "Latawiec-1" would mean "Latawiec-10" too
        shipping.noteUnmapped(java.util.Map.of(method, 3, "Kurier DPD", 9), shipping.services());
        try (Visitor marek = visitor(world.marek())) {
            Page page = marek.open("/delivery-services");
            Locator unmapped = page.locator("section[aria-labelledby=unmapped]");
            assertThat(unmapped).not().containsText("Kurier DPD");
            Locator asked = unmapped.locator("form:has-text('" + method + "')");
            asked.locator("select").selectOption("DPD_COURIER");
            marek.audit();
            asked.locator("button").click();
            assertThat(page.locator(".toast--done")).containsText("DPD");
            assertThat(asked).hasCount(0); // only here: further down it is one of the service's names now
        }
        assertThat(new DeliveryServices(shipping.services())
                        .find(method)
                        .orElseThrow()
                        .code())
                .isEqualTo("DPD_COURIER");
    }

    @Test
    void aPaymentRecordedByHandLetsTheOrderGo() {
        TestShop shop = TestShop.open(world.channel(), office);
        ControlledOrder order = shop.send(shop.cleanOrder().replace("\"paid\":\"129.98\"", "\"paid\":\"0.00\""));
        assertThat(order.state()).isEqualTo(State.WAITING);
        try (Visitor ola = visitor(world.ola())) {
            Page page = ola.open("/payments?order=" + shop.channel + ":1");
            page.fill("input[name=amount]", "129,98");
            ola.audit();
            button(page, "Record a payment");
            assertThat(page.locator("tr:has-text('" + shop.channel + ":1')")).containsText("129.98");
        }
        shop.becomes(order.id(), State.RELEASED);
    }

    private Visitor visitor(String login) {
        Visitor visitor = browser.visitor();
        visitor.open("/stock"); // where they want to go, and are brought after signing in
        visitor.signIn(login, World.PASSWORD);
        return visitor;
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
