package okienko;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody tries the demo shop in an office of its own, which is killed in the middle and goes on where it was. */
@OfficeTest
class DemoRestartTest {

    private static final int DAY = 5_000;
    private static final String PASSWORD = "seven green kettles";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path data;

    @Autowired
    Browser browser;

    @Test
    void aDaySurvivesTheOfficeBeingKilledAndEveryOrderComesOnce() throws Exception {
        try (var office = start()) {
            try (Visitor admin = signedIn(office)) {
                Page page = open(admin, office, "/");
                page.locator("main a[href='/demo']").click();
                page.locator("form[action='/demo/day'] button").click();
                page.locator("progress").waitFor();
                admin.audit();
                awaitOrders(office, 500);
            }
            office.kill();
        }
        try (var office = start()) {
            awaitOrders(office, DAY);
            assertThat(number(office, "select count(distinct external_id) from orders.customer_orders"))
                    .isEqualTo(number(office, "select count(*) from orders.customer_orders"));
            assertThat(number(office, "select made from demo.progress")).isEqualTo(DAY);
            try (Visitor admin = signedIn(office)) {
                lives(open(admin, office, "/demo"), office);
                admin.audit();
            }
            assertThat(number(office, "select count(*) from orders.customer_orders"))
                    .isZero();
        }
    }

    /** Live for a while, stopped, removed. */
    private static void lives(Page page, OfficeProcess office) throws Exception {
        page.locator("button[name=perMinute][value='600']").click();
        awaitOrders(office, DAY + 10);
        page.locator("button[name=perMinute][value='0']").click();
        page.locator("button[name=perMinute][value='0']").waitFor(hidden());
        long stopped = orders(office);
        Thread.sleep(2_500);
        assertThat(orders(office)).isEqualTo(stopped);
        page.locator("form[action='/demo/removal'] button").click();
        page.locator("main a[href='/demo']").waitFor();
    }

    private static com.microsoft.playwright.Locator.WaitForOptions hidden() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    private OfficeProcess start() throws IOException {
        return OfficeProcess.start(data, Map.of("OKIENKO_ADMIN_PASSWORD", PASSWORD))
                .awaitOpen();
    }

    private Visitor signedIn(OfficeProcess office) {
        Visitor visitor = browser.visitor(Look.in("en"));
        visitor.signIn(address(office), "admin", PASSWORD);
        return visitor;
    }

    private static Page open(Visitor visitor, OfficeProcess office, String path) {
        return visitor.open(address(office) + path);
    }

    private static String address(OfficeProcess office) {
        return "http://127.0.0.1:" + office.port();
    }

    private static void awaitOrders(OfficeProcess office, int many) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (orders(office) < many && System.nanoTime() < end) Thread.sleep(100);
        assertThat(orders(office)).as(office.said()).isGreaterThanOrEqualTo(many);
    }

    /** Orders that came in, those nobody can read included. */
    private static long orders(OfficeProcess office) throws Exception {
        return number(
                office,
                "select (select count(*) from orders.customer_orders) + (select count(*) from shops.unreadable_payloads)");
    }

    private static long number(OfficeProcess office, String query) throws IOException, SQLException {
        try (Connection database = office.database();
                var answer = database.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
