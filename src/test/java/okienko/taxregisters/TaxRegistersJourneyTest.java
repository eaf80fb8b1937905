package okienko.taxregisters;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.Audit;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class TaxRegistersJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Connections connections;

    @Autowired
    Audit audit;

    @AfterEach
    void turnOff() {
        for (Register register : Register.values()) connections.choose(register, false, "https://example.com", "");
    }

    @Test
    void anAdministratorTurnsViesOnWithTheShopsOwnNumber() {
        try (var stub = new RegistersStub();
                Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("pl"))) {
            Page page = ada.open("/settings/tax-registers");
            ada.audit();
            assertThat(page.getByText("Pozostało dzisiaj")).isVisible();
            Locator vies = page.locator("section[aria-labelledby=VIES]");
            vies.getByLabel("Tak").check();
            vies.locator("input[name=address]").fill(stub.address());
            vies.locator("input[name=ownNumber]").fill("525");
            save(vies);
            assertThat(page.getByText("To nie jest numer VAT-UE")).isVisible();
            vies.locator("input[name=ownNumber]").fill("PL 526-025-02-74");
            save(vies);
            assertThat(page.getByText("Zapisano. Numery są sprawdzane")).isVisible();
            assertThat(vies.locator("input[name=ownNumber]")).hasValue("PL5260250274");
            ada.audit();
            ada.screenshot("tax-registers-pl");
            assertThat(audit.actions()).contains("taxregisters.register");
        }
    }

    @Test
    void thePageFitsANarrowDarkScreen() {
        try (Visitor ada = browser.signedIn(
                world.ada(), World.PASSWORD, Look.in("ru").narrow().dark())) {
            ada.open("/settings/tax-registers");
            ada.fits();
            ada.audit();
        }
    }

    private static void save(Locator section) {
        section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Zapisz"))
                .click();
    }
}
