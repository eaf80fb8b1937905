package okienko.connections;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class ConnectionsJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Orders orders;

    @Autowired
    Connections connections;

    @AfterEach
    void leaveTheShopsAlone() {
        connections.all().stream()
                .filter(connection -> connection.pausedAt() == null)
                .forEach(connection -> connections.pause(connection, "test"));
    }

    @Test
    void anAdministratorConnectsAShopAndSaysWhatItsPaymentMeans() {
        String channel = world.channel();
        try (var shop = new WooCommerceStub();
                Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("pl"))) {
            shop.place(
                    new StubShop.Placed("1001", Instant.EPOCH.plusSeconds(1_790_000_000L), false, false, "xyz-9", ""));
            Page page = ada.open("/settings/connections");
            ada.audit();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("WooCommerce"))
                    .click();
            ada.audit();
            fill(page, channel, shop, "cs_wrong");
            assertThat(page.getByText("Sklep odrzuca dane dostępowe")).isVisible();
            fill(page, channel, shop, "cs_secret");
            assertThat(page.getByText("Podłączono.")).isVisible();
            var key = new OrderKey(channel, "1001");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> orders.find(key).isPresent());
            page.reload();
            ada.audit();
            ada.screenshot("connection-pl");
            page.getByLabel("xyz-9").selectOption("TRANSFER");
            page.locator("form[action$=meanings] button").click();
            assertThat(page.getByText("Czekające zamówienia są odczytywane ponownie"))
                    .isVisible();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() ->
                            orders.find(key).orElseThrow().order().payment().form() == PaymentForm.TRANSFER);
            ada.open("/settings/connections");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(channel)))
                    .isVisible();
            ada.audit();
            ada.screenshot("connections-pl");
        }
    }

    @Test
    void aManagerSeesHowItIsDoingOnANarrowDarkScreenAndPausesIt() {
        String channel = world.channel();
        try (var shop = new WooCommerceStub();
                Visitor marek = browser.signedIn(
                        world.marek(), World.PASSWORD, Look.in("pl").dark().narrow())) {
            long id = connect(channel, shop);
            Page page = marek.open("/settings/connections/" + id);
            assertThat(page.locator("body")).not().containsText("Dostęp do sklepu");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Wstrzymaj"))
                    .click();
            assertThat(page.getByText("Wstrzymano:")).isVisible();
            marek.audit();
            marek.fits();
            marek.screenshot("connection-narrow-dark-pl");
            marek.open("/settings/connections");
            marek.audit();
            marek.fits();
        }
    }

    @Test
    void theStatesOfAShopAreChosenByNameAndAWrongOneIsSaidOnANarrowDarkScreen() {
        try (var shop = new PrestaShopStub();
                Visitor ada = browser.signedIn(
                        world.ada(), World.PASSWORD, Look.in("pl").dark().narrow())) {
            Page page = ada.open("/settings/connections/new?platform=prestashop");
            page.fill("input[name=channel]", world.channel());
            page.fill("input[name=address]", shop.address());
            String key = shop.credentials().getOrDefault("key", "");
            page.fill("input[name=credential-key]", key);
            page.check("input[name=tell-STATE]");
            page.locator("form[action='/settings/connections'] button").click();
            assertThat(page.getByText("Bez statusu nie da się powiadomić sklepu."))
                    .isVisible();
            ada.audit();
            ada.fits();
            ada.screenshot("connection-states-narrow-dark-pl");
            page.fill("input[name=credential-key]", key);
            page.fill("input[name=credential-heldState]", "Wstrzymne");
            page.locator("form[action='/settings/connections'] button").click();
            assertThat(page.getByText("W sklepie nie ma statusu „Wstrzymne” – Płatność zaakceptowana"))
                    .isVisible();
            page.fill("input[name=credential-key]", key);
            page.fill("input[name=credential-heldState]", "Oczekiwanie na decyzję");
            page.locator("form[action='/settings/connections'] button").click();
            assertThat(page.getByText("Podłączono.")).isVisible();
            ada.open("/settings/connections/new?platform=amazon");
            assertThat(page.getByText("https://sellingpartnerapi-eu.amazon.com"))
                    .isVisible();
            ada.audit();
            ada.fits();
            ada.screenshot("connection-amazon-narrow-dark-pl");
        }
    }

    @Test
    void whatAShopCallsOutIsTakenOnlyWithItsSignature() throws Exception {
        String channel = world.channel();
        try (var shop = new WooCommerceStub()) {
            long id = connect(channel, shop);
            shop.place("1042", Instant.EPOCH.plusSeconds(1_790_000_000L), true);
            Hook hook = shop.hook("1042");
            org.assertj.core.api.Assertions.assertThat(call(id, Map.of(), hook.body()))
                    .isEqualTo(401);
            org.assertj.core.api.Assertions.assertThat(call(id, Map.of(), "webhook_id=7".getBytes(UTF_8)))
                    .as("WooCommerce tries the address when a webhook is saved")
                    .isEqualTo(200);
            org.assertj.core.api.Assertions.assertThat(call(999_999_999, hook.headers(), hook.body()))
                    .isEqualTo(404);
            org.assertj.core.api.Assertions.assertThat(call(id, hook.headers(), hook.body()))
                    .isEqualTo(200);
            var key = new OrderKey(channel, "1042");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> orders.find(key).isPresent());
        }
    }

    private int call(long id, Map<String, String> headers, byte[] body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(browser.address() + "/hooks/" + id))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private long connect(String channel, StubShop shop) {
        return Joined.to(connections, channel, shop, Instant.EPOCH.plusSeconds(1_780_000_000L), Duration.ofSeconds(5));
    }

    private static void fill(Page page, String channel, StubShop shop, String secret) {
        page.fill("input[name=channel]", channel);
        page.fill("input[name=address]", shop.address());
        page.fill("input[name=credential-consumerKey]", "ck_okienko");
        page.fill("input[name=credential-consumerSecret]", secret);
        page.fill("input[name=importFrom]", "2026-01-01");
        page.fill("input[name=interval]", "5");
        page.locator("form[action='/settings/connections'] button").click();
    }
}
