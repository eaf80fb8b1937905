package okienko.ordercontrol.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.rules.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Somebody who writes no code writes a rule, and dares to switch it on. */
@OfficeTest
class RuleEditorJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    AutowireCapableBeanFactory office;

    private TestShop shop;
    private int found;
    private Reason.Custom large;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
        shop.send(shop.cleanOrder());
        found = rules.current().version();
        large = new Reason.Custom(world.unique("large").toLowerCase(Locale.ROOT));
    }

    @AfterEach
    void bringBackWhatWasFound() {
        rules.bringBack(found, "test", "", false);
    }

    private Visitor marek(Look look) {
        return browser.signedIn(world.marek(), World.PASSWORD, look);
    }

    @Test
    void aRuleIsWrittenWithTheFormTriedWatchedAndSwitchedOn() {
        try (Visitor marek = marek(Look.in("en"))) {
            Page page = marek.open("/settings/rules");
            page.click("a:has-text('Write a rule')");
            page.fill("#c-0-value", "a lot");
            assertThat(page.locator("#c-0-error")).containsText("is not an amount with its currency");
            marek.audit();
            page.fill("#c-0-value", "100 PLN");
            assertThat(page.locator("#condition-check")).containsText("order.total > money(\"100\", \"PLN\")");
            assertThat(page.locator("#c-0-error")).isEmpty();
            addChannel(page);
            marek.screenshot("rule-editor-form");
            name(page);
            button(page, "Save");
            assertThat(page.locator("h1")).hasText("Large order");
            assertThat(shop.send(shop.cleanOrder()).state())
                    .as("a new rule watches at first")
                    .isEqualTo(State.RELEASED);

            page.click("a:has-text('Edit')");
            page.check("[name='everywhere.mode'][value='on']");
            button(page, "Try on past orders");
            page.click("text=Show the result");
            assertThat(page.locator("main")).containsText("Large order – mode: shadow → on");
            assertThat(page.locator("#orders ~ .table-wrap")).containsText(shop.channel);
            marek.audit();
            button(page, "Save these rules");
            assertThat(page.locator(".toast--done")).containsText("Saved");
            ControlledOrder held = shop.send(shop.cleanOrder());
            assertThat(held.reasons()).isEqualTo(List.of(large));
            marek.open("/orders/" + held.id());
            assertThat(page.locator("main")).containsText("call the buyer");
            bringBack(page, found + 1);
            assertThat(shop.send(shop.cleanOrder()).state()).isEqualTo(State.RELEASED);
        }
    }

    @Test
    void aRuleIsWrittenWithTheKeyboardAlone() {
        try (Visitor marek = marek(Look.in("en"))) {
            Page page = marek.open("/settings/rules/new");
            tabTo(page, "#c-0-field");
            page.keyboard().type("pieces in all");
            assertThat(page.locator("#c-0-field")).hasValue("order.pieces");
            assertThat(page.locator(".htmx-added")).hasCount(0);
            tabTo(page, "#c-0-value");
            page.keyboard().type("40");
            nameByKeyboard(page);
            assertThat(page.locator("#condition-check")).containsText("order.pieces");
            tabTo(page, "summary:has-text('What a release covers')");
            page.keyboard().press("Enter");
            tabTo(page, "[name='releases.scope.facts.order.pieces']");
            page.keyboard().press("Space");
            tabTo(page, "#rule-form button:has-text('Save')");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Many pieces");
            assertThat(rules.current()
                            .find(large)
                            .orElseThrow()
                            .releases()
                            .scope()
                            .facts())
                    .containsExactly("order.pieces");
            page.click("a:has-text('Edit')");
            assertThat(page.locator("[name$='facts.order.pieces']")).isChecked();
            page.uncheck("[name='releases.scope.facts.order.pieces']");
            button(page, "Save");
            assertThat(page.locator(".toast--done")).isVisible();
            assertThat(rules.current()
                            .find(large)
                            .orElseThrow()
                            .releases()
                            .scope()
                            .facts())
                    .isEmpty();
        }
    }

    private void nameByKeyboard(Page page) {
        tabTo(page, "[name='name']");
        page.keyboard().type(large.rule());
        tabTo(page, "[name='title.en']");
        page.keyboard().type("Many pieces");
        tabTo(page, "[name='message.en']");
        page.keyboard().type("Ask whether it is meant");
    }

    /** Presses Tab until it is there, as somebody without a mouse does. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 400; i++) {
            page.keyboard().press("Tab");
            if ((boolean) page.locator(selector).first().evaluate("it => it === document.activeElement")) return;
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    @Test
    void anExpertWritesCelAndIsToldWhereItIsWrong() {
        try (Visitor marek = marek(Look.in("en"))) {
            Page page = marek.open("/settings/rules/EMAIL_INVALID/edit");
            page.locator(".segmented__option", new Page.LocatorOptions().setHasText("in CEL"))
                    .click();
            page.fill("#condition-text", "order.totl > pln(100)");
            assertThat(page.locator("#condition-check mark")).hasText("totl");
            assertThat(page.locator("#condition-check")).containsText("order.total");
            marek.audit();
            page.click("summary:has-text('What can be asked')");
            assertThat(page.locator("#condition")).containsText("order.delivery.country");
            marek.audit();
            marek.screenshot("rule-editor-cel");
            page.fill("#condition-text", "order.total > pln(100)");
            assertThat(page.locator("#condition-check mark")).hasCount(0);
            button(page, "Save");
            assertThat(page.locator(".toast--done")).isVisible();
            page.click("a:has-text('When it applies')");
            assertThat(page.locator("#condition-text")).hasValue("order.total > pln(100)");
        }
    }

    @Test
    void fieldsAreFoundByTheirWords() {
        try (Visitor marek = marek(Look.in("pl"))) {
            Page page = marek.open("/settings/rules/new");
            page.fill("#find-field", "kraj dostawy");
            assertThat(page.locator("#c-0-field option[value='order.delivery.country']"))
                    .not()
                    .hasAttribute("hidden", "");
            assertThat(page.locator("#c-0-field option[value='stock.short']")).hasAttribute("hidden", "");
        }
    }

    @Test
    void itIsFitForEveryone() {
        for (Look look : List.of(
                Look.in("pl"),
                Look.in("bg").dark(),
                Look.in("ru").narrow(),
                Look.in("en").dark().narrow())) {
            try (Visitor marek = marek(look)) {
                Page page = marek.open("/settings/rules/new");
                page.locator("[id^='act-group']").first().click();
                assertThat(page.locator("#c-1-0-field")).isVisible();
                marek.screenshot("rule-editor-" + look.language());
                assertThat(page.content()).doesNotContain("⟦");
                marek.audit();
                marek.fits();
            }
        }
    }

    private void addChannel(Page page) {
        button(page, "Add a row");
        assertThat(page.locator("#c-1-field")).isVisible();
        // htmx listens to what it put in some milliseconds later, which no hand could be faster than
        assertThat(page.locator(".htmx-added")).hasCount(0);
        page.selectOption("#c-1-field", "order.channel");
        assertThat(page.locator("#c-1-operator")).hasValue("IS");
        page.fill("#c-1-value", shop.channel);
        assertThat(page.locator("#condition-check")).containsText("&& order.channel == \"" + shop.channel + "\"");
        assertThat(page.locator("#c-0-value")).hasValue("100 PLN");
    }

    private static void bringBack(Page page, int version) {
        page.navigate("/settings/rules/versions/" + version);
        button(page, "Bring it back");
        assertThat(page.locator(".toast--done")).containsText("Version " + version + " is back");
    }

    private void name(Page page) {
        page.fill("[name='name']", large.rule());
        page.fill("[name='title.en']", "Large order");
        page.fill("[name='message.en']", "Worth {order.total}: call the buyer");
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
