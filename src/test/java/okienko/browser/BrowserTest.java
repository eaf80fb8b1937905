package okienko.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okienko.OfficeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The harness itself must be able to fail. */
@OfficeTest
class BrowserTest {

    @Autowired
    Browser browser;

    @Test
    void aFaultInTheConsoleFailsTheJourney() {
        Visitor visitor = browser.visitor();
        visitor.page().evaluate("console.error('broken')");
        assertThatThrownBy(visitor::close).hasMessageContaining("broken");
    }

    @Test
    void anExpectedFaultDoesNot() {
        try (Visitor visitor = browser.visitor()) {
            visitor.expect("409");
            visitor.page().evaluate("console.error('status 409')");
        }
    }

    @Test
    void aPictureWithoutWordsFailsTheAudit() {
        try (Visitor visitor = browser.visitor()) {
            visitor.page()
                    .setContent(
                            "<!doctype html><html lang=en><title>t</title><main><h1>t</h1><img src='data:,'></main>");
            assertThatThrownBy(visitor::audit)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("image-alt");
        }
    }

    @Test
    void aLookSetsLanguageColoursAndWidth() {
        try (Visitor visitor = browser.visitor(Look.in("bg").dark().narrow())) {
            assertThat(visitor.page().evaluate("navigator.language")).isEqualTo("bg");
            assertThat(visitor.page().evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
                    .isEqualTo(true);
            assertThat(visitor.page().evaluate("innerWidth")).isEqualTo(390);
        }
    }
}
