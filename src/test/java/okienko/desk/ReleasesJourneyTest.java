package okienko.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.Role;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.OwnRule;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Who may let an order go, with whose second pair of eyes, and how far that goes. */
@OfficeTest
class ReleasesJourneyTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    private TestShop shop;
    private int before;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
        before = rules.current().version();
    }

    @AfterEach
    void bringBackTheRules() {
        rules.bringBack(before, "test", "", false);
    }

    private Visitor signedIn(String login, Look look) {
        return browser.signedIn(login, World.PASSWORD, look);
    }

    @Test
    void aColleaguesSecondPairOfEyesLetsALargeOrderGo() {
        OwnRule.LARGE.fourEyesAbove("120.00").in(rules, shop.channel, world.unique("eyes"));
        OrderId id = shop.send(shop.cleanOrder()).id();
        String ola = world.ola();
        try (Visitor marek = signedIn(world.marek(), Look.in("en"));
                Visitor consultant = signedIn(ola, Look.in("pl").narrow())) {
            Page hers = consultant.open("/orders/" + id);
            assertThat(hers.locator("article.finding")).containsText("Musi to potwierdzić druga osoba");
            assertThat(hers.locator(".claim__who--mine")).isVisible();
            hers.keyboard().press("a");
            assertThat(hers.locator(".toast--done")).containsText("Marek");
            assertThat(hers.locator("#proposal-title")).hasText("Potrzebna jest druga para oczu");
            assertThat(hers.locator("section:has(#proposal-title)")).containsText("patrzą dwie osoby");
            assertThat(hers.locator(".claim__who--mine")).isHidden();
            consultant.audit();
            consultant.fits();
            consultant.screenshot("release-proposed");

            Page his = marek.open("/orders/" + id);
            assertThat(his.locator("section:has(#proposal-title)")).containsText("Ola says this is fine");
            marek.audit();
            marek.screenshot("release-to-confirm");
            his.locator("section:has(#proposal-title) button.button--primary").click();
            assertThat(his.locator("h1")).containsText("Released");
            assertThat(his.locator(".timeline")).containsText("confirmed what Ola proposed");
            assertThat(shop.now(id).state()).isEqualTo(State.RELEASED);
        }
    }

    @Test
    void whatIsTurnedDownComesBackWithTheReason() {
        OwnRule.LARGE.fourEyesAbove("120.00").in(rules, shop.channel, world.unique("eyes"));
        OrderId id = shop.send(shop.cleanOrder()).id();
        shop.now(id);
        String ola = world.ola();
        try (Visitor consultant = signedIn(ola, Look.in("en"));
                Visitor marek = signedIn(world.marek(), Look.in("bg"))) {
            Page hers = consultant.open("/orders/" + id);
            assertThat(hers.locator(".claim__who--mine")).isVisible();
            hers.keyboard().press("a");
            assertThat(hers.locator("#proposal-title")).isVisible();
            Page his = marek.open("/orders/" + id + "?edit=reject");
            his.fill("#ask-reason", "the card is blocked");
            marek.audit();
            his.locator("section:has(#proposal-title) button.button--primary").click();
            assertThat(his.locator("#proposal-title")).isHidden();
            assertThat(his.locator(".timeline")).containsText("the card is blocked");
            assertThat(shop.now(id).state()).isEqualTo(State.HELD);
        }
    }

    @Test
    void aReleaseThatNoLongerCoversSaysSo() {
        Reason large = OwnRule.LARGE.upTo("20.00").in(rules, shop.channel, world.unique("scope"));
        String json = shop.cleanOrder().replace("@example.com", "@gmial.com");
        OrderId id = shop.send(json).id();
        shop.act(id, world.ola(), new Action.ResolveReason(large, "phoned"));
        shop.send(json.replace("\"total\":\"129.98\"", "\"total\":\"612.00\""));
        for (String language : new String[] {"en", "pl", "ru", "bg"}) {
            try (Visitor marek = signedIn(world.marek(), Look.in(language))) {
                Page page = marek.open("/orders/" + id);
                Locator again = page.locator("article.finding", new Page.LocatorOptions().setHasText("Ola"));
                assertThat(again).containsText("149");
                assertThat(again).containsText("612");
                assertThat(page.locator(".timeline")).containsText("612");
                assertThat(page.content()).doesNotContain("⟦");
                marek.audit();
                if (language.equals("en")) {
                    assertThat(again).containsText("by Ola up to");
                    page.locator("details.settled summary").first().click();
                    assertThat(page.locator("details.settled")).containsText("up to");
                    marek.screenshot("release-beyond");
                }
            }
        }
    }

    @Test
    void whoMayNotIsToldWhoMayAndCanHandOver() {
        OwnRule.LARGE.releasedBy(Role.MANAGER).in(rules, shop.channel, world.unique("roles"));
        OrderId id = shop.send(shop.cleanOrder()).id();
        world.marek();
        try (Visitor ola = signedIn(world.ola(), Look.in("en"))) {
            Page page = ola.open("/orders/" + id);
            Locator finding = page.locator("article.finding");
            assertThat(finding).containsText("Only a manager or an administrator may settle this");
            assertThat(finding.locator("button[disabled]")).isVisible();
            ola.audit();
            finding.locator("a", new Locator.LocatorOptions().setHasText("Hand over to"))
                    .click();
            assertThat(page.locator("#hand-title")).isVisible();
            page.locator("form:has(#hand-title) button.button--primary").click();
            assertThat(page.locator(".timeline")).containsText("handed over to");
            assertThat(page.locator(".claim__who--mine")).isHidden();
        }
    }
}
