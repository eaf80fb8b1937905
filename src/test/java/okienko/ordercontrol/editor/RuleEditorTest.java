package okienko.ordercontrol.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.rules.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OfficeTest
class RuleEditorTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    MockMvcTester browser;

    private TestShop shop;
    private int found;
    private Reason.Custom large;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
        found = rules.current().version();
        large = new Reason.Custom(world.unique("large").toLowerCase(Locale.ROOT));
    }

    @AfterEach
    void bringBackWhatWasFound() {
        rules.bringBack(found, "test", "", false);
    }

    private MvcTestResult post(String role, String path, Map<String, String> form) {
        var request = browser.post().uri(path).with(csrf()).with(user("boss").roles(role));
        form.forEach(request::param);
        return request.exchange();
    }

    /** An order of this shop above 100 PLN is held. */
    private Map<String, String> largeOrder() {
        Map<String, String> form = new HashMap<>(Map.of(
                "version", Integer.toString(rules.current().version()),
                "name", large.rule(),
                "title.en", "Large order",
                "message.en", "Worth {order.total}: call the buyer",
                "everywhere.mode", "on",
                "condition.kind", "FORM",
                "c.n", "2",
                "c.join", "ALL"));
        form.putAll(Map.of("c.0.field", "order.total", "c.0.operator", "MORE", "c.0.value", "100 PLN"));
        form.putAll(Map.of("c.1.field", "order.channel", "c.1.operator", "IS", "c.1.value", shop.channel));
        return form;
    }

    @Test
    void aRuleWrittenInTheFormHoldsOrdersInItsOwnWords() {
        assertThat(post("MANAGER", "/settings/rules/new", largeOrder()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/settings/rules/" + large.name());
        ControlledOrder held = shop.send(shop.cleanOrder());
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.reasons()).isEqualTo(List.of(large));
        Finding finding = shop.hold(held.id(), large).finding();
        assertThat(FindingWords.sentence(finding, Locale.ENGLISH))
                .startsWith("Worth PLN")
                .endsWith("call the buyer");
        String small = shop.cleanOrder().replace("129.98", "29.99").replace("59.99", "19.99");
        assertThat(shop.send(small.replace("\"quantity\":2", "\"quantity\":1")).state())
                .isEqualTo(State.RELEASED);
        Rule rule = rules.current().find(large).orElseThrow();
        assertThat(Objects.requireNonNull(rule.condition()).form()).contains("order.total", "MORE", "100 PLN");
        assertThat(browser.get()
                        .uri("/settings/rules/" + large.name() + "/edit")
                        .with(user("boss").roles("MANAGER")))
                .hasStatusOk()
                .bodyText()
                .contains("100 PLN", "Large order")
                .doesNotContain("⟦");
    }

    @Test
    void whatIsWrongIsShownAgainWithWhatWasTyped() {
        Map<String, String> form = largeOrder();
        form.put("c.0.value", "a lot");
        assertThat(post("MANAGER", "/settings/rules/new", form))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("a lot", "is not an amount with its currency", "Large order");
        assertThat(rules.current().version()).isEqualTo(found);
    }

    @Test
    void withoutScriptsAButtonGivesThePageAgainWithAnotherRow() {
        Map<String, String> form = largeOrder();
        form.put("act", "row c");
        assertThat(post("MANAGER", "/settings/rules/editor/draft", form))
                .hasStatusOk()
                .bodyText()
                .contains("c.2.field", "100 PLN", "Large order", "</html>");
        assertThat(rules.current().version()).isEqualTo(found);
    }

    @Test
    void theRulesPageSaysWhatItAsks() {
        post("MANAGER", "/settings/rules/new", largeOrder());
        assertThat(browser.get()
                        .uri("/settings/rules/" + large.name())
                        .with(user("boss").roles("MANAGER")))
                .bodyText()
                .contains("order.total &gt; money(", "call the buyer");
    }

    @Test
    void aNameIsTakenOnce() {
        post("MANAGER", "/settings/rules/new", largeOrder());
        assertThat(post("MANAGER", "/settings/rules/new", largeOrder()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is a rule of this name already");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsNotOverwrittenUnseen() {
        Map<String, String> form = largeOrder();
        form.put("version", Integer.toString(found - 1));
        assertThat(post("MANAGER", "/settings/rules/new", form))
                .hasStatusOk()
                .bodyText()
                .contains("Large order");
        assertThat(rules.current().find(large)).isEmpty();
    }

    @Test
    void aCheckIsToldWhenItAppliesAndKeepsHowItIsSet() {
        Rule before = rules.current().rule(ReasonCode.UNPAID);
        Map<String, String> form = new HashMap<>(Map.of(
                "version", Integer.toString(found),
                "condition.kind", "CEL",
                "condition.text", "order.total > pln(50)",
                "releases.by.MANAGER", "true",
                "releases.lapsesAfter.amount", "3",
                "releases.lapsesAfter.unit", "d"));
        assertThat(post("MANAGER", "/settings/rules/UNPAID/edit", form)).hasStatus3xxRedirection();
        Rule after = rules.current().rule(ReasonCode.UNPAID);
        assertThat(after.condition()).isEqualTo(Rule.Written.cel("order.total > pln(50)"));
        assertThat(after.channels()).isEqualTo(before.channels());
        assertThat(after.releases().lapsesAfter()).hasDays(3);
    }

    @Test
    void aRuleIsDeletedAndAConsultantWritesNone() {
        post("MANAGER", "/settings/rules/new", largeOrder());
        assertThat(post("CONSULTANT", "/settings/rules/" + large.name() + "/deletion", Map.of()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("CONSULTANT", "/settings/rules/new", largeOrder())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("MANAGER", "/settings/rules/" + large.name() + "/deletion", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(rules.current().find(large)).isEmpty();
        assertThat(post("MANAGER", "/settings/rules/UNPAID/deletion", Map.of())).hasStatus(HttpStatus.NOT_FOUND);
    }
}
