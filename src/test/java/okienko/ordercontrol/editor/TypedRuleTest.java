package okienko.ordercontrol.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.forms.Form;
import okienko.ordercontrol.forms.Form.Group;
import okienko.ordercontrol.forms.Form.Join;
import okienko.ordercontrol.forms.Form.Row;
import okienko.ordercontrol.forms.Operator;
import okienko.ordercontrol.rulefiles.RandomRules;
import org.junit.jupiter.api.Test;

/** What the editor shows of a rule, and what it reads when that is sent back. */
class TypedRuleTest {

    @Test
    void whatIsShownAndSentBackIsTheSameRule() {
        for (long seed = 1; seed <= 60; seed++) {
            for (Rule rule : new RandomRules(seed).next().rules()) {
                TypedRule.Result read =
                        TypedRule.typed(rule.reason(), sent(TypedRule.of(rule))).result();
                assertThat(read.wrong()).as("%s", rule).isEmpty();
                assertThat(read.rule()).map(TypedRuleTest::shown).contains(shown(rule));
            }
        }
    }

    /** A rule without what the form does not show: how channels set a check. */
    private static Rule shown(Rule rule) {
        return new Rule(
                rule.reason(),
                rule.wording(),
                rule.condition(),
                rule.severity(),
                rule.queue(),
                rule.clearsWithin(),
                rule.reason() instanceof Reason.Custom ? rule.channels() : Map.of(),
                rule.validity(),
                rule.releases());
    }

    /** The fields of the page as a browser sends them. */
    private static Map<String, String> sent(TypedRule rule) {
        Map<String, String> form = new HashMap<>(rule.values());
        TypedCondition condition = rule.condition();
        form.put(TypedCondition.KIND, condition.kind().name());
        if (condition.kind() == TypedCondition.Kind.FORM) fields(condition.rows(), TypedRows.ROOT, form);
        else form.put(TypedCondition.TEXT, condition.text().replace("\n", "\r\n"));
        return form;
    }

    private static void fields(Group group, String at, Map<String, String> form) {
        form.put(at + ".n", Integer.toString(group.parts().size()));
        form.put(at + ".join", group.join().name());
        for (int i = 0; i < group.parts().size(); i++) {
            String name = at + "." + i;
            switch (group.parts().get(i)) {
                case Group inner -> fields(inner, name, form);
                case Row row -> {
                    form.put(name + ".field", row.field());
                    form.put(name + ".operator", row.operator().name());
                    form.put(name + ".value", TypedRows.typed(row));
                }
            }
        }
    }

    @Test
    void valuesKeepTheirCommas() {
        for (List<String> values : List.of(List.of("a, b"), List.of("a", "b"), List.of("a, b", "c"), List.of("a"))) {
            Map<String, String> form = new HashMap<>();
            Row row = new Row("order.comment", Operator.CONTAINS_ANY, values);
            fields(new Group(Join.ALL, List.of(row)), TypedRows.ROOT, form);
            assertThat(new TypedRows(form).read().parts()).containsExactly(row);
        }
    }

    @Test
    void buttonsAddAndRemoveRowsAndGroupsWhereTheyStand() {
        Group one = TypedRows.NEW;
        Group grouped = TypedRows.after(one, "group c");
        assertThat(grouped.parts().getLast()).isEqualTo(new Group(Join.ANY, List.of(TypedRows.FIRST)));
        Group inner = TypedRows.after(grouped, "row c.1");
        assertThat(((Group) inner.parts().getLast()).parts()).hasSize(2);
        assertThat(TypedRows.after(inner, "drop c.1.0").parts()).hasSize(2);
        assertThat(TypedRows.after(inner, "drop c.1").parts()).containsExactly(TypedRows.FIRST);
        for (String nonsense : List.of("", "row", "row d", "drop c.7", "drop c", "row c.0", "fly c", "row c.1.9.9")) {
            assertThat(TypedRows.after(inner, nonsense)).as(nonsense).isEqualTo(inner);
        }
    }

    @Test
    void aFieldThatIsChosenAnewIsComparedAsItCanBe() {
        Map<String, String> form = new HashMap<>();
        fields(new Group(Join.ALL, List.of(new Row("order.channel", Operator.MORE, List.of("5")))), "c", form);
        Form row = new TypedRows(form).read().parts().getFirst();
        assertThat(row).isEqualTo(new Row("order.channel", Operator.IS, List.of("5")));
    }

    @Test
    void whoeverGoesOnInCelBeginsWithWhatTheFormSays() {
        Map<String, String> form = new HashMap<>();
        Row row = new Row("order.pieces", Operator.AT_LEAST, List.of("3"));
        fields(new Group(Join.ALL, List.of(row)), "c", form);
        form.put(TypedCondition.KIND, "CEL");
        TypedCondition cel = TypedCondition.typed(form);
        assertThat(cel.text()).isEqualTo("order.pieces >= 3");
        Map<String, String> back =
                Map.of(TypedCondition.KIND, "FORM", TypedCondition.KEPT, cel.kept(), TypedCondition.TEXT, "true");
        assertThat(TypedCondition.typed(back).rows().parts()).containsExactly(row);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        Map<String, String> form = new HashMap<>(Map.of(
                TypedRule.NAME, "mine", "title.en", "Mine", "clearsWithin.amount", "soon", "clearsWithin.unit", "d"));
        form.put("releases.fourEyesAbove", "much");
        form.put("valid.from", "2026-12-24");
        form.put("valid.to", "2026-12-01");
        form.put(TypedCondition.KIND, "CEL");
        form.put(TypedCondition.TEXT, "order.totl > pln(1)");
        TypedRule.Result result = TypedRule.typed(null, form).result();
        assertThat(result.rule()).isEmpty();
        assertThat(result.wrong().keySet())
                .containsExactlyInAnyOrder("message", "clearsWithin", "releases.fourEyesAbove", "valid", "condition");
        form.put(TypedRule.NAME, "Mine!");
        assertThat(TypedRule.typed(null, form).result().wrong()).containsOnlyKeys(TypedRule.NAME);
    }
}
