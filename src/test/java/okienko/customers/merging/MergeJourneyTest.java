package okienko.customers.merging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.customers.Buyer;
import okienko.customers.Customers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class MergeJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Customers customers;

    @Test
    void twoCardsBecomeOneAndTwoAgain() {
        String channel = world.channel();
        long kept = card(channel, 1, "Katarzyna Brzęczyk", channel + "@example.com", "", "525" + digits());
        long gone = card(channel, 2, "Kasia " + channel, "", "600" + digits().substring(1), "701" + digits());
        try (Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, Look.in("pl"))) {
            Page page = ola.open("/customers/" + kept);
            page.keyboard().press("m");
            page.getByLabel("Nazwisko, e-mail").fill("Kasia " + channel);
            page.keyboard().press("Enter");
            var found = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kasia " + channel));
            assertThat(found).isVisible();
            ola.audit();
            found.click();
            assertThat(page.getByText("Każda karta ma inny NIP")).isVisible();
            ola.audit();
            ola.fits();
            ola.screenshot("merging-pl");
            page.getByLabel("Kasia " + channel).check();
            page.getByLabel("Powód").fill("jedna działalność po przekształceniu");
            button(page, "Połącz").click();
            assertThat(page.getByText("Karty są połączone.")).isVisible();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Kasia " + channel);
            ola.open("/customers/" + gone);
            page.waitForURL(url -> url.endsWith("/customers/" + kept));
            assertThat(page.getByText("jedna działalność po przekształceniu")).isVisible();
            ola.audit();
            ola.screenshot("merged-card-pl");
            button(page, "Rozłącz").click();
            assertThat(page.getByText("Karty są znowu osobne.")).isVisible();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Katarzyna Brzęczyk");
        }
    }

    @Test
    void theComparisonIsReadableInTheDarkAndOnATelephone() {
        String channel = world.channel();
        long one = card(channel, 1, "Jan Wilczyński", channel + "@example.com", "", "");
        long two = card(channel, 2, "Janek Wilczyński", "", "600" + digits().substring(1), "");
        try (Visitor ola = browser.signedIn(
                world.ola(), World.PASSWORD, Look.in("pl").narrow().dark())) {
            ola.open("/customers/" + one + "/merging?with=" + two);
            ola.audit();
            ola.fits();
            ola.screenshot("merging-dark-360");
        }
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private long card(String channel, int number, String name, String email, String phone, String taxId) {
        Buyer buyer = new Buyer(channel + ":" + number, name, "", email, phone, "PL", taxId, Instant.now());
        customers.recognise(List.of(buyer));
        return customers.card(channel + ":" + number).orElseThrow().id();
    }

    private static String digits() {
        return Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999));
    }
}
