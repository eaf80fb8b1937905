package okienko.ordercontrol.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.Rule.Written;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order;
import okienko.vocabulary.Texts;
import org.junit.jupiter.api.Test;

/**
 * What rules say they read is what they read: over random orders and facts, whatever else of the facts is exchanged, the
 * answer stays the same. So an order need not be looked at again until something changes that its rules read.
 */
class ReadsTest {

    private static final Set<Source> FACTS = EnumSet.complementOf(EnumSet.of(Source.ORDER));

    private static final List<String> CONDITIONS = List.of(
            "order.total > pln(100)",
            "order.total > eur(40)",
            "payment.count == 0",
            "payment.missing > pln(0)",
            "customer.earlierOrders > 1",
            "customer.recentOrders >= 1",
            "customer.ordersInDays(7) >= 1",
            "stock.short",
            "order.lines.exists(l, l.missing > 0)",
            "!courierAccepts()",
            "hoursSince(order.placedAt) > 10",
            "order.delivery.kind.orValue(\"\") == \"LOCKER\"");

    private final Random random = new Random(11);
    private final RandomSituations situations = new RandomSituations(random);

    @Test
    void aCheckFindsTheSameWhateverElseChanges() {
        EnumSet<ReasonCode> found = EnumSet.noneOf(ReasonCode.class);
        for (int n = 0; n < 3_000; n++) {
            Order order = situations.order();
            Facts facts = situations.facts(order);
            Facts others = situations.facts(order);
            for (Check check : Checks.ALL) {
                var before = check.examine(order, facts, Map.of());
                if (!before.isEmpty()) found.add(check.reason());
                for (Source source : FACTS) {
                    if (check.reads().contains(source)) continue;
                    assertThat(check.examine(order, RandomSituations.exchanged(facts, others, source), Map.of()))
                            .as(check.reason() + " does not say that it reads " + source)
                            .isEqualTo(before);
                }
            }
        }
        // a check that never found anything has shown nothing
        assertThat(found).hasSizeGreaterThan(20);
    }

    @Test
    void whenAnotherVerdictIsPossibleTheOrderIsLookedAtAgain() {
        int others = 0;
        for (int n = 0; n < 4_000; n++) {
            RuleSet rules = rules();
            Order order = situations.order();
            Facts facts = situations.facts(order);
            Judgement before = Judge.judge(order, facts, rules);
            Source source = List.copyOf(FACTS).get(random.nextInt(FACTS.size()));
            Facts after = RandomSituations.exchanged(facts, situations.facts(order), source);
            Judgement now = Judge.judge(order, after, rules);
            boolean same = now.verdict() == before.verdict()
                    && now.holds().equals(before.holds())
                    && now.shadows().equals(before.shadows());
            if (same) continue;
            others++;
            assertThat(before.reads()).as("another verdict by " + source).contains(source);
            if (source == Source.TIME) assertThat(before.lookAgain()).isNotNull();
        }
        assertThat(others).isGreaterThan(300);
    }

    @Test
    void aCheckThatDoesNotApplyReadsNothing() {
        RuleSet rules = only(ReasonCode.UNPAID, "order.total > pln(1000000)");
        Sample sample = new Sample();
        assertThat(Judge.judge(sample.order(), sample.facts(), rules).reads())
                .doesNotContain(Source.PAYMENT, Source.STOCK, Source.CUSTOMER);
    }

    /** Nothing but one check, and that only when a condition is true. */
    private static RuleSet only(ReasonCode reason, String condition) {
        List<Rule> rules = new ArrayList<>();
        for (Check check : Checks.ALL) {
            Rule rule = Rule.of(check.reason());
            rules.add(
                    check.reason() == reason
                            ? rule.when(Written.cel(condition))
                            : rule.everywhere(new Setting(Mode.OFF, Map.of())));
        }
        return new RuleSet(1, rules);
    }

    /** Some checks off, some with a condition, and some rules of the shop's own. */
    private RuleSet rules() {
        List<Rule> rules = new ArrayList<>();
        for (Check check : Checks.ALL) {
            Rule rule = Rule.of(check.reason());
            switch (random.nextInt(4)) {
                case 0 -> rules.add(rule.when(condition()));
                case 1 -> {}
                default -> rules.add(rule.everywhere(new Setting(Mode.OFF, Map.of())));
            }
        }
        Texts text = new Texts(Map.of("en", "Own"));
        for (int i = random.nextInt(3); i > 0; i--) {
            rules.add(Rule.own("own-" + i, new Rule.Wording(text, text, Texts.NONE), condition())
                    .everywhere(new Setting(random.nextBoolean() ? Mode.ON : Mode.SHADOW, Map.of())));
        }
        return new RuleSet(1, rules);
    }

    private Written condition() {
        return Written.cel(CONDITIONS.get(random.nextInt(CONDITIONS.size())));
    }
}
