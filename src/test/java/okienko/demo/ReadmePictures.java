package okienko.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.demo.DemoOrders.Demo;
import okienko.ordercontrol.ControlledOrders;
import okienko.orders.CanonicalJson;
import okienko.orders.Incoming;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Takes the pictures of the README anew, of a working day of the demo shop: {@code bin/pictures}. */
@OfficeTest
class ReadmePictures {

    private static final Path PICTURES = Path.of("docs/images");
    private static final Look SCREEN = new Look("en", false, 1280, 860);
    private static final int HOURS = 9;
    private static final int IMPORTED = 1_200;

    /** Three things are wrong with it, and one of them can be mended with a key. */
    private static final String ORDER = """
            {"channel":"demo-web","externalId":"WEB-200417","number":"WEB-200417","placedAt":"%s","currency":"PLN",
             "buyer":{"name":"Katarzyna Wróblewska","email":"k.wroblewska@gmial.com","phone":"+48600700800",
                      "address":{"name":"Katarzyna Wróblewska","street":"Długa 14/3","postalCode":"31-15","city":"Kraków","country":"PL"}},
             "delivery":{"method":"Kurier DPD","service":"DPD_COURIER","phone":"+48600700800",
                      "address":{"name":"Katarzyna Wróblewska","street":"Długa 14/3","postalCode":"31-15","city":"Kraków","country":"PL"}},
             "payment":{"form":"ONLINE","channelForm":"blik","paid":"157.00"},
             "lines":[{"sku":"DEMO-1004","name":"Czajnik ceramiczny 0,8 l","quantity":1,"unitPrice":"119.00"},
                      {"sku":"DEMO-1025","name":"Zaparzacz do herbaty","quantity":1,"unitPrice":"19.90"}],
             "deliveryCost":"18.10","total":"157.00","comment":"Poproszę fakturę na firmę, NIP 5260001246."}""";

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    Orders orders;

    @Autowired
    ControlledOrders controlled;

    @Test
    void boardOrderAndImport() {
        DemoDay day = new DemoDay(office);
        List<Demo> all = day.orders().toList();
        clock.advance(Duration.ofHours(-HOURS));
        for (int hour = 0; hour < HOURS; hour++) {
            day.pour(all.subList(all.size() * hour / HOURS, all.size() * (hour + 1) / HOURS));
            day.sequels();
            clock.advance(Duration.ofHours(1));
        }
        OrderId held = held();
        day.quiet();
        try (Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, SCREEN)) {
            picture(ola.open("/"), "board");
            Page order = ola.open("/orders/" + held);
            assertThat(order.locator(".claim__who--mine")).isVisible();
            assertThat(order.locator("#customer-part")).isVisible();
            picture(order, "order");
            picture(imported(ola), "import");
        }
    }

    private OrderId held() {
        byte[] raw =
                ORDER.formatted(clock.instant().minus(Duration.ofMinutes(12))).getBytes(UTF_8);
        Order order = CanonicalJson.read(CanonicalJson.parse(raw));
        return orders.receive(List.of(new Incoming(order, orders.keep("api", "canonical", raw), true)))
                .getFirst()
                .id();
    }

    /** A file with two lines that are no orders. */
    private Page imported(Visitor ola) {
        String file = new DemoOrders(100_000)
                .day(IMPORTED, clock.instant(), Duration.ofHours(10))
                .map(demo -> CanonicalJson.write(demo.order()).replace("\"demo-", "\"shop-"))
                .collect(joining("\n"));
        String spoilt = file.replaceFirst("\"total\":\"([0-9]+)\\.", "\"total\":\"$1,")
                + "\n{\"channel\":\"shop-web\",\"externalId\":\"WEB-1012";
        Page page = ola.open("/imports");
        page.setInputFiles("input[type=file]", new FilePayload("orders.ndjson", "text/plain", spoilt.getBytes(UTF_8)));
        page.fill("input[name=channel]", "shop-web");
        page.locator("form[action='/imports'] button.button--primary").click();
        page.waitForURL(url -> url.matches(".*/imports/\\d+"));
        assertThat(page.locator("#import-progress")).containsText("Done");
        return page;
    }

    private static void picture(Page page, String name) {
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
