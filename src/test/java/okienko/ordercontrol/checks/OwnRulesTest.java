package okienko.ordercontrol.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order.PaymentForm;
import okienko.vocabulary.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules a shop writes itself, and conditions on when a check applies. */
class OwnRulesTest {

    private static final Setting ON = new Setting(Mode.ON, Map.of());

    private final Sample order = new Sample();

    @Test
    void a_condition_that_is_true_holds_in_the_rules_words_with_the_values_it_read() {
        Finding held = judged(own("order.total > pln(100)")).holds().getFirst();
        assertThat(held.reason()).isEqualTo(new Reason.Custom("mine"));
        assertThat(held.evidence()).containsEntry("order.total", Sample.zloty("110.00"));
        assertThat(held.fields()).containsExactly("total");
        assertThat(held.telling()).isNotNull();
    }

    @Test
    void one_that_is_false_or_attached_to_no_channel_does_not() {
        assertThat(judged(own("order.total > pln(1000)")).verdict()).isEqualTo(Verdict.RELEASED);
        assertThat(judged(own("order.total > pln(100)").set(RuleSet.ANY_CHANNEL, null))
                        .verdict())
                .isEqualTo(Verdict.RELEASED);
    }

    @Test
    void in_shadow_it_only_watches() {
        Judgement judgement = judged(own("order.total > pln(100)").everywhere(new Setting(Mode.SHADOW, Map.of())));
        assertThat(judgement.verdict()).isEqualTo(Verdict.RELEASED);
        assertThat(judgement.shadows()).hasSize(1);
    }

    @Test
    void one_that_clears_by_itself_waits_until_its_deadline() {
        Judgement judgement = judged(with(own("order.total > pln(100)"), Duration.ofHours(2), Rule.Validity.ALWAYS));
        assertThat(judgement.verdict()).isEqualTo(Verdict.WAITING);
        assertThat(judgement.deadline()).isEqualTo(order.placedAt.plus(Duration.ofHours(2)));
    }

    @Test
    void outside_of_its_days_it_is_off() {
        LocalDate tomorrow = LocalDate.of(2026, 11, 24);
        Rule christmas = with(own("order.total > pln(100)"), null, new Rule.Validity(tomorrow, null));
        assertThat(judged(christmas).verdict()).isEqualTo(Verdict.RELEASED);
        order.now = Sample.NOW.plus(Duration.ofDays(1));
        assertThat(judged(christmas).verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void one_that_cannot_be_decided_yet_waits_with_what_keeps_the_order_anyway() {
        order.paid = null;
        Judgement judgement = judged(own("payment.received > pln(10000)"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.WAITING);
        assertThat(reasons(judgement)).containsExactly(ReasonCode.UNPAID, new Reason.Custom("mine"));
        assertThat(judgement.holds().getLast().evidence()).containsEntry("needs", List.of("payment.received"));
    }

    @Test
    void one_that_cannot_be_decided_and_nothing_else_keeps_the_order_is_for_a_person() {
        order.paid = null;
        order.form = PaymentForm.CASH_ON_DELIVERY;
        Judgement judgement = judged(own("payment.received > pln(10000)"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.HELD);
        assertThat(judgement.holds().getLast().variant()).isEqualTo(Finding.Telling.UNDECIDED);
        assertThat(judged(own("order.payment.prepaid && payment.received > pln(10000)"))
                        .verdict())
                .as("what decides it without the fact")
                .isEqualTo(Verdict.RELEASED);
    }

    @Test
    void one_that_breaks_or_is_no_longer_understood_holds_with_rule_error() {
        assertThat(reasons(judged(own("order.pieces / (order.pieces - order.pieces) > 1"))))
                .containsExactly(ReasonCode.RULE_ERROR);
        Judgement refused = judged(own("order.somethingOfOld == 1"));
        assertThat(reasons(refused)).containsExactly(ReasonCode.RULE_ERROR);
        assertThat(refused.holds().getFirst().evidence()).containsEntry("check", "CUSTOM:mine");
    }

    @Test
    void a_check_looks_only_where_it_applies_and_where_that_is_not_known() {
        order.comment = "proszę o fakturę";
        Rule check = Rule.of(ReasonCode.COMMENT_RELEVANT);
        assertThat(judged(check.when(Rule.Written.cel("order.total > pln(1000)")))
                        .verdict())
                .isEqualTo(Verdict.RELEASED);
        assertThat(judged(check.when(Rule.Written.cel("order.total > pln(100)")))
                        .verdict())
                .isEqualTo(Verdict.HELD);
        Judgement unsure = judged(check.when(Rule.Written.cel("stock.short")));
        assertThat(unsure.verdict()).isEqualTo(Verdict.HELD);
        assertThat(unsure.holds().getFirst().evidence()).containsEntry("needs", List.of("stock.short"));
        order.comment = "";
        assertThat(judged(check.when(Rule.Written.cel("stock.short"))).verdict())
                .isEqualTo(Verdict.RELEASED);
    }

    @Test
    void the_gravest_comes_first() {
        order.comment = "proszę o fakturę";
        Rule grave = own("order.total > pln(100)");
        grave = new Rule(
                grave.reason(),
                grave.wording(),
                grave.condition(),
                Rule.Severity.HIGH,
                "payments",
                null,
                grave.channels(),
                grave.validity(),
                grave.releases());
        RuleSet rules = RuleSet.DEFAULTS.with(grave);
        assertThat(reasons(Judge.judge(order.order(), order.facts(), rules)))
                .containsExactly(grave.reason(), ReasonCode.COMMENT_RELEVANT);
        assertThat(Judge.queue(rules, grave.reason())).isEqualTo("payments");
    }

    private static Rule own(String condition) {
        return Rule.own(
                        "mine",
                        new Rule.Wording(Texts.of("en", "Mine"), Texts.of("en", "Look at {order.total}"), Texts.NONE),
                        Rule.Written.cel(condition))
                .set(RuleSet.ANY_CHANNEL, ON);
    }

    private static Rule with(Rule rule, @Nullable Duration clears, Rule.Validity validity) {
        return new Rule(
                rule.reason(),
                rule.wording(),
                rule.condition(),
                rule.severity(),
                null,
                clears,
                rule.channels(),
                validity,
                rule.releases());
    }

    private Judgement judged(Rule rule) {
        return Judge.judge(order.order(), order.facts(), RuleSet.DEFAULTS.with(rule));
    }

    private static List<Reason> reasons(Judgement judgement) {
        return judgement.holds().stream().map(Finding::reason).toList();
    }
}
