package okienko.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator lets people and programs in; a new colleague chooses a password. */
@OfficeTest
class AdministrationJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Test
    void aNewColleagueIsAddedAndChoosesTheirOwnPassword() {
        String login = world.unique("nowa");
        String password;
        try (Visitor ada = at("/settings/agents", Look.in("en"))) {
            Page page = ada.page();
            page.fill("input[name=name]", "Nowa Osoba");
            page.fill("input[name=login]", login);
            page.locator("form[action='/settings/agents'] button").click();
            password = page.locator("#temporary-password").textContent();
            ada.audit();
            page.reload();
            assertThat(page.locator("#temporary-password").count()).isZero();
        }
        try (Visitor nowa = browser.signedIn(login, password, Look.in("pl").narrow())) {
            Page page = nowa.page();
            assertThat(page.url()).endsWith("/my/password");
            nowa.audit();
            nowa.fits();
            nowa.expect("422");
            nowa.expect("404"); // the front page is another module's
            choose(page, password, "krótkie");
            assertThat(page.locator("[aria-invalid=true]").count()).isEqualTo(1);
            choose(page, password, "trzy zielone czajniki");
            page.waitForURL(url -> !url.contains("/my/password"));
            page = nowa.open("/my/settings");
            nowa.audit();
            page.selectOption("#field-speak", "bg");
            page.locator("form[action='/my/settings'] button").click();
            page.waitForSelector("html[lang=bg]");
        }
    }

    @Test
    void aKeyIsShownOnceAndCanBeRevoked() {
        try (Visitor ada =
                browser.signedIn(world.ada(), World.PASSWORD, Look.in("en").dark())) {
            String name = world.unique("shop");
            Page page = ada.open("/settings/keys");
            page.fill("input[name=name]", name);
            page.locator("input[value='orders:write']").check();
            page.locator("form[action='/settings/keys'] button").click();
            assertThat(page.locator("#made-key").inputValue())
                    .startsWith("okk_")
                    .hasSize(47);
            ada.audit();
            page.reload();
            assertThat(page.locator("#made-key").count()).isZero();
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(name));
            row.locator("summary").click();
            row.locator("form button").click();
            row.locator(".badge--bad").waitFor();
        }
    }

    @Test
    void theTrailShowsWhoDidWhatInEveryLanguage() {
        for (String language : new String[] {"pl", "en", "ru", "bg"}) {
            try (Visitor ada = at("/settings/audit?actor=ada&action=session.started", Look.in(language))) {
                Page page = ada.page();
                assertThat(page.locator("tbody tr").count()).isPositive();
                ada.audit();
                for (String path : new String[] {"/settings/agents", "/settings/keys", "/settings/agents/ada"}) {
                    ada.open(path);
                    ada.audit();
                    assertThat(page.content()).doesNotContain("⟦");
                }
            }
        }
    }

    /** An administrator who asked for a page, signed in, and came to it. */
    private Visitor at(String path, Look look) {
        Visitor ada = browser.visitor(look);
        ada.open(path);
        ada.signIn(world.ada(), World.PASSWORD);
        assertThat(ada.page().url()).endsWith(path);
        return ada;
    }

    private static void choose(Page page, String current, String wanted) {
        page.fill("input[name=current]", current);
        page.fill("input[name=wanted]", wanted);
        page.fill("input[name=again]", wanted);
        page.locator("form[action='/my/password'] button").click();
        page.waitForLoadState();
    }
}
