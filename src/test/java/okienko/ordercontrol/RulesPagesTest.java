package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.rules.RuleBook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OfficeTest
class RulesPagesTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    MockMvcTester browser;

    @Autowired
    RuleBook rules;

    private String shop() {
        TestShop shop = TestShop.open(world.channel(), office);
        shop.send(shop.cleanOrder());
        return shop.channel;
    }

    @Test
    void everyCheckIsListedWithItsModeAndOpens() {
        assertThat(browser.get().uri("/settings/rules").with(user("boss").roles("MANAGER")))
                .hasStatusOk()
                .bodyText()
                .contains("UNPAID", "CASH_LIMIT_B2B", "POSTAL_CODE_CITY_MISMATCH")
                .doesNotContain("⟦");
        for (var check : Checks.ALL) {
            assertThat(browser.get()
                            .uri("/settings/rules/" + check.reason())
                            .with(user("boss").roles("MANAGER")))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("⟦");
        }
    }

    @Test
    void aManagerSetsACheckForOneChannelAndTakesItBack() {
        String channel = shop();
        assertThat(browser.post()
                        .uri("/settings/rules/UNPAID")
                        .param("channel", channel)
                        .param("mode", "SHADOW")
                        .param("p.onlineWithin", "2")
                        .param("u.onlineWithin", "h")
                        .param("p.transferWithin", "7")
                        .param("u.transferWithin", "d")
                        .with(csrf())
                        .with(user("boss").roles("MANAGER")))
                .hasStatus3xxRedirection();
        assertThat(rules.current().settings(ReasonCode.UNPAID))
                .containsEntry(channel, new Setting(Mode.SHADOW, Map.of("onlineWithin", "PT2H")));
        assertThat(rules.versions(1).getFirst().agent()).isEqualTo("boss");
        assertThat(browser.post()
                        .uri("/settings/rules/UNPAID/default")
                        .param("channel", channel)
                        .with(csrf())
                        .with(user("boss").roles("MANAGER")))
                .hasStatus3xxRedirection();
        assertThat(rules.current().settings(ReasonCode.UNPAID)).doesNotContainKey(channel);
    }

    @Test
    void whatIsNoAmountIsShownAgainWithWhatIsWrong() {
        String channel = shop();
        assertThat(browser.post()
                        .uri("/settings/rules/UNDERPAID")
                        .param("channel", channel)
                        .param("mode", "ON")
                        .param("p.tolerance", "a lot")
                        .with(csrf())
                        .with(user("boss").roles("MANAGER")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("a lot");
        assertThat(rules.current().settings(ReasonCode.UNDERPAID)).doesNotContainKey(channel);
    }

    @Test
    void aConsultantMayNotSetChecks() {
        assertThat(browser.get().uri("/settings/rules").with(user("ania").roles("CONSULTANT")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }
}
