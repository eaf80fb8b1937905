package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import okienko.ordercontrol.conditions.Answer;
import okienko.ordercontrol.conditions.Condition;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.Explanation;
import okienko.ordercontrol.forms.Form;
import okienko.ordercontrol.forms.Form.Group;
import okienko.ordercontrol.forms.Form.Join;
import okienko.ordercontrol.forms.Form.Row;
import okienko.ordercontrol.forms.FormJson;
import okienko.ordercontrol.forms.Operator;
import okienko.ordercontrol.forms.Validation;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.orders.Order;
import okienko.ui.Words;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;

/** What is put together from rows means in CEL what it says. */
class FormsTest {

    private static final int FORMS = 400;

    private static final List<Row> ROWS = List.of(
            new Row("order.total", Operator.MORE, List.of("120 PLN")),
            new Row("order.total", Operator.AT_MOST, List.of("30,50 eur")),
            new Row("order.channel", Operator.IS, List.of("allegro")),
            new Row("order.channel", Operator.IS_NONE_OF, List.of("web", "b\"2\\b")),
            new Row("order.country", Operator.IS_NOT, List.of("PL")),
            new Row("order.country", Operator.MISSING, List.of()),
            new Row("order.buyer.taxId", Operator.GIVEN, List.of()),
            new Row("order.buyer.taxId", Operator.STARTS_WITH, List.of("52")),
            new Row("order.pieces", Operator.LESS, List.of("3")),
            new Row("order.comment", Operator.CONTAINS_ANY, List.of("prezent")),
            new Row("order.buyer.business", Operator.YES, List.of()),
            new Row("order.buyer.business", Operator.NO, List.of()),
            new Row("order.placedAt", Operator.DAYS_AGO_AT_LEAST, List.of("2")),
            new Row("order.lines.quantity", Operator.AT_LEAST, List.of("2")));

    @Test
    void aFormMeansInCelWhatItsRowsSay() {
        Random random = new Random(20261125);
        for (int i = 0; i < FORMS; i++) {
            Form form = group(random, 1);
            ConditionCase on = order(random);
            assertThat(Validation.problems(form)).as(form.cel()).isEmpty();
            Condition condition = Conditions.read(form.cel());
            Answer answer = condition.evaluate(on.situation());
            assertThat(answer)
                    .as(form.cel() + " of " + on.order())
                    .isEqualTo(meant(form, on) ? Answer.TRUE : Answer.FALSE);
            Explanation explained = condition.explain(on.situation());
            assertThat(explained.value()).as(form.cel()).isEqualTo(answer instanceof Answer.True);
        }
    }

    @Test
    void aFormIsKeptAsItIs() {
        Random random = new Random(7);
        for (int i = 0; i < FORMS; i++) {
            Form form = group(random, 1);
            assertThat(FormJson.read(FormJson.write(form))).isEqualTo(form);
        }
    }

    @Test
    void everyComparisonOfferedCanBeReadByCel() {
        for (Attribute attribute : Attributes.ALL) offered(attribute);
        for (Attribute attribute : Attributes.OF_A_LINE) offered(attribute);
    }

    @Test
    void aRowThatMakesNoSenseIsRefusedWithItsPlace() {
        Form form = new Group(
                Join.ALL,
                List.of(
                        new Row("order.totl", Operator.MORE, List.of("1 PLN")),
                        new Group(
                                Join.ANY,
                                List.of(
                                        new Row("order.total", Operator.MORE, List.of("15000")),
                                        new Row("order.buyer.business", Operator.MORE, List.of("1")),
                                        new Row("order.payment.form", Operator.IS, List.of("CASH")),
                                        new Group(Join.ALL, List.of())))));
        List<Validation.Problem> problems = Validation.problems(form);
        assertThat(problems.stream().map(problem -> problem.part() + " " + problem.key()))
                .containsExactly(
                        "[0] condition.form.field",
                        "[1, 0] condition.form.money",
                        "[1, 1] condition.form.operator",
                        "[1, 2] condition.form.choice",
                        "[1, 3] condition.form.empty");
        assertThat(problems.getFirst().sentence(Words.in(Locale.of("pl")))).isEqualTo("Nie ma pola order.totl.");
    }

