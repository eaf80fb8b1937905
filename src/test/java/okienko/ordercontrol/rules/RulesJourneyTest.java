package okienko.ordercontrol.rules;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.engine.ControlLoop;
import okienko.orders.OrderId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A manager sets checks in the browser. */
@OfficeTest
class RulesJourneyTest {

    private static final String UNDERPAID = "/settings/rules/UNDERPAID";

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    ControlLoop loop;

    @Autowired
    AutowireCapableBeanFactory office;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
        shop.send(shop.cleanOrder());
    }

    @AfterEach
    void allRunsAsBefore() {
        if (!loop.isRunning()) loop.start();
        rules.set(ReasonCode.UNDERPAID, shop.channel, null, "test", false);
    }

    private Visitor marek() {
        return browser.signedIn(world.marek(), World.PASSWORD, Look.in("en"));
    }

    private OrderId underpaid() {
        OrderId id = shop.send(shop.cleanOrder().replace("\"paid\":\"129.98\"", "\"paid\":\"100.00\""))
                .id();
        assertThat(shop.now(id).state()).isEqualTo(State.HELD);
        return id;
    }

    @Test
    void oneChannelGetsAParameterOfItsOwnAndGivesItBack() {
        try (Visitor marek = marek()) {
            Page page = marek.open("/settings/rules");
            marek.audit();
            page.click("a.row-link[href='" + UNDERPAID + "']");
            assertThat(page.locator("h1")).hasText("Paid too little");
            assertThat(page.locator(".page-head")).containsText("Money arrived, but too little");
            marek.audit();
            page.selectOption("#field-channel", shop.channel);
            button(page, "Open");
            assertThat(page.getByText("This channel has no setting of its own")).isVisible();

            marek.expect("422");
            page.fill("[name='p.tolerance']", "a lot");
            button(page, "Save");
            assertThat(page.locator("[name='p.tolerance']")).hasValue("a lot");
            assertThat(page.locator("[name='p.tolerance']")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator(".field--error")).containsText("Write amount and currency");
            marek.audit();
            assertThat(own()).doesNotContainKey(shop.channel);

            page.fill("[name='p.tolerance']", "5.00 PLN");
            choose(page, "shadow");
            button(page, "Save");
            assertThat(page.locator(".toast--done")).containsText("Paid too little is set");
            assertThat(own()).containsEntry(shop.channel, new Setting(Mode.SHADOW, Map.of("tolerance", "5.00 PLN")));
            page.click("a:has-text('" + shop.channel + ": shadow')");
            assertThat(page.locator("[name='p.tolerance']")).hasValue("5.00 PLN");
            button(page, "Remove the exception");
            assertThat(page.locator(".toast--done")).isVisible();
            assertThat(own()).doesNotContainKey(shop.channel);
        }
    }

    @Test
    void aChangeIsForNewOrdersOnlyOrForThoseThatWaitToo() {
        List<OrderId> held = List.of(underpaid(), underpaid(), underpaid());
        try (Visitor marek = marek()) {
            Page page = marek.open(UNDERPAID + "?channel=" + shop.channel);
            choose(page, "off");
            button(page, "Save");
            assertThat(page.locator(".toast--done")).isVisible();
            assertThat(shop.now(held.getFirst()).state()).isEqualTo(State.HELD);
            OrderId free = shop.send(shop.cleanOrder().replace("\"paid\":\"129.98\"", "\"paid\":\"99.00\""))
                    .id();
            assertThat(shop.now(free).state()).isEqualTo(State.RELEASED);

            // while nobody controls, the progress stands still and can be looked at
            loop.stop();
            page.navigate(UNDERPAID + "?channel=" + shop.channel);
            choose(page, "shadow");
            page.getByText("Also 3 waiting and held orders, controlled again now")
                    .click();
            button(page, "Save");
            assertThat(page.locator("#rules-progress")).containsText("0 of 3");
            marek.audit();
            page.reload();
            assertThat(page.locator("#rules-progress")).containsText("0 of 3");
            loop.start();
            assertThat(page.locator("#rules-progress progress")).hasCount(0);
            held.forEach(id -> assertThat(shop.settled(id).state()).isEqualTo(State.RELEASED));
            assertThat(page.locator("main")).containsText("Paid too little, " + shop.channel + " – mode: off → shadow");
        }
    }

    @Test
    void aCheckGoesBackToItsDefaultForAllChannels() {
        try (Visitor marek = marek()) {
            Page page = marek.open("/settings/rules/QUANTITY_ANOMALY");
            String limit = "[name='p.mostPieces']";
            String before = page.inputValue(limit);
            page.fill(limit, "77");
            button(page, "Save");
            assertThat(page.locator("tr:has(a[href='/settings/rules/QUANTITY_ANOMALY'])"))
                    .containsText("set by hand");
            page.navigate("/settings/rules/QUANTITY_ANOMALY");
            assertThat(page.locator(limit)).hasValue("77");
            button(page, "Restore the default");
            assertThat(page.locator(".toast--done")).isVisible();
            page.navigate("/settings/rules/QUANTITY_ANOMALY");
            assertThat(page.locator(limit)).hasValue(before);
        }
    }

    @Test
    void everyScreenIsFitForEveryone() {
        for (Look look : List.of(
                Look.in("pl"),
                Look.in("bg").dark(),
                Look.in("ru").narrow(),
                Look.in("en").dark())) {
            String name = look.language() + (look.isDark() ? "-dark" : "") + (look.width() < 500 ? "-narrow" : "");
            try (Visitor marek = browser.signedIn(world.marek(), World.PASSWORD, look)) {
                shown(marek, "/settings/rules", "rules-" + name);
                shown(marek, "/settings/rules/UNPAID?channel=" + shop.channel, "rule-" + name);
            }
        }
    }

    private static void shown(Visitor visitor, String path, String name) {
        Page page = visitor.open(path);
        visitor.screenshot(name);
        assertThat(page.content()).doesNotContain("⟦");
        visitor.audit();
        visitor.fits();
    }

    private Map<String, Setting> own() {
        return rules.current().settings(ReasonCode.UNDERPAID);
    }

    private static void choose(Page page, String mode) {
        page.locator(".segmented__option", new Page.LocatorOptions().setHasText(mode))
                .click();
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
