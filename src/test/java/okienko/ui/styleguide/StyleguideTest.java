package okienko.ui.styleguide;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class StyleguideTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @ParameterizedTest
    @CsvSource({"en,false,false", "pl,true,false", "bg,false,true", "ru,true,true"})
    void everyComponentIsAccessible(String language, boolean dark, boolean narrow) {
        Look look = Look.in(language);
        look = dark ? look.dark() : look;
        look = narrow ? look.narrow() : look;
        try (Visitor visitor = come(look)) {
            visitor.open("/styleguide");
            visitor.fits();
            visitor.audit();
            visitor.screenshot("styleguide-" + language + (dark ? "-dark" : "") + (narrow ? "-narrow" : ""));
        }
    }

    @Test
    void theKeyboardMovesThroughAListAndSelects() {
        try (Visitor visitor = come(Look.in("en"))) {
            var page = visitor.open("/styleguide");
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("[data-cursor]")).hasId("row-ALG-77120");
            assertThat(page.locator("[data-selected-count]")).hasText("1");
        }
    }

    @Test
    void thePaletteFindsWhatThePageCanDo() {
        try (Visitor visitor = come(Look.in("en"))) {
            var page = visitor.open("/styleguide");
            page.keyboard().press("Control+k");
            page.fill(".palette__input", "hand");
            assertThat(page.locator(".palette__hit").filter(new Locator.FilterOptions().setHasText("Hand over")))
                    .isVisible();
            visitor.audit();
            page.keyboard().press("Escape");
            assertThat(page.locator("#palette")).not().isVisible();
            page.keyboard().press("?");
            assertThat(page.locator("#keys")).isVisible();
            visitor.audit();
        }
    }

    @Test
    void aSampleFormComesBackWithANoticeThatCanBeUndone() {
        try (Visitor visitor = come(Look.in("pl"))) {
            var page = visitor.open("/styleguide");
            page.locator("button[type=reset] + button").click();
            assertThat(page.locator(".toast")).containsText("Zamówienie zwolniono.");
            assertThat(page.locator(".toast button")).hasText("Cofnij");
        }
    }

    @Test
    void darkAndLanguageAreChosenInTheMenuAndStay() {
        try (Visitor visitor = come(Look.in("en"))) {
            var page = visitor.open("/styleguide");
            page.locator(".menu--rail summary").click();
            page.selectOption(".menu--rail [name=theme]", "dark");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            page.locator(".menu--rail summary").click();
            page.selectOption(".menu--rail [name=language]", "bg");
            assertThat(page.locator("html")).hasAttribute("lang", "bg");
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        }
    }

    @Test
    void whatWasTypedSurvivesAReload() {
        try (Visitor visitor = come(Look.in("en"))) {
            var page = visitor.open("/styleguide");
            page.fill("[data-draft=styleguide]", "call her after five");
            page.reload();
            assertThat(page.locator("[data-draft=styleguide]")).hasValue("call her after five");
        }
    }

    private Visitor come(Look look) {
        Visitor visitor = browser.signedIn(world.ola(), World.PASSWORD, look);
        // the first page after signing in is another module's, and not this test's matter
        visitor.expect(browser.address() + "/:0:0");
        return visitor;
    }
}
