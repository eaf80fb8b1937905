package okienko.ordercontrol.backtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.TestShop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@OfficeTest
class BackTestJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    DataSource database;

    @Test
    void aManagerTriesARuleOnPastOrdersBeforeSavingIt() {
        TestShop shop = TestShop.open(world.channel(), office);
        ControlledOrder held = shop.send(shop.cleanOrder().replace("61-736", "61-7"));
        try (Visitor marek = browser.signedIn(world.marek(), World.PASSWORD, Look.in("en"))) {
            Page page = marek.open("/settings/rules/POSTAL_CODE_INVALID");
            page.getByLabel("off", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try on past orders"))
                    .click();
            assertThat(page.getByText("Show the result")).isVisible();
            page.reload(); // the result is there for whoever comes back
            marek.audit();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("No longer held"))
                    .click();
            assertThat(page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(held.number()).setExact(true)))
                    .hasAttribute("href", "/orders/" + held.id().value());
            page.getByLabel("Orders of").selectOption(shop.channel);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run the back-test"))
                    .click();
            assertThat(page.getByText("Show the result")).isVisible();
            marek.screenshot("backtest-en");
            marek.open("/settings/backtests");
            marek.audit();
            marek.screenshot("backtests-en");
        }
    }

    @Test
    void aBackTestThatTakesTooLongIsCancelled() throws SQLException {
        TestShop shop = TestShop.open(world.channel(), office);
        shop.send(shop.cleanOrder());
        try (Visitor marek = browser.signedIn(world.marek(), World.PASSWORD, Look.in("en"));
                Connection other = database.getConnection()) {
            Page page = marek.open("/settings/rules/POSTAL_CODE_INVALID");
            page.getByLabel("off", new Page.GetByLabelOptions().setExact(true)).check();
            other.setAutoCommit(false);
            try (Statement keptAway = other.createStatement()) {
                keptAway.execute("lock table ordercontrol.evaluations in access exclusive mode");
            }
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try on past orders"))
                    .click();
            assertThat(page.locator("progress, [role='progressbar']").first()).isVisible();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel"))
                    .click();
            other.rollback();
            assertThat(page.locator("#backtest-progress")).containsText("cancelled");
            marek.audit();
        }
    }

    @Test
    void theReportIsReadOnATelephoneInTheDark() {
        try (Visitor marek = browser.signedIn(
                world.marek(), World.PASSWORD, Look.in("pl").narrow().dark())) {
            Page page = marek.open("/settings/rules/report?days=7");
            assertThat(page.locator("h1")).hasText("Ile warte są reguły");
            marek.audit();
            marek.screenshot("rule-report-pl");
        }
    }
}
