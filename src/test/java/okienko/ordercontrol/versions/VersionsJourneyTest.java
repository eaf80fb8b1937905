package okienko.ordercontrol.versions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.rulefiles.RuleFile;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.rules.RuleVersion.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules are changed, brought back, taken along and brought. */
@OfficeTest
class VersionsJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    private int found;
    private String channel;

    @BeforeEach
    void change() {
        found = rules.current().version();
        channel = world.channel();
        rules.set(ReasonCode.UNDERPAID, channel, new Setting(Mode.SHADOW, Map.of()), "test", false);
    }

    @AfterEach
    void bringBackWhatWasFound() {
        rules.bringBack(found, "test", "", false);
    }

    private Visitor marek(Look look) {
        return browser.signedIn(world.marek(), World.PASSWORD, look);
    }

    @Test
    void anEarlierVersionIsLookedAtAndBroughtBack() {
        int changed = rules.current().version();
        rules.set(ReasonCode.UNDERPAID, channel, new Setting(Mode.OFF, Map.of()), "test", false);
        try (Visitor marek = marek(Look.in("en"))) {
            Page page = marek.open("/settings/rules");
            page.click("a:has-text('Versions of the rules')");
            marek.audit();
            page.click("a[href='/settings/rules/versions/" + changed + "']");
            assertThat(page.locator("main")).containsText(channel + " – mode: default → shadow");
            assertThat(page.locator("main")).containsText(channel + " – mode: off → shadow");
            marek.audit();
            page.fill("[name=note]", "shadow was better");
            button(page, "Bring it back");
            assertThat(page.locator(".toast--done")).containsText("Version " + changed + " is back");
            assertThat(rules.current().settings(ReasonCode.UNDERPAID).get(channel))
                    .isEqualTo(new Setting(Mode.SHADOW, Map.of()));
            assertThat(page.locator("main")).containsText("shadow was better");
        }
    }

    @Test
    void aFileIsTakenAlongMendedAndBrought() throws Exception {
        try (Visitor marek = marek(Look.in("en"))) {
            Page page = marek.open("/settings/rules/versions");
            Download file = page.waitForDownload(() -> page.click("a:has-text('Download as a file')"));
            String text = Files.readString(file.path());
            assertThat(RuleFile.read(text).rules().rules())
                    .isEqualTo(rules.current().rules());

            String wrong = text + """

                      - rule: CUSTOM:from-git
                        title: {en: From git}
                        message: {en: Look at it}
                        condition: order.totl > pln(1)
                    """;
            page.click("a:has-text('Rules from a file')");
            marek.audit();
            marek.expect("422");
            page.setInputFiles("#rules-file", new FilePayload("shop.yaml", "application/yaml", wrong.getBytes(UTF_8)));
            button(page, "Show what would change");
            int line = (int)
                    wrong.substring(0, wrong.indexOf("order.totl")).lines().count();
            assertThat(page.locator(".notice--problem")).containsText("Line " + line + ", CUSTOM:from-git, condition");
            assertThat(page.locator(".notice--problem")).containsText("order.total");
            marek.audit();
            page.fill("#rules-text", wrong.replace("order.totl", "order.total"));
            button(page, "Show what would change");
            assertThat(page.locator("main")).containsText("From git: a new rule");
            marek.audit();
            button(page, "Use these rules");
            assertThat(page.locator(".toast--done")).containsText("Taken over");
            assertThat(rules.versions(1).getFirst().origin()).isEqualTo(new Origin.Imported("shop.yaml"));
        }
    }

    @Test
    void aRuleSetToBeginFromSaysWhyItHasEachRule() {
        for (Look look : List.of(Look.in("pl"), Look.in("ru").narrow().dark())) {
            try (Visitor marek = marek(look)) {
                Page page = marek.open("/settings/rules/import");
                marek.audit();
                marek.fits();
                page.click("a[href$='starter=small-shop']");
                assertThat(page.locator("#changes ~ ul li").first()).isVisible();
                assertThat(page.content()).doesNotContain("⟦");
                marek.audit();
                marek.fits();
                marek.screenshot("rules-starter-" + look.language());
            }
        }
        try (Visitor marek = marek(Look.in("en"))) {
            Page page = marek.open("/settings/rules/import?starter=small-shop");
            assertThat(page.locator("main"))
                    .containsText("In a small shop more than five of one thing is usually a slip");
            assertThat(page.locator("#changes ~ ul")).not().containsText("W małym sklepie");
            button(page, "Use these rules");
            assertThat(page.locator(".toast--done")).containsText("Taken over");
            assertThat(rules.versions(1).getFirst().origin()).isEqualTo(new Origin.Chosen("small-shop"));
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
