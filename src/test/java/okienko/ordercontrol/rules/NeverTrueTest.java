package okienko.ordercontrol.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.TestShop;
import okienko.vocabulary.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OfficeTest
class NeverTrueTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    NeverTrue never;

    @Autowired
    MockMvcTester browser;

    private int found;

    @BeforeEach
    void enoughOrders() {
        found = rules.current().version();
        TestShop shop = TestShop.open(world.channel(), office);
        shop.deliver(Stream.generate(shop::cleanOrder)
                        .limit(NeverTrue.ENOUGH_ORDERS)
                        .toList())
                .forEach(shop::settled);
    }

    @AfterEach
    void bringBackWhatWasFound() {
        rules.bringBack(found, "test", "", false);
    }

    private Rule own(String condition, Mode mode) {
        return Rule.own(
                        world.unique("never").toLowerCase(Locale.ROOT),
                        new Rule.Wording(Texts.of("en", "Never"), Texts.of("en", "Look"), Texts.NONE),
                        Rule.Written.cel(condition))
                .set(RuleSet.ANY_CHANNEL, new Setting(mode, Map.of()));
    }

    @Test
    void aConditionThatWasTrueOfNoOrderIsFound() {
        Rule always = own("order.total > pln(0)", Mode.SHADOW);
        Rule impossible = own("order.total < pln(0)", Mode.SHADOW);
        RuleSet candidate = rules.current().with(always).with(impossible);
        assertThat(never.find(candidate)).contains(impossible.reason()).doesNotContain(always.reason());
    }

    @Test
    void theListAndTheRulesPageWarnOfIt() throws InterruptedException {
        Reason impossible = save(own("order.total < pln(0)", Mode.SHADOW));
        for (int i = 0; i < 200 && !never.among(rules.current()).contains(impossible); i++) Thread.sleep(50);
        assertThat(page("/settings/rules")).contains("true of no order");
        assertThat(page("/settings/rules/" + impossible.name())).contains("true of none of the orders");
    }

    @Test
    void oneThatIsAttachedToNoChannelIsWarnedOfToo() {
        Reason off = save(own("order.total > pln(0)", Mode.OFF));
        assertThat(page("/settings/rules/" + off.name())).contains("attached to no channel");
    }

    private Reason save(Rule rule) {
        rules.save(rules.current().with(rule), Saving.change("test", "", false));
        return rule.reason();
    }

    private String page(String path) {
        var answer = browser.get().uri(path).with(user("boss").roles("MANAGER")).exchange();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
