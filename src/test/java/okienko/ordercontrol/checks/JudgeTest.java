package okienko.ordercontrol.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order.Line;
import okienko.orders.Order.PaymentForm;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {

    /** What may stand in a field that nobody checked. */
    private static final List<String> STRANGE = List.of(
            "",
            " ",
            "x",
            "Ż",
            "0",
            "-1",
            "???",
            "王伟",
            "a@b",
            "@",
            "600700800",
            "😀",
            "5250001009",
            "PL",
            "NL",
            "{",
            "DE",
            "\u0000",
            "ul. 3 Maja",
            "60-166",
            "'; drop",
            "POZ08A",
            "..@..",
            "a".repeat(700),
            "+",
            "&#99999999;");

    private static final int RANDOM_ORDERS = 3_000;

    private final Sample order = new Sample();

    @Test
    void an_order_nothing_is_wrong_with_is_released() {
        assertThat(order.judged().holds()).isEmpty();
        assertThat(order.judged().verdict()).isEqualTo(Verdict.RELEASED);
    }

    @Test
    void every_reason_but_unreadable_and_rule_error_has_one_check() {
        List<ReasonCode> reasons = Checks.ALL.stream().map(Check::reason).toList();
        assertThat(reasons).doesNotHaveDuplicates().hasSize(ReasonCode.values().length - 2);
        assertThat(Checks.queue(ReasonCode.UNREADABLE)).isEqualTo("technical");
        assertThat(Checks.queue(ReasonCode.UNPAID)).isEqualTo("payments");
    }

    @Test
    void a_check_that_throws_holds_the_order_and_the_others_still_look() {
        Check broken = Check.on(ReasonCode.UNPAID, "payments", (o, f, s) -> {
            throw new IllegalStateException("broken");
        });
        Judgement judgement = judge(List.of(broken, finds(ReasonCode.UNDERPAID, null)));
        assertThat(judgement.verdict()).isEqualTo(Verdict.HELD);
        assertThat(judgement.holds())
                .extracting(Finding::reason)
                .containsExactly(ReasonCode.RULE_ERROR, ReasonCode.UNDERPAID);
        assertThat(judgement.holds().getFirst().evidence()).containsEntry("check", "UNPAID");
    }

    @Test
    void a_parameter_that_cannot_be_read_holds_too() {
        RuleSet rules = RuleSet.DEFAULTS.with(Rule.of(ReasonCode.UNPAID)
                .set(RuleSet.ANY_CHANNEL, new Setting(Mode.ON, Map.of("onlineWithin", "soon"))));
        order.paid = null;
        assertThat(Judge.judge(order.order(), order.facts(), rules).holds())
                .extracting(Finding::reason)
                .contains(ReasonCode.RULE_ERROR);
    }

    @Test
    void only_holds_that_may_all_clear_wait_and_until_the_first_of_them() {
        Instant soon = Sample.NOW.plusSeconds(60);
        Instant later = Sample.NOW.plusSeconds(120);
        Judgement waiting = judge(List.of(finds(ReasonCode.UNPAID, later), finds(ReasonCode.STOCK_SHORTAGE, soon)));
        assertThat(waiting.verdict()).isEqualTo(Verdict.WAITING);
        assertThat(waiting.deadline()).isEqualTo(soon);
        assertThat(judge(List.of(finds(ReasonCode.UNPAID, later), finds(ReasonCode.OVERPAID, null)))
                        .verdict())
                .isEqualTo(Verdict.HELD);
        assertThat(judge(List.of(finds(ReasonCode.UNPAID, Sample.NOW))).verdict())
                .isEqualTo(Verdict.HELD);
    }

    @Test
    void modes_hold_watch_or_sleep_channel_by_channel() {
        order.comment = "proszę o fakturę";
        assertThat(judged(Mode.ON, "web").verdict()).isEqualTo(Verdict.HELD);
        Judgement shadow = judged(Mode.SHADOW, "web");
        assertThat(shadow.verdict()).isEqualTo(Verdict.RELEASED);
        assertThat(shadow.shadows()).hasSize(1);
        assertThat(judged(Mode.OFF, "web").shadows()).isEmpty();
        assertThat(judged(Mode.OFF, "allegro").verdict()).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatever_an_order_holds_the_judge_answers_and_answers_the_same() {
        Random random = new Random(42);
        for (int i = 0; i < RANDOM_ORDERS; i++) {
            Sample wild = wild(random);
            Judgement first = wild.judged();
            assertThat(first.holds())
                    .as("order %s", wild.order())
                    .noneMatch(hold -> hold.reason() == ReasonCode.RULE_ERROR);
            assertThat(wild.judged()).isEqualTo(first);
            for (Finding hold : first.holds()) {
                assertThat(FindingWords.sentence(hold, Locale.forLanguageTag("pl")))
                        .isNotBlank()
                        .doesNotContain("{code}", "{total}", "{missing}", "plural");
            }
        }
    }

    private static Sample wild(Random random) {
        Sample wild = new Sample();
        String[] picked = new String[12];
        for (int i = 0; i < picked.length; i++) picked[i] = strange(random);
        wild.name = picked[0];
        wild.email = picked[1];
        wild.phone = picked[2];
        wild.street = picked[3];
        wild.postalCode = picked[4];
        wild.city = picked[5];
        wild.country = picked[6];
        wild.taxId = picked[7];
        wild.comment = picked[8];
        wild.point = picked[9];
        wild.method = picked[10];
        wild.service = random.nextBoolean() ? "INPOST_LOCKER" : picked[11];
        PaymentForm[] forms = PaymentForm.values();
        wild.form = forms[random.nextInt(forms.length)];
        wild.toCompany = random.nextBoolean();
        wild.invoice = random.nextBoolean();
        wild.paid = random.nextBoolean() ? null : new Money(random.nextLong(-1_000_000, 10_000_000), "PLN");
        wild.total = new Money(random.nextLong(-1_000, 10_000_000), "PLN");
        wild.lines = lines(random);
        if (random.nextBoolean()) wild.stock = Map.of();
        if (random.nextBoolean()) wild.articles = Map.of();
        return wild;
    }

    private static List<Line> lines(Random random) {
        List<Line> lines = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Money price = new Money(random.nextLong(-5, 100_000), "PLN");
            lines.add(new Line(strange(random), "x", random.nextInt(-2, 40), price));
        }
        return lines;
    }

    private static String strange(Random random) {
        return STRANGE.get(random.nextInt(STRANGE.size()));
    }

    private Judgement judged(Mode mode, String channel) {
        RuleSet rules =
                RuleSet.DEFAULTS.with(Rule.of(ReasonCode.COMMENT_RELEVANT).set(channel, new Setting(mode, Map.of())));
        return Judge.judge(order.order(), order.facts(), rules);
    }

    private Judgement judge(List<Check> checks) {
        return Judge.of(RuleSet.DEFAULTS, checks).judge(order.order(), order.facts());
    }

    private static Check finds(ReasonCode reason, @Nullable Instant clearsBy) {
        Finding finding = new Finding(reason, "x", List.of(), Map.of(), List.of(), clearsBy);
        return Check.on(reason, "orders", (o, f, s) -> List.of(finding));
    }
}
