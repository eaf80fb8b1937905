package okienko.ordercontrol.alarms;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.rules.RuleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A rule breaks down while people are at work. */
@OfficeTest
class AlarmJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    RuleAlarms alarms;

    @Autowired
    AutowireCapableBeanFactory office;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
    }

    @Test
    void aManagerIsAlarmedAtOnceSaysSoAndIsAlarmedAgain() {
        try (BrokenRule rule = new BrokenRule(world, shop.channel, Mode.ON, rules, alarms);
                Visitor marek = browser.signedIn(world.marek(), World.PASSWORD, Look.in("en"));
                Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, Look.in("en"))) {
            Page his = marek.open("/customers");
            Page hers = ola.open("/customers");
            assertThat(alarm(his)).hasCount(0);
            shop.send(shop.cleanOrder());
            assertThat(alarm(his)).containsText("1 order affected");
            marek.audit();
            alarm(his).locator("a:has-text('Open the rule')").click();
            assertThat(his.locator("h1")).hasText(BrokenRule.TITLE);
            assertThat(alarm(his)).isVisible();
            alarm(his).locator("button").click();
            assertThat(his.locator(".toast--done")).containsText("comes back");
            assertThat(alarm(his)).hasCount(0);
            assertThat(his).hasURL(Pattern.compile(".*/settings/rules/" + rule.reason.name()));
            his.reload();
            assertThat(his.locator(".notice--warning")).containsText("marek acknowledged it");

            shop.send(shop.cleanOrder());
            assertThat(alarm(his)).containsText("2 orders affected");
            assertThat(alarm(his)).containsText("marek acknowledged it");
            alarm(his).locator("a:has-text('Orders held')").click();
            assertThat(his.locator("[data-row]").first()).isVisible();
            hers.reload();
            assertThat(hers.locator("#alarms")).hasCount(0);
        }
    }

    @Test
    void itIsFitForEveryone() {
        try (BrokenRule rule = new BrokenRule(world, shop.channel, Mode.ON, rules, alarms)) {
            shop.send(shop.cleanOrder());
            for (Look look : List.of(
                    Look.in("pl"),
                    Look.in("bg").dark(),
                    Look.in("ru").narrow(),
                    Look.in("en").dark().narrow())) {
                try (Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, look)) {
                    Page page = ada.open("/settings/rules/" + rule.reason.name());
                    assertThat(alarm(page)).isVisible();
                    ada.screenshot("alarm-" + look.language());
                    assertThat(page.content()).doesNotContain("⟦");
                    ada.audit();
                    ada.fits();
                    page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
                    assertThat(alarm(page)).isInViewport();
                }
            }
        }
    }

    private static Locator alarm(Page page) {
        return page.locator("#alarms .notice", new Page.LocatorOptions().setHasText(BrokenRule.TITLE));
    }
}
