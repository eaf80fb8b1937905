package okienko.ui.errors;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class ErrorsTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Test
    void anAddressThatLeadsNowhereIsSaidInTheReadersLanguage() {
        try (Visitor visitor = browser.signedIn(world.ola(), World.PASSWORD, Look.in("pl"))) {
            visitor.expect("404");
            var page = visitor.page();
            var response = page.navigate("/nowhere");
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.headers()).containsEntry("cache-control", "no-store");
            assertThat(response.headerValue("vary")).contains("Accept-Language");
            assertThat(page.locator("h1")).hasText("Tu nic nie ma");
            visitor.audit();
        }
    }

    @Test
    void aFormWithoutItsTokenIsStaleAndChangesNothing() {
        try (Visitor visitor = browser.signedIn(world.ola(), World.PASSWORD, Look.in("en"))) {
            visitor.expect("403");
            visitor.expect(browser.address() + "/:0:0");
            var page = visitor.open("/styleguide");
            page.evaluate("document.querySelector('main form input[name=_csrf]').value = 'yesterday'");
            page.locator("button[type=reset] + button").click();
            assertThat(page.locator("h1")).hasText("This page had grown too old");
            visitor.audit();
        }
    }
}
