package okienko.connections;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Shopify, calls from a shop, and the alarm of one that fails. */
@OfficeTest
class CallsJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    Connections connections;

    @AfterEach
    void leaveTheShopsAlone() {
        connections.all().stream()
                .filter(connection -> connection.pausedAt() == null)
                .forEach(connection -> connections.pause(connection, "test"));
    }

    @Test
    void anAdministratorConnectsShopifyOnANarrowDarkScreen() {
        String channel = world.channel();
        try (var shop = new ShopifyStub(clock);
                Visitor ada = browser.signedIn(
                        world.ada(), World.PASSWORD, Look.in("pl").dark().narrow())) {
            Page page = ada.open("/settings/connections/new?platform=shopify");
            ada.audit();
            ada.fits();
            ada.screenshot("shopify-new-narrow-dark-pl");
            page.fill("input[name=channel]", channel);
            page.fill("input[name=address]", shop.address());
            page.fill("input[name=credential-clientId]", "okienko");
            page.fill("input[name=credential-clientSecret]", ShopifyStub.SECRET);
            page.fill("input[name=importFrom]", "2020-01-01");
            page.locator("form[action='/settings/connections'] button").click();
            assertThat(page.getByText("read_all_orders, 60 d")).isVisible();
            page.fill("input[name=credential-clientSecret]", ShopifyStub.SECRET);
            page.fill(
                    "input[name=importFrom]",
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                            .minusDays(7)
                            .toString());
            page.locator("form[action='/settings/connections'] button").click();
            assertThat(page.getByText("Podłączono.")).isVisible();
            // http will not do for Shopify's calls
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ustaw powiadomienia"))
                    .click();
            assertThat(page.getByText("Sklep nie wysyła powiadomień")).isVisible();
            ada.audit();
            ada.fits();
            ada.screenshot("shopify-narrow-dark-pl");
        }
    }

    @Test
    void anAdministratorHasTheShopCallTheOffice() {
        String channel = world.channel();
        try (var shop = new WooCommerceStub();
                Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("pl"))) {
            long id = connect(channel, shop);
            Page page = ada.open("/settings/connections/" + id);
            assertThat(page.getByText("Powiadomienia nie docierają")).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ustaw powiadomienia"))
                    .click();
            assertThat(page.getByText("Od teraz sklep wysyła powiadomienia.")).isVisible();
            assertThat(page.getByText("Żadne powiadomienie jeszcze nie nadeszło"))
                    .isVisible();
            assertThat(page.locator(".badge", new Page.LocatorOptions().setHasText("aktywna")))
                    .isVisible();
            Assertions.assertThat(shop.callees()).hasSize(2).allMatch(each -> each.endsWith("/hooks/" + id));
            ada.audit();
            ada.screenshot("connection-calls-pl");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Przestań ich pilnować"))
                    .click();
            assertThat(page.getByText("Biuro nie pilnuje już powiadomień")).isVisible();
        }
    }

    @Test
    void aManagerIsToldOfAShopThatHasFailedForAQuarterOfAnHour() {
        String channel = world.channel();
        // whoever signs in later than it is keeps everybody else of that address out until then: so first, then the
        // clock
        try (var shop = new WooCommerceStub();
                Visitor marek = browser.signedIn(
                        world.marek(), World.PASSWORD, Look.in("pl").dark().narrow())) {
            shop.broken(true);
            long id = connect(channel, shop);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> connections.find(id).orElseThrow().health().failures() > 0);
            clock.advance(Duration.ofMinutes(16));
            Page page = marek.open("/customers");
            var alarm = page.locator("#alarms .notice", new Page.LocatorOptions().setHasText(channel));
            assertThat(alarm).containsText("Żadne zamówienie nie przepadnie");
            marek.audit();
            marek.fits();
            marek.screenshot("connection-alarm-narrow-dark-pl");
            alarm.locator("button").click();
            assertThat(page.locator(".toast--done")).containsText("Odnotowano");
            assertThat(alarm).hasCount(0);
        }
    }

    private long connect(String channel, StubShop shop) {
        return Joined.to(connections, channel, shop, Instant.EPOCH.plusSeconds(1_780_000_000L), Duration.ofSeconds(5));
    }
}
