package okienko.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way in, as a person walks it. */
@OfficeTest
class SignInJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Test
    void thePageIsFitForEveryoneInEveryLanguage() {
        for (String language : new String[] {"pl", "en", "ru", "bg"}) {
            try (Visitor visitor = browser.visitor(Look.in(language).narrow())) {
                visitor.open("/sign-in");
                visitor.audit();
                visitor.fits();
                assertThat(visitor.page().content()).doesNotContain("⟦");
            }
        }
    }

    @Test
    void signingInBringsANewSessionInACookieNoScriptCanRead() {
        try (Visitor visitor = browser.visitor()) {
            visitor.expect("404"); // the picture of a page that may not exist yet
            visitor.open("/sign-in");
            // what somebody else may have put there must not become the session of whoever signs in
            visitor.page()
                    .context()
                    .addCookies(List.of(new Cookie("okienko", "planted")
                            .setUrl(visitor.page().url())));
            visitor.signIn(world.ola(), World.PASSWORD);
            assertThat(cookie(visitor)).doesNotContain("planted").contains("httpOnly", "LAX");
        }
    }

    @Test
    void aWrongPasswordIsSaidOnThePage() {
        try (Visitor visitor = browser.visitor()) {
            var page = visitor.open("/sign-in");
            page.fill("input[name=username]", world.unique("nobody"));
            page.fill("input[name=password]", "wrong password");
            page.locator("input[name=password]").press("Enter");
            page.waitForURL("**/sign-in?refused");
            assertThat(page.locator("[role=alert]").textContent()).contains("wrong");
            visitor.audit();
        }
    }

    private static String cookie(Visitor visitor) {
        return visitor.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("okienko"))
                .map(cookie -> cookie.value + (cookie.httpOnly ? " httpOnly " : " ") + cookie.sameSite)
                .findFirst()
                .orElseThrow();
    }
}
