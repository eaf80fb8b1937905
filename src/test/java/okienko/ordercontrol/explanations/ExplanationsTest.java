package okienko.ordercontrol.explanations;

import static okienko.ordercontrol.ReasonCode.EMAIL_INVALID;
import static okienko.ordercontrol.ReasonCode.POSTAL_CODE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.ShopOfItsOwn;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.evaluations.Evaluations;
import okienko.ordercontrol.explanations.Why.Part;
import okienko.ordercontrol.judge.Heard.Outcome;
import okienko.ordercontrol.rules.Saving;
import okienko.ui.Words;
import okienko.vocabulary.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a rule found is explained by what control saw then, in the reader's words. */
@OfficeTest
class ExplanationsTest extends ShopOfItsOwn {

    @Autowired
    TestClock clock;

    @Autowired
    OrderControl control;

    @Autowired
    Explanations explanations;

    @Autowired
    Evaluations evaluations;

    private Reason.Custom own;

    @BeforeEach
    void nameTheRule() {
        own = new Reason.Custom(world.unique("why"));
    }

    @Test
    void eachPartOfAnOwnRuleIsToldWithItsValue() {
        rule("order.total > pln(100) && order.payment.form in [\"ONLINE\", \"TRANSFER\"]");
        ControlledOrder held = shop.send(shop.cleanOrder());
        Why why = Objects.requireNonNull(why(held, Locale.ENGLISH).get(own));
        assertThat(why.rulesVersion()).isEqualTo(rules.current().version());
        assertThat(told(why))
                .containsExactly(
                        "all of these → true",
                        "total PLN 129.98 > PLN 100.00 → true",
                        "form of payment online payment in [online payment, bank transfer] → true");
        assertThat(told(Objects.requireNonNull(why(held, Locale.of("pl")).get(own))))
                .contains("suma 129,98 zł > 100,00 zł → prawda");
    }

    @Test
    void whatHappenedSinceDoesNotChangeTheExplanation() {
        rule("hoursSince(order.placedAt) < 5");
        ControlledOrder held = shop.send(shop.cleanOrder());
        clock.advance(Duration.ofDays(1));
        assertThat(told(Objects.requireNonNull(why(held, Locale.ENGLISH).get(own))))
                .containsExactly("hoursSince(order.placedAt) = 0 < 5 → true", "hoursSince(order.placedAt) → 0");
    }

    @Test
    void aRuleThatIsChangedLaterIsExplainedAsItWas() {
        rule("order.pieces == 2");
        ControlledOrder held = shop.send(shop.cleanOrder());
        rule("order.pieces == 7");
        assertThat(told(Objects.requireNonNull(why(held, Locale.ENGLISH).get(own))))
                .containsExactly("pieces in all 2 == 2 → true");
    }

    @Test
    void whenABuiltInCheckAppliesIsExplainedToo() {
        Rule check = rules.current()
                .rule(EMAIL_INVALID)
                .when(Rule.Written.cel("order.channel == \"" + shop.channel + "\" || order.pieces > 1"));
        rules.save(rules.current().with(check), Saving.change("test", "", false));
        ControlledOrder held = shop.send(shop.cleanOrder().replace("@example.com", "@gmial.com"));
        assertThat(told(Objects.requireNonNull(why(held, Locale.ENGLISH).get(EMAIL_INVALID))))
                .startsWith("one of these → true");
    }

    @Test
    void whatCannotBeDecidedYetSaysWhatItNeeds() {
        rule("payment.received > pln(1000)");
        ControlledOrder waiting = shop.send(shop.cleanOrder().replace(",\"paid\":\"129.98\"", ""));
        assertThat(told(Objects.requireNonNull(why(waiting, Locale.ENGLISH).get(own))))
                .startsWith("received not known yet > PLN 1,000.00 → not known yet");
        assertThat(FindingWords.sentence(shop.hold(waiting.id(), own).finding(), Locale.ENGLISH))
                .contains("missing: received.");
    }

    @Test
    void aCheckWithoutAConditionNeedsNone() {
        ControlledOrder held = shop.send(shop.cleanOrder().replace("61-736", "61-7"));
        assertThat(why(held, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aRuleThatFoundNothingTellsWhyNotEvenOfAReleasedOrder() {
        rule("order.total > pln(1000)");
        ControlledOrder released = shop.send(shop.cleanOrder());
        assertThat(released.state()).isEqualTo(ControlledOrder.State.RELEASED);
        Trace.Line line = line(trace(released), own);
        assertThat(line.heard().outcome()).isEqualTo(Outcome.NOTHING);
        List<String> told = new ArrayList<>();
        tell(Objects.requireNonNull(line.condition()), told);
        assertThat(told).containsExactly("total PLN 129.98 > PLN 1,000.00 → false");
    }

    @Test
    void everyRuleIsInTheTraceWithWhatAskingItCameTo() {
        Rule check = rules.current().rule(EMAIL_INVALID).when(Rule.Written.cel("order.pieces > 100"));
        rules.save(rules.current().with(check), Saving.change("test", "", false));
        ControlledOrder held = shop.send(
                shop.cleanOrder().replace("@example.com", "@gmial.com").replace("61-736", "61-7"));
        Trace trace = trace(held);
        assertThat(trace.lines().stream().map(line -> line.heard().rule().reason()))
                .containsAll(Checks.ALL.stream().map(Check::reason).toList());
        assertThat(line(trace, EMAIL_INVALID).heard().outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(line(trace, POSTAL_CODE_INVALID).heard().findings()).hasSize(1);
        assertThat(trace.of(Outcome.FOUND).stream()
                        .map(each -> each.heard().rule().reason()))
                .isEqualTo(held.reasons());
    }

    private Trace trace(ControlledOrder order) {
        return explanations
                .trace(order.id(), evaluations.of(order.id()).getFirst().id(), Words.in(Locale.ENGLISH))
                .orElseThrow();
    }

    private static Trace.Line line(Trace trace, Reason reason) {
        return trace.lines().stream()
                .filter(line -> line.heard().rule().reason().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private void rule(String condition) {
        Rule rule = Rule.own(
                        own.rule(),
                        new Rule.Wording(Texts.of("en", "Large"), Texts.of("en", "Look at it"), Texts.NONE),
                        Rule.Written.cel(condition))
                .set(shop.channel, new Setting(Mode.ON, Map.of()));
        rules.save(rules.current().with(rule), Saving.change("test", "", false));
    }

    private Map<Reason, Why> why(ControlledOrder order, Locale locale) {
        List<Finding> findings = control.holds(order.id()).stream()
                .filter(hold -> hold.state() == Hold.State.OPEN)
                .map(Hold::finding)
                .toList();
        Map<Reason, Why> byReason = new HashMap<>();
        explanations
                .of(order.id(), findings, Words.in(locale))
                .forEach((finding, why) -> byReason.put(finding.reason(), why));
        return byReason;
    }

    private static List<String> told(Why why) {
        List<String> lines = new ArrayList<>();
        tell(why.condition(), lines);
        return lines;
    }

    private static void tell(Part part, List<String> lines) {
        lines.add(part.sentence().replace('\u00a0', ' ')); // as money is written
        part.parts().forEach(inner -> tell(inner, lines));
    }
}
