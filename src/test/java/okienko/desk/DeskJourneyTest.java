package okienko.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.Role;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.rules.Saving;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.vocabulary.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A consultant's day at the desk. */
@OfficeTest
class DeskJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Orders orders;

    @Autowired
    ControlledOrders controlled;

    @Autowired
    RuleBook rules;

    @Autowired
    Clock clock;

    private HeldOrders held;

    @BeforeEach
    void ownChannel() {
        held = new HeldOrders(orders, controlled, clock, world);
    }

    private Visitor ola(Look look) {
        return browser.signedIn(world.ola(), World.PASSWORD, look);
    }

    @Test
    void twoKeysSettleAnOrderAndBringTheNext() {
        List<OrderId> ids = held.many(4);
        try (Visitor ola = ola(Look.in("pl"))) {
            Page page = ola.open("/orders/" + ids.getFirst() + "?list=channel%3D" + held.channel);
            assertThat(page.locator(".claim__who--mine")).isVisible();
            page.keyboard().press("1");
            assertThat(page.locator("h1")).containsText("Zwolnione");
            assertThat(page.locator(".toast--done")).containsText("zwolnione");
            assertThat(held.state(ids.getFirst())).isEqualTo(State.RELEASED);
            page.keyboard().press("n");
            page.waitForURL(Pattern.compile("/orders/" + ids.get(1) + "\\b.*"));
            assertThat(page.locator(".claim__who--mine")).isVisible();
            page.keyboard().press("a");
            assertThat(page.locator("h1")).containsText("Zwolnione");
        }
    }

    @Test
    void aStaleWriteIsRefusedShowsWhatChangedAndKeepsWhatWasTyped() {
        OrderId id = held.withComment();
        try (Visitor ola = ola(Look.in("en"));
                Visitor marek = browser.signedIn(world.marek(), World.PASSWORD, Look.in("en"))) {
            Page hers = ola.open("/orders/" + id + "?edit=delivery");
            hers.fill("[name='f:delivery.address.city']", "Gniezno");
            // Marek takes it over and corrects the street meanwhile
            Page his = marek.open("/orders/" + id);
            his.locator(".claim details summary").click();
            his.fill(".claim input[name=reason]", "Ola is at lunch");
            his.locator(".claim form button").last().click();
            assertThat(his.locator(".claim__who--mine")).isVisible();
            his.navigate("/orders/" + id + "?edit=delivery");
            his.fill("[name='f:delivery.address.street']", "Solna 5");
            his.locator("#section-delivery form button").first().click();
            assertThat(his.locator("#section-delivery")).containsText("Solna 5");
            his.locator(".claim form button").first().click();
            his.waitForURL("**/orders?state=HELD");
            ola.expect("409");
            hers.locator("#section-delivery form button").first().click();
            assertThat(hers.locator(".notice--warning")).containsText("Solna 5");
            assertThat(hers.locator(".notice--warning")).containsText("Marek");
            assertThat(hers.locator("[name='f:delivery.address.city']")).hasValue("Gniezno");
            ola.audit();
            hers.locator("#section-delivery form button").first().click();
            assertThat(hers.locator("#section-delivery")).containsText("Gniezno");
            assertThat(hers.locator("#section-delivery")).containsText("Solna 5");
        }
    }

    @Test
    void exactlyOneOfTwoConsultantsHasAnOrder() {
        OrderId id = held.withComment();
        try (Visitor ola = ola(Look.in("en"));
                Visitor ewa = browser.signedIn(world.agent("ewa", Role.CONSULTANT), World.PASSWORD, Look.in("en"))) {
            assertThat(ola.open("/orders/" + id).locator(".claim__who--mine")).isVisible();
            Page hers = ewa.open("/orders/" + id);
            assertThat(hers.locator(".claim__who--taken")).containsText("Ola");
            ewa.expect("409");
            hers.keyboard().press("a");
            assertThat(hers.locator(".toast--problem", new Page.LocatorOptions().setHasText("Ola")))
                    .isVisible();
            assertThat(held.state(id)).isEqualTo(State.HELD);
        }
    }

    @Test
    void manyAreSettledAtOnceAfterAPreview() {
        held.many(6);
        try (Visitor ola = ola(Look.in("en"))) {
            Page page = ola.open("/orders?state=HELD&channel=" + held.channel);
            page.keyboard().press("j");
            page.keyboard().press("x");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("[data-selected-count]")).hasText("2");
            page.locator("[data-bulk-bar] button[value=RELEASE]").click();
            assertThat(page.locator("h1")).hasText("Release");
            ola.audit();
            ola.screenshot("desk-bulk");
            page.fill("[name=text]", "All confirmed by phone");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice--done")).containsText("2 orders");
            ola.audit();
        }
    }

    @Test
    void anOwnRuleShowsWhatItSawAndWhy() {
        Rule rule = Rule.own(
                        world.unique("large"),
                        new Rule.Wording(Texts.of("en", "Large"), Texts.of("en", "Call them"), Texts.NONE),
                        Rule.Written.cel("order.total > pln(100) && order.payment.form == \"ONLINE\""))
                .set(held.channel, new RuleSet.Setting(RuleSet.Mode.ON, Map.of()));
        rules.save(rules.current().with(rule), Saving.change("test", "", false));
        OrderId id = held.withoutFault();
        try (Visitor ola = ola(Look.in("en"))) {
            Locator finding = ola.open("/orders/" + id).locator(".finding");
            assertThat(finding).containsText("Call them");
            assertThat(finding).containsText("online payment");
            finding.locator("summary").click();
            assertThat(finding).containsText("total PLN 129.98 > PLN 100.00 → true");
            ola.audit();
        } finally {
            rules.save(rules.current().without(rule.reason()), Saving.change("test", "", false));
        }
    }

    @Test
    void theListIsSortedByItsHeadingsAndAViewKeepsThat() {
        List<OrderId> ids = held.many(3);
        try (Visitor ola = ola(Look.in("en"))) {
            Page page = ola.open("/orders?state=HELD&channel=" + held.channel);
            Locator heading = page.locator("#sort-NUMBER");
            Locator column = page.locator("th", new Page.LocatorOptions().setHas(heading));
            heading.press("Enter");
            assertThat(column).hasAttribute("aria-sort", "ascending");
            assertThat(heading).isFocused();
            heading.press("Enter");
            assertThat(column).hasAttribute("aria-sort", "descending");
            assertThat(page).hasURL(Pattern.compile(".*sort=-number.*"));
            assertThat(page.locator("[data-row]").first()).hasAttribute("id", "order-" + ids.getLast());
            ola.audit();
            page.click("summary:has-text('Save this view')");
            page.fill("input[name=name]", held.channel);
            page.keyboard().press("Enter");
            assertThat(page.locator(".toast--done")).containsText(held.channel);
            ola.open("/orders").click("a.chip:has-text('" + held.channel + "')");
            assertThat(page.locator("#sort-NUMBER")).isVisible();
            assertThat(page.locator("[data-row]").first()).hasAttribute("id", "order-" + ids.getLast());
        }
    }

    @Test
    void everyScreenIsFitForEveryone() {
        OrderId id = held.many(8).get(1);
        for (Look look : List.of(
                Look.in("pl"),
                Look.in("bg").dark(),
                Look.in("ru").narrow(),
                Look.in("en").dark())) {
            String name = look.language() + (look.isDark() ? "-dark" : "") + (look.width() < 500 ? "-narrow" : "");
            try (Visitor ola = ola(look)) {
                shown(ola, "/", "desk-board-" + name);
                shown(ola, "/?period=week", "desk-week-" + name);
                shown(ola, "/orders?state=HELD&channel=" + held.channel, "desk-list-" + name);
                shown(ola, "/orders?q=nobody-at-all", "desk-none-" + name);
                shown(ola, "/orders/" + id, "desk-order-" + name);
                shown(ola, "/orders/" + id + "?edit=delivery", "desk-edit-" + name);
                shown(ola, "/orders/" + id + "?edit=lines", "desk-lines-" + name);
                shown(ola, "/orders/" + id + "?edit=release", "desk-release-" + name);
                shown(ola, "/orders/" + id + "/revisions", "desk-revisions-" + name);
                shown(ola, "/orders/" + id + "/evaluations", "desk-trace-" + name);
            }
        }
    }

    private static void shown(Visitor visitor, String path, String name) {
        Page page = visitor.open(path);
        page.waitForLoadState();
        page.waitForTimeout(400);
        visitor.screenshot(name);
        assertThat(page.content()).doesNotContain("⟦");
        visitor.audit();
        visitor.fits();
    }
}