    private static void offered(Attribute attribute) {
        for (Operator operator : Operator.of(attribute)) {
            List<String> values =
                    operator.takes() == Operator.Takes.NONE ? List.of() : List.of(value(attribute, operator));
            Row row = new Row(attribute.path(), operator, values);
            assertThat(Validation.problems(row)).as(row.toString()).isEmpty();
            assertThat(Conditions.check(row.cel())).as(row.cel()).isEmpty();
        }
    }

    private static String value(Attribute attribute, Operator operator) {
        if (!attribute.choices().isEmpty()) return attribute.choices().getFirst();
        return switch (attribute.type()) {
            case MONEY -> "15000 PLN";
            case TIME -> operator == Operator.BEFORE || operator == Operator.SINCE ? "2026-12-24" : "3";
            default -> "12";
        };
    }

    private static Form group(Random random, int depth) {
        int parts = random.nextInt(1, 4);
        Form[] made = new Form[parts];
        for (int i = 0; i < parts; i++) {
            made[i] = depth < Form.DEEPEST && random.nextInt(3) == 0
                    ? group(random, depth + 1)
                    : ROWS.get(random.nextInt(ROWS.size()));
        }
        return new Group(random.nextBoolean() ? Join.ALL : Join.ANY, List.of(made));
    }

    private static ConditionCase order(Random random) {
        ConditionCase on = new ConditionCase();
        on.channel = random.nextBoolean() ? "allegro" : "b\"2\\b";
        on.country = List.of("PL", "CZ", "").get(random.nextInt(3));
        on.taxId = List.of("", "5250001009", "7740001454").get(random.nextInt(3));
        on.comment = random.nextBoolean() ? "" : "To na Prezent!";
        on.costing(random.nextInt(80, 180) + ".00", "PLN");
        on.placedAt = ConditionCase.NOW.minus(Duration.ofHours(random.nextInt(96)));
        on.lines.clear();
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            on.lines.add(new Order.Line("K-" + i, "Kubek", random.nextInt(1, 4), Money.of("10.00", "PLN")));
        }
        return on;
    }

    /** What the rows say, without CEL. */
    private static boolean meant(Form form, ConditionCase on) {
        return switch (form) {
            case Group(var join, var parts) ->
                join == Join.ALL
                        ? parts.stream().allMatch(part -> meant(part, on))
                        : parts.stream().anyMatch(part -> meant(part, on));
            case Row row -> meant(ROWS.indexOf(row), on.order());
        };
    }

    private static boolean meant(int row, Order order) {
        int pieces = order.lines().stream().mapToInt(Order.Line::quantity).sum();
        return switch (row) {
            case 0 -> order.total().minor() > 120_00;
            case 1 -> order.total().minor() <= 129_63; // 30.50 EUR at 4.25
            case 2 -> order.key().channel().equals("allegro");
            case 3 -> !List.of("web", "b\"2\\b").contains(order.key().channel());
            case 4 -> !order.country().isEmpty() && !order.country().equals("PL");
            case 5 -> order.country().isEmpty();
            case 6 -> !order.invoice().taxId().isEmpty();
            case 7 -> order.invoice().taxId().startsWith("52");
            case 8 -> pieces < 3;
            case 9 -> order.comment().toLowerCase(Locale.ROOT).contains("prezent");
            case 10 -> order.business();
            case 11 -> !order.business();
            case 12 -> Duration.between(order.placedAt(), ConditionCase.NOW).toDays() >= 2;
            default -> order.lines().stream().anyMatch(line -> line.quantity() >= 2);
        };
    }
}
