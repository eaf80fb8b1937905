package okienko.warehouse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class WarehouseJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Destinations destinations;

    @AfterEach
    void nowhere() {
        destinations.choose(new Destination(Destination.Kind.NONE, "", "", "", FileFormat.JSON, 0, null));
    }

    @Test
    void anAdministratorConnectsAWarehouse() {
        try (var warehouse = new WarehouseSimulator(1, 0, 0);
                Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("pl"))) {
            Page page = ada.open("/settings/warehouse");
            ada.audit();
            page.getByLabel("Podpisany webhook").check();
            page.fill("input[name=url]", "ftp://magazyn"); // the browser itself stops what is no address at all
            page.fill("input[name=secret]", "krótki");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zapisz"))
                    .click();
            assertThat(page.getByText("To nie jest adres internetowy")).isVisible();
            assertThat(page.getByText("co najmniej 16 znaków")).isVisible();
            page.fill("input[name=url]", warehouse.address().toString());
            page.fill("input[name=secret]", WarehouseSimulator.SECRET);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zapisz"))
                    .click();
            assertThat(page.getByText("Zapisano.")).isVisible();
            assertThat(page.locator("input[name=secret]")).hasValue("");
            ada.audit();
            ada.screenshot("warehouse-pl");
        }
    }

    @Test
    void aConsultantMayNot() {
        try (Visitor ola =
                browser.signedIn(world.ola(), World.PASSWORD, Look.in("en").narrow())) {
            ola.expect("403");
            assertThat(ola.open("/settings/warehouse").locator("body")).not().containsText("Shared secret");
        }
    }
}
