package okienko.ordercontrol.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.rules.RuleBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@OfficeTest
class RuleAlarmsTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    RuleAlarms alarms;

    @Autowired
    MockMvcTester browser;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
    }

    private BrokenRule broken(Mode mode) {
        return new BrokenRule(world, shop.channel, mode, rules, alarms);
    }

    @Test
    void oneAlarmIsRaisedHoweverManyOrdersARuleBreaksDownOn() {
        try (BrokenRule rule = broken(Mode.ON)) {
            ControlledOrder first = shop.send(shop.cleanOrder());
            assertThat(first.reasons()).containsExactly(ReasonCode.RULE_ERROR);
            shop.send(shop.cleanOrder());
            assertThat(rule.alarm().orders()).isEqualTo(2);
            assertThat(rule.alarm().ringing()).isTrue();
            assertThat(rule.alarm().error()).isEqualTo("DIVISION_BY_ZERO");
            assertThat(alarms.ringing())
                    .filteredOn(alarm -> alarm.rule().equals(rule.reason.name()))
                    .hasSize(1);
        }
    }

    @Test
    void anOrderThatIsControlledAgainCountsOnce() {
        try (BrokenRule rule = broken(Mode.ON)) {
            ControlledOrder order = shop.send(shop.cleanOrder());
            long failures = rule.alarm().failures();
            shop.act(order.id(), "ola", new Action.Recheck());
            assertThat(rule.alarm().orders()).isEqualTo(1);
            assertThat(rule.alarm().failures()).isEqualTo(failures + 1);
            assertThat(rule.alarm().lastAt()).isAfter(rule.alarm().firstAt());
        }
    }

    @Test
    void oneInShadowHoldsNothingAndAlarmsAllTheSame() {
        try (BrokenRule rule = broken(Mode.SHADOW)) {
            assertThat(shop.send(shop.cleanOrder()).state()).isEqualTo(State.RELEASED);
            assertThat(rule.alarm().ringing()).isTrue();
        }
    }

    @Test
    void whatIsAcknowledgedIsSilentUntilItBreaksDownAgain() {
        try (BrokenRule rule = broken(Mode.ON)) {
            shop.send(shop.cleanOrder());
            assertThat(alarms.acknowledge(rule.reason.name(), rule.alarm().failures(), "marek"))
                    .isTrue();
            assertThat(rule.alarm().ringing()).isFalse();
            assertThat(rule.alarm().acknowledgedBy()).isEqualTo("marek");
            assertThat(alarms.acknowledge(rule.reason.name(), rule.alarm().failures(), "ada"))
                    .as("there is nothing new to know")
                    .isFalse();
            assertThat(rule.alarm().acknowledgedBy()).isEqualTo("marek");
            shop.send(shop.cleanOrder());
            assertThat(rule.alarm().ringing()).isTrue();
            assertThat(rule.alarm().acknowledgedBy()).isEqualTo("marek");
        }
    }

    @Test
    void nobodyAcknowledgesWhatTheyHaveNotSeen() {
        try (BrokenRule rule = broken(Mode.ON)) {
            shop.send(shop.cleanOrder());
            long seen = rule.alarm().failures();
            shop.send(shop.cleanOrder());
            assertThat(alarms.acknowledge(rule.reason.name(), seen, "marek")).isTrue();
            assertThat(rule.alarm().ringing()).isTrue();
            assertThat(alarms.acknowledge(rule.reason.name(), rule.alarm().failures() + 1, "marek"))
                    .as("more than there were")
                    .isFalse();
        }
    }

    @Test
    void managersAreAlarmedOnEveryPageAndConsultantsOnNone() {
        try (BrokenRule rule = broken(Mode.ON)) {
            shop.send(shop.cleanOrder());
            String acknowledgement = "/settings/rules/" + rule.reason.name() + "/acknowledgement";
            assertThat(browser.get().uri("/orders").with(user("boss").roles("MANAGER")))
                    .bodyText()
                    .contains(BrokenRule.TITLE, acknowledgement);
            assertThat(browser.get().uri("/orders").with(user("ania").roles("CONSULTANT")))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(acknowledgement);
            assertThat(browser.get().uri("/alarms").with(user("ania").roles("CONSULTANT")))
                    .bodyText()
                    .doesNotContain(acknowledgement);
            assertThat(browser.post()
                            .uri(acknowledgement + "?failures=1")
                            .with(csrf())
                            .with(user("ania").roles("CONSULTANT")))
                    .hasStatus(HttpStatus.FORBIDDEN);
            assertThat(rule.alarm().ringing()).isTrue();
        }
    }
}
