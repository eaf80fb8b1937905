package okienko.warehouse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.TestShop;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The main job in its whole length: a day's files in, what is wrong settled at the desk, the warehouse has the rest. */
@OfficeTest
class WholeWayTest {

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Orders orders;

    @Autowired
    OrderControl control;

    @Autowired
    Destinations destinations;

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    Clock clock;

    private String channel = "";

    @AfterEach
    void nowhere() {
        destinations.choose(new Destination(Destination.Kind.NONE, "", "", "", FileFormat.JSON, 0, null));
    }

    @Test
    void aDaysOrdersOfAllFormatsReachTheWarehouse() {
        channel = world.channel();
        TestShop.open(channel, office); // what stock other tests have loaded is no concern of these orders
        var planted = new PlantedOrders(channel, clock.instant());
        try (var warehouse = new WarehouseSimulator(3, 20, 50);
                Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("en"));
                Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, Look.in("en"))) {
            connect(ada.open("/settings/warehouse"), warehouse);
            for (String format : PlantedOrders.FORMATS) upload(ola, format, planted.file(format));
            assertThat(verdicts(planted)).isEqualTo(expected(planted));
            settle(ola);
            Set<String> released = settled(planted);
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(arrived(warehouse)).isEqualTo(released));
            assertThat(warehouse.kept().keySet().stream().filter(key -> key.startsWith(channel + ":")))
                    .as("each of them once")
                    .hasSize(released.size());
        }
    }

    private static void connect(Page page, WarehouseSimulator warehouse) {
        page.getByLabel("Signed webhook").check();
        page.fill("input[name=url]", warehouse.address().toString());
        page.fill("input[name=secret]", WarehouseSimulator.SECRET);
        button(page, "Save");
        assertThat(page.getByText("Saved.")).isVisible();
    }

    /** Among the canonical ones is a line nobody can read: it is kept and stops none of the others. */
    private void upload(Visitor ola, String format, byte[] file) {
        boolean canonical = format.equals("canonical");
        byte[] sent = canonical ? (new String(file, UTF_8) + "\n{\"channel\": oops}").getBytes(UTF_8) : file;
        Page page = ola.open("/imports");
        page.setInputFiles("input[type=file]", new FilePayload(format + ".txt", "text/plain", sent));
        page.fill("input[name=channel]", channel);
        button(page, "Import");
        page.waitForURL(url -> url.matches(".*/imports/\\d+"));
        assertThat(page.locator("#import-progress")).containsText("Done", PATIENTLY);
        assertThat(page.locator("#import-progress")).containsText(Pattern.compile("New\\s+100\\b"));
        assertThat(page.locator("#import-progress"))
                .containsText(Pattern.compile("Unreadable\\s+" + (canonical ? 1 : 0) + "\\b"));
    }

    private static Map<String, String> expected(PlantedOrders planted) {
        var expected = new TreeMap<String, String>();
        planted.planted.forEach(
                (id, fault) -> expected.put(id, fault == null ? "RELEASED []" : "HELD [" + fault + "]"));
        return expected;
    }

    private Map<String, String> verdicts(PlantedOrders planted) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> planted.planted.keySet().stream()
                        .noneMatch(id -> order(id).state() == State.PENDING));
        var verdicts = new TreeMap<String, String>();
        for (String id : planted.planted.keySet()) {
            verdicts.put(id, order(id).state() + " " + order(id).reasons());
        }
        return verdicts;
    }

    private ControlledOrder order(String id) {
        return orders.find(new OrderKey(channel, id))
                .flatMap(stored -> control.find(stored.id()))
                .orElseThrow(() -> new AssertionError("order " + id + " was not taken in"));
    }

    /** Ten orders, each held for another reason, from all formats, settled in all the ways there are. */
    private void settle(Visitor ola) {
        correct(open(ola, "csv", ReasonCode.POSTAL_CODE_INVALID, "?edit=delivery"), "postalCode", "61-736");
        correct(open(ola, "shopify", ReasonCode.ADDRESS_INCOMPLETE, "?edit=delivery"), "street", "Solna 4/2");
        open(ola, "woocommerce", ReasonCode.EMAIL_INVALID, "")
                .locator(".finding__actions form[action$='/fields'] button")
                .click();
        becomes("woocommerce", ReasonCode.EMAIL_INVALID, State.RELEASED);
        open(ola, "allegro", ReasonCode.COMMENT_RELEVANT, "").keyboard().press("a");
        becomes("allegro", ReasonCode.COMMENT_RELEVANT, State.RELEASED);
        open(ola, "canonical", ReasonCode.FOREIGN_ORDER, "").keyboard().press("a");
        becomes("canonical", ReasonCode.FOREIGN_ORDER, State.RELEASED);
        ask(open(ola, "shopify", ReasonCode.PHONE_INVALID, "?edit=release"), "reason", "reached by mail");
        ask(open(ola, "csv", ReasonCode.PAYMENT_FORM_UNKNOWN, "?edit=release"), "reason", "a voucher");
        ask(open(ola, "allegro", ReasonCode.QUANTITY_ANOMALY, "?edit=release"), "reason", "a wedding");
        ask(open(ola, "woocommerce", ReasonCode.TOTAL_MISMATCH, "?edit=cancel"), "reason", "ordered anew");
        Page page = open(ola, "canonical", ReasonCode.NEW_CUSTOMER_HIGH_VALUE, "?edit=hand");
        page.selectOption("select[name=to]", "queue:foreign");
        ask(page, "note", "please call her");
    }

    private Page open(Visitor ola, String format, ReasonCode fault, String ask) {
        return ola.open("/orders/" + order(PlantedOrders.id(format, fault)).id() + ask);
    }

    private static void correct(Page page, String field, String value) {
        page.fill("[name='f:delivery.address." + field + "']", value);
        page.locator("#section-delivery form button").first().click();
        assertThat(page.locator("h1")).containsText("Released");
    }

    private static void ask(Page page, String field, String text) {
        page.fill("form.asking [name=" + field + "]", text);
        page.locator("form.asking button").first().click();
        assertThat(page.locator("form.asking")).hasCount(0);
    }

    private void becomes(String format, ReasonCode fault, State state) {
        await().untilAsserted(() ->
                assertThat(order(PlantedOrders.id(format, fault)).state()).isEqualTo(state));
    }

    /** Of the ten, one was cancelled and one only changed hands. */
    private Set<String> settled(PlantedOrders planted) {
        Map<ReasonCode, String> formats = Map.of(
                ReasonCode.POSTAL_CODE_INVALID, "csv",
                ReasonCode.ADDRESS_INCOMPLETE, "shopify",
                ReasonCode.EMAIL_INVALID, "woocommerce",
                ReasonCode.COMMENT_RELEVANT, "allegro",
                ReasonCode.FOREIGN_ORDER, "canonical",
                ReasonCode.PHONE_INVALID, "shopify",
                ReasonCode.PAYMENT_FORM_UNKNOWN, "csv",
                ReasonCode.QUANTITY_ANOMALY, "allegro");
        formats.forEach((fault, format) -> becomes(format, fault, State.RELEASED));
        becomes("woocommerce", ReasonCode.TOTAL_MISMATCH, State.CANCELLED);
        becomes("canonical", ReasonCode.NEW_CUSTOMER_HIGH_VALUE, State.HELD);
        assertThat(order(PlantedOrders.id("canonical", ReasonCode.NEW_CUSTOMER_HIGH_VALUE))
                        .queue())
                .isEqualTo("foreign");
        Set<String> released = new TreeSet<>();
        planted.planted.forEach((id, fault) -> {
            if (fault == null) released.add(id);
        });
        formats.forEach((fault, format) -> released.add(PlantedOrders.id(format, fault)));
        return released;
    }

    private Set<String> arrived(WarehouseSimulator warehouse) {
        return warehouse.kept().keySet().stream()
                .filter(key -> key.startsWith(channel + ":"))
                .map(key -> List.of(key.split(":", -1)).get(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
