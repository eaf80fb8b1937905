package okienko.ui.styleguide;

import static org.assertj.core.api.Assertions.assertThat;

import okienko.OfficeTest;
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

    @ParameterizedTest
    @CsvSource({"en,false,false", "pl,true,false", "bg,false,true", "ru,true,true"})
    void everyComponentIsAccessible(String language, boolean dark, boolean narrow) {
        Look look = Look.in(language);
        look = dark ? look.dark() : look;
        look = narrow ? look.narrow() : look;
        try (Visitor visitor = browser.visitor(look)) {
            visitor.open("/styleguide");
            visitor.fits();
            visitor.audit();
            visitor.screenshot("styleguide-" + language + (dark ? "-dark" : "") + (narrow ? "-narrow" : ""));
        }
    }

    @Test
    void theKeyboardMovesThroughAListAndSelects() {
        try (Visitor visitor = browser.visitor()) {
            var page = visitor.open("/styleguide");
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("[data-cursor]").getAttribute("id")).isEqualTo("row-ALG-77120");
            assertThat(page.locator("[data-selected-count]").textContent()).isEqualTo("1");
            page.keyboard().press("Escape");
        }
    }

    @Test
    void whatWasTypedSurvivesAReload() {
        try (Visitor visitor = browser.visitor()) {
            var page = visitor.open("/styleguide");
            page.fill("[data-draft=styleguide]", "call her after five");
            page.reload();
            assertThat(page.inputValue("[data-draft=styleguide]")).isEqualTo("call her after five");
        }
    }
}
