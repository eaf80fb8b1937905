package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.Explanation;
import okienko.ordercontrol.conditions.Explanation.State;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ordercontrol.terms.Function;
import okienko.ordercontrol.terms.Functions;
import okienko.ui.Language;
import okienko.ui.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a condition came to its answer, and what it does where something is missing or somebody means harm. */
class ExplanationTest {

    private static final int PATIENCE_MS = 2_000;

    @Test
    void eachPartIsToldWithItsValue() {
        assertThat(told("order.total > pln(100) && order.buyer.taxId.orValue(\"\") == \"\" && !order.buyer.business"))
                .isEqualTo("""
                        all of these → true
                          total PLN 129.98 > PLN 100.00 → true
                          tax id not given == "" → true
                          not: buyer is a business false → true
                            buyer is a business → false
                        """);
    }

    @Test
    void whatWasNotLookedAtSaysSo() {
        Explanation explained = Conditions.read("order.total > pln(1000) && order.channel == \"allegro\"")
                .explain(new ConditionCase().situation());
        assertThat(explained.parts()).extracting(Explanation::state).containsExactly(State.KNOWN, State.NOT_LOOKED_AT);
    }

    @Test
    void whatFailedAndWhatIsNotKnownYetShow() {
        Explanation explained =
                Conditions.read("1 / (order.revision - 1) > 0 || stock.short").explain(new ConditionCase().situation());
        assertThat(explained.parts()).extracting(Explanation::state).containsExactly(State.FAILED, State.UNKNOWN);
    }

    @Test
    void eachLineIsToldByItself() {
        assertThat(told("order.lines.exists(l, l.quantity > 5)")).isEqualTo("""
                order.lines.exists(l, l.quantity > 5) → false
                  quantity 2 > 5 → false
                """);
    }

    @Test
    void everyAttributeHasALabelInEveryLanguage() {
        for (Language language : Language.values()) {
            Words words = Words.in(language.locale());
            for (Attribute attribute : Attributes.ALL)
                assertThat(words.knows(attribute.word())).as(attribute.path()).isTrue();
            for (Attribute attribute : Attributes.OF_A_LINE) {
                assertThat(words.knows(attribute.word())).as(attribute.path()).isTrue();
            }
        }
    }

    @Test
    void everyFunctionIsExplainedAndItsExampleIsRight() {
        for (Function function : Functions.ALL) {
            if (!function.named()) continue;
            assertThat(Conditions.check(function.example()))
                    .as(function.example())
                    .isEmpty();
            for (Language language : Language.values()) {
                assertThat(Words.in(language.locale()).knows(function.word()))
                        .as(function.word())
                        .isTrue();
            }
        }
    }

    /** Nothing missing is zero or empty by accident: each is refused, answered on purpose, or not known. */
    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            order.buyer.taxId == ""                       -> refused
            order.buyer.taxId != "PL5250001009"           -> refused
            order.buyer.taxId < "a"                       -> refused
            order.buyer.taxId.size() == 0                 -> refused
            order.buyer.taxId in [""]                     -> refused
            order.buyer.taxId == null                     -> refused
            order.buyer.taxId.orValue("") == ""           -> true
            order.buyer.taxId.hasValue()                  -> false
            payment.received == pln(0)                    -> needs [payment.received]
            payment.received < pln(1)                     -> needs [payment.received]
            payment.complete                              -> needs [payment.complete]
            !payment.complete                             -> needs [payment.complete]
            payment.lastReceivedAt.hasValue()             -> false
            stock.missingPieces == 0                      -> needs [stock.missingPieces]
            stock.completeOn.hasValue()                   -> needs [stock.completeOn]
            order.lines.all(l, l.available == 0)          -> needs [order.lines.available]
            order.lines.exists(l, l.cataloguePrice.orValue(pln(0)) == pln(0)) -> needs [order.lines.cataloguePrice]
            order.total > money("5", "TRY")               -> needs [rates.effectiveOn]
            """)
    void whatIsMissingIsNeverTakenForNothing(String condition, String answer) {
        boolean refused = !Conditions.check(condition).isEmpty();
        assertThat(refused ? "refused" : new ConditionCase().says(condition)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order.lines.all(a, order.lines.all(b, order.lines.all(c, true)))",
                "order.lines.all(a, order.lines.all(b, a.name.containsAny([b.name]) || true))",
                "[1,1,1,1,1,1,1,1,1,1].all(a, [1,1,1,1,1,1,1,1,1,1].all(b, order.comment.matches(\"(a|a)*$\") || true))",
                "order.comment.matches(\"((a{1,40}){1,40}){1,40}\")",
                "order.comment.matches(\"(a+)+$\")",
                "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((true))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))",
                "order.comment == \"\\u0000\" || order.comment.size() > 99999999"
            })
    void whoMeansHarmIsStoppedInTime(String condition) {
        ConditionCase big = new ConditionCase();
        big.comment = "a".repeat(100_000) + "!";
        for (int i = 0; i < 300; i++) big.lines.add(big.lines.getFirst());
        Conditions.warmUp();
        long start = System.nanoTime();
        if (Conditions.check(condition).isEmpty()) big.says(condition);
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(PATIENCE_MS);
    }

    private static String told(String condition) {
        return Conditions.read(condition)
                .explain(new ConditionCase().situation())
                .told(Words.in(Locale.of("en")))
                .replace('\u00a0', ' ');
    }
}
