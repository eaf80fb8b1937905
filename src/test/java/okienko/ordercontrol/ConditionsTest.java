package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.ordercontrol.conditions.Condition;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.Place;
import okienko.ordercontrol.conditions.Problem;
import okienko.ordercontrol.conditions.RefusedCondition;
import okienko.orders.Order.Line;
import okienko.stock.Availability;
import okienko.ui.Words;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conditions say of an order, and what they refuse to be. */
class ConditionsTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            order.total > pln(100)                                                           -> true
            order.total > pln("129.98")                                                      -> false
            order.total >= pln("129.98") && order.total == pln("129.98")                     -> true
            order.total > eur(30)                                                            -> true
            order.total > eur(31)                                                            -> false
            order.total > gbp(10)                                                            -> needs [rates.effectiveOn]
            order.total > gbp(0)                                                             -> true
            order.total - order.deliveryCost > pln(119)                                      -> true
            order.goods.percent(50) < pln(60)                                                -> true
            order.goods * 2 == pln("239.96")                                                 -> true
            order.buyer.business                                                             -> false
            order.buyer.taxId.hasValue()                                                     -> false
            order.buyer.taxId.orValue("") == ""                                              -> true
            order.payment.form == "CASH_ON_DELIVERY" || order.country.orValue("") == "PL"    -> true
            order.channel in ["allegro", "web"]                                              -> true
            order.lines.exists(l, l.quantity > 1)                                            -> true
            order.lines.all(l, l.unitPrice > pln(60))                                        -> false
            order.lines.count(l, l.quantity > 1) == 1                                        -> true
            order.lines.sum(l, l.quantity) == 2                                              -> true
            order.lines.sum(l, l.amount) == pln("119.98")                                    -> true
            """)
    void amountsAndTextsAreCompared(String condition, String answer) {
        assertThat(new ConditionCase().says(condition)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            order.lines.exists(l, l.missing > 0)                                             -> needs [order.lines.missing]
            order.lines.exists(l, l.missing > 0 || l.quantity > 1)                           -> true
            stock.short                                                                      -> needs [stock.short]
            stock.short && order.total > pln(1000)                                           -> false
            !stock.short || payment.complete                                                 -> needs [payment.complete, stock.short]
            stock.loaded                                                                     -> false
            payment.received > pln(0)                                                        -> needs [payment.received]
            payment.reported                                                                 -> false
            customer.earlierOrders == 0                                                      -> true
            "BLOCKED" in customer.flags                                                      -> false
            hoursSince(order.placedAt) == 1                                                  -> true
            daysSince(order.placedAt) >= 1                                                   -> false
            hour(order.placedAt) == 12 && weekday(order.placedAt) == 3                       -> true
            order.placedAt >= date("2026-11-25")                                             -> true
            inEu(order.country.orValue(""))                                                  -> true
            inGroup(order.country.orValue(""), "V4")                                         -> true
            order.delivery.postalCode.orValue("").postalBetween("61-000", "61-999")          -> true
            order.delivery.carrier.orValue("") == "DPD"                                      -> true
            order.number.matches("^[0-9]{4}$")                                               -> true
            courierAccepts()                                                                 -> true
            courierAccepts("CASH_ON_DELIVERY", pln(100000))                                  -> false
            customer.ordersInDays(7) == 0                                                    -> true
            order.pieces / (order.revision - 1) > 1                                          -> failed DIVISION_BY_ZERO at 13
            order.pieces / (order.revision - 1) > 1 || order.pieces == 2                     -> true
            order.pieces * 9223372036854775807 > 1                                           -> failed TOO_LARGE at 13
            (order.pieces / 0 > 1 && order.pieces > 0) ? true : false                        -> failed DIVISION_BY_ZERO at 14
            order.lines.exists(l, l.quantity / 0 > 1) ? true : false                         -> failed DIVISION_BY_ZERO at 33
            !(order.pieces / 0 > 1 && order.pieces > 0)                                      -> failed DIVISION_BY_ZERO at 15
            (order.pieces * 9223372036854775807 > 1 || false) == true                        -> failed TOO_LARGE at 14
            """)
    void whatIsNotKnownYetIsNeeded(String condition, String answer) {
        assertThat(new ConditionCase().says(condition)).isEqualTo(answer);
    }

    @Test
    void whatBecomesKnownIsAnswered() {
        ConditionCase anna = new ConditionCase();
        anna.stock = Map.of("K-1", new Availability(5, 4, 0, null));
        assertThat(anna.says("stock.short && order.lines.exists(l, l.missing == 1 && l.available == 1)"))
                .isEqualTo("true");
        anna.paid = Money.of("100.00", "PLN");
        assertThat(anna.says("!payment.complete && payment.missing > pln(29)")).isEqualTo("true");
    }

    @Test
    void wordsAreFoundWhateverTheirCaseAndMarks() {
        ConditionCase anna = new ConditionCase();
        anna.comment = "Proszę o zapakowanie na PREZENT, dziękuję";
        assertThat(anna.says("order.comment.containsAny([\"prezen*\", \"gift\"])"))
                .isEqualTo("true");
        assertThat(anna.says("order.comment.containsAny([\"dziekuje\"])")).isEqualTo("true");
        assertThat(anna.says("order.comment.containsAny([\"prez\"])")).isEqualTo("false");
    }

    @Test
    void aConditionKnowsWhatItReads() {
        Condition condition = Conditions.read(
                "order.total > pln(100) && order.lines.exists(l, l.missing > 0) || daysSince(order.placedAt) > 3");
        assertThat(condition.reads().stream().map(Object::toString))
                .containsExactlyInAnyOrder("order.total", "order.lines", "order.lines.missing", "order.placedAt");
        assertThat(condition.sources().stream().map(Enum::name))
                .containsExactlyInAnyOrder("ORDER", "STOCK", "RATES", "TIME");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            order.totl > pln(1)                     | 6+4   | unknownAttribute     | order.total
            ordr.total > pln(1)                     | 0+4   | unknownAttribute     | order.total
            order.taxid == "x"                      | 6+5   | unknownAttribute     | order.buyer.taxId
            order.lines.exists(l, l.quantty > 1)    | 24+7  | unknownLineAttribute | quantity
            order.lines.exist(l, l.quantity > 1)    | 12+5  | unknownFunction      | exists
            order.comment.startWith("a")            | 14+9  | unknownFunction      | startsWith
            dayssince(order.placedAt) > 1           | 0+9   | unknownFunction      | daysSince
            customer.orderInDays(3) > 1             | 9+11  | unknownFunction      | ordersInDays
            order.total > 15000                     | 14+5  | moneyNeedsCurrency   | pln(15000)
            order.total > 15000.0                   | 14+7  | moneyNeedsCurrency   | pln(15000)
            order.total > 199.90                    | 14+6  | moneyNeedsCurrency   | pln("199.90")
            order.total > pln(199.90)               | 18+6  | moneyDecimals        | "199.90"
            order.buyer.taxId == ""                 | 0+17  | mayLack              | order.buyer.taxId.orValue("")
            order.buyer.taxId == null               | 0+17  | mayLack              | !order.buyer.taxId.hasValue()
            order.buyer.taxId.startsWith("PL")      | 0+17  | mayLack              | order.buyer.taxId.orValue("")
            order.country in ["PL"]                 | 0+13  | mayLack              | order.country.orValue("")
            order.pieces > "3"                      | 13+1  | differentKinds       |
            order.channel > "a"                     | 14+1  | noOperator           |
            order.pieces > 1.5                      | 15+3  | wholeNumbersOnly     |
            order.total                             | 6+5   | mustBeYesNo          |
            order.total && true                     | 6+5   | notYesNo             |
            order.buyer == "Anna"                   | 0+11  | group                |
            order.lines.sku == "K"                  | 0+15  | lineAttribute        |
            order.comment.length > 3                | 14+6  | noParts              |
            """)
    void aNameThatDoesNotExistIsRefusedAtItsPlace(
            String condition, String at, String key, @Nullable String suggestion) {
        refused(condition, at, key, suggestion);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            order.payment.form == "CASH_ON_DELIVRY" | 22+17 | unknownChoice        | "CASH_ON_DELIVERY"
            order.country.orValue("") == "UK"       | 29+4  | unknownChoice        | "GB"
            "BLOKED" in customer.flags              | 0+8   | unknownChoice        | "BLOCKED"
            order.placedAt > date("24.12.2026")     | 22+12 | literal.date         |
            order.comment.matches("(")              | 22+3  | literal.pattern      |
            order.comment.matches(order.number)     | 28+6  | literal.pattern      |
            customer.ordersInDays(90) > 1           | 22+2  | literal.days         |
            order.total > pln("a")                  | 18+3  | literal.decimal      |
            order.total >                           | 13+0  | unfinished           |
            order.channel = "web"                   | 14+1  | operator             | ==
            order.released and order.released       | 15+3  | operator             | &&
            order.comment == "abc                   | 17+4  | unclosedText         |
            order.pieces > 99999999999999999999     | 15+20 | number               |
            has(order.buyer.taxId)                  | 0+3   | has                  |
            order.lines[0].quantity > 1             | 11+1  | notOffered           |
            order.channel in ["web", 3]             | 17+1  | mixedList            |
            order.lines.exists(1, true)             | 19+1  | nameExpected         |
            order.comment.containsAny("gift")       | 14+11 | arguments            |
            order.released order.released           | 15+5  | unexpected           |
            """)
    void aValueThatCannotBeIsRefusedAtItsPlace(String condition, String at, String key, @Nullable String suggestion) {
        refused(condition, at, key, suggestion);
    }

    @Test
    void thePlaceIsGivenInLineAndColumn() {
        Problem problem = Conditions.check("order.channel == \"żółć\" &&\n  order.totl > pln(1)")
                .getFirst();
        assertThat(problem.place()).isEqualTo(new Place(35, 2, 9, 4));
    }

    @Test
    void aLoopOverManyLinesStopsWithinItsBudget() {
        ConditionCase big = new ConditionCase();
        for (int i = 0; i < 300; i++) big.lines.add(new Line("S-" + i, "Something", 1, Money.of("1.00", "PLN")));
        assertThat(big.says("order.lines.all(a, order.lines.all(b, a.quantity + b.quantity > 0))"))
                .startsWith("failed TOO_MUCH_WORK");
    }

    @Test
    void aConditionWithAMistakeCannotBeRead() {
        assertThatExceptionOfType(RefusedCondition.class)
                .isThrownBy(() -> Conditions.read("order.totl > pln(1)"))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
    }

    private static void refused(String condition, String at, String key, @Nullable String suggestion) {
        Problem problem = Conditions.check(condition).getFirst();
        assertThat(problem.place().offset() + "+" + problem.place().length() + " " + problem.key())
                .isEqualTo(at + " condition.problem." + key);
        if (suggestion != null) {
            assertThat(problem.suggestions().stream().map(Problem.Suggestion::text))
                    .contains(suggestion);
        }
        for (String language : List.of("en", "pl", "ru", "bg")) {
            assertThat(problem.sentence(Words.in(Locale.of(language))))
                    .isNotBlank()
                    .doesNotContain("⟦", "{");
        }
    }
}
