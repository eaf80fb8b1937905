package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okienko.ordercontrol.conditions.Answer;
import okienko.ordercontrol.conditions.Condition;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.Explanation;
import okienko.ordercontrol.conditions.Explanation.State;
import okienko.ordercontrol.terms.Attribute;
import okienko.orders.Order.Line;
import okienko.stock.Availability;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;

/** What must hold of every condition, whatever it says. */
class ConditionLawsTest {

    private static final int CONDITIONS = 400;

    private final RandomConditions conditions = new RandomConditions(20261125);
    private final Random random = new Random(11);

    @Test
    void whatIsExplainedIsWhatWasAnswered() {
        for (int i = 0; i < CONDITIONS; i++) {
            Condition condition = Conditions.read(conditions.next());
            ConditionCase on = order();
            Answer answer = condition.evaluate(on.situation());
            Explanation explained = condition.explain(on.situation());
            assertThat(condition.evaluate(on.situation())).isEqualTo(answer);
            switch (answer) {
                case Answer.True() ->
                    assertThat(explained.value()).as(condition.text()).isEqualTo(true);
                case Answer.False() ->
                    assertThat(explained.value()).as(condition.text()).isEqualTo(false);
                case Answer.Unknown(var needs) -> {
                    assertThat(explained.state()).as(condition.text()).isEqualTo(State.UNKNOWN);
                    assertThat(needs).as(condition.text()).isNotEmpty();
                }
                case Answer.Failed _ ->
                    assertThat(explained.state()).as(condition.text()).isEqualTo(State.FAILED);
            }
        }
    }

    /** What an answer rests on has been declared: else nobody would ask again when it changes. */
    @Test
    void nothingIsReadThatIsNotDeclared() {
        for (int i = 0; i < CONDITIONS; i++) {
            Condition condition = Conditions.read(conditions.next());
            ConditionCase on = order();
            Set<Attribute> seen = new HashSet<>();
            collect(condition.explain(on.situation()), seen);
            if (condition.evaluate(on.situation()) instanceof Answer.Unknown(var needs)) {
                needs.stream()
                        .filter(needed -> !condition.reads().contains(needed))
                        .forEach(needed -> assertThat(condition.sources())
                                .as(condition.text())
                                .containsAll(needed.sources())); // a function's: the day's rate
            }
            assertThat(condition.reads()).as(condition.text()).containsAll(seen);
        }
    }

    /** Three answers go together as Kleene says; a failure is never overheard but where the answer stood without it. */
    @Test
    void partsGoTogetherAsLogicSays() {
        for (int i = 0; i < CONDITIONS; i++) {
            String one = conditions.next();
            String other = conditions.next();
            ConditionCase on = order();
            Said left = said(one, on);
            Said right = said(other, on);
            assertThat(said("!(" + one + ")", on)).as(one).isEqualTo(left.not());
            assertThat(said("(" + one + ") && (" + other + ")", on))
                    .as(one + " && " + other)
                    .isIn(left.and(right));
            assertThat(said("(" + one + ") || (" + other + ")", on))
                    .as(one + " || " + other)
                    .isIn(left.or(right));
        }
    }

    @Test
    void noConditionTakesLong() {
        Conditions.warmUp();
        ConditionCase big = order();
        for (int i = 0; i < 200; i++) big.lines.add(big.lines.getFirst());
        for (int i = 0; i < CONDITIONS; i++) {
            Condition condition = Conditions.read(conditions.next());
            long start = System.nanoTime();
            condition.evaluate(big.situation());
            assertThat((System.nanoTime() - start) / 1_000_000)
                    .as(condition.text())
                    .isLessThan(1_000);
        }
    }

    private enum Said {
        TRUE,
        FALSE,
        UNKNOWN,
        FAILED;

        Said not() {
            return this == TRUE ? FALSE : this == FALSE ? TRUE : this;
        }

        /** What may come of both; which of an unknown and a failure wins is left open. */
        List<Said> and(Said other) {
            if (this == FALSE || other == FALSE) return List.of(FALSE);
            if (this == TRUE) return List.of(other);
            return other == TRUE ? List.of(this) : List.of(this, other);
        }

        List<Said> or(Said other) {
            return not().and(other.not()).stream().map(Said::not).toList();
        }
    }

    private static Said said(String text, ConditionCase on) {
        return switch (Conditions.read(text).evaluate(on.situation())) {
            case Answer.True() -> Said.TRUE;
            case Answer.False() -> Said.FALSE;
            case Answer.Unknown _ -> Said.UNKNOWN;
            case Answer.Failed _ -> Said.FAILED;
        };
    }

    private static void collect(Explanation part, Set<Attribute> seen) {
        Attribute attribute = part.attribute();
        if (attribute != null) seen.add(attribute);
        part.parts().forEach(inner -> collect(inner, seen));
    }

    private ConditionCase order() {
        ConditionCase on = new ConditionCase();
        on.country = pick(List.of("PL", "CZ", "TR", ""));
        on.taxId = pick(List.of("", "5250001009"));
        on.company = pick(List.of("", "Kubki sp. z o.o."));
        on.comment = pick(List.of("", "To na prezent!"));
        on.postalCode = pick(List.of("61-736", "", "110 00"));
        on.costing(random.nextInt(80, 180) + ".00", pick(List.of("PLN", "EUR", "TRY")));
        on.paid = random.nextBoolean() ? null : Money.of("20.00", "EUR");
        on.stock = random.nextBoolean() ? null : Map.of("K-1", new Availability(1, 0, 0, null));
        on.articles = random.nextBoolean() ? null : Map.of();
        for (int i = random.nextInt(3); i > 0; i--) {
            on.lines.add(new Line("K-" + i, "Kubek", random.nextInt(1, 4), Money.of("10.00", on.total.currency())));
        }
        return on;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
