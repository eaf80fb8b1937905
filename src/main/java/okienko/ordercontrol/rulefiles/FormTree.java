package okienko.ordercontrol.rulefiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.ordercontrol.forms.Form;
import okienko.ordercontrol.forms.Form.Group;
import okienko.ordercontrol.forms.Form.Join;
import okienko.ordercontrol.forms.Form.Row;
import okienko.ordercontrol.forms.Operator;
import okienko.ordercontrol.forms.Validation;

/** The form a condition was made with, as fields within fields: {@code {all: [{field: …, operator: more, values: […]}]}}. */
final class FormTree {

    private static final String FIELD = "field";
    private static final String OPERATOR = "operator";
    private static final String VALUES = "values";
    private static final Set<String> OF_A_ROW = Set.of(FIELD, OPERATOR, VALUES);
    private static final int LONGEST = 500;

    private FormTree() {}

    static Map<String, Object> of(Form form) {
        Map<String, Object> tree = new LinkedHashMap<>();
        switch (form) {
            case Group(Join join, List<Form> parts) ->
                tree.put(RuleTree.word(join), parts.stream().map(FormTree::of).toList());
            case Row(String field, Operator operator, List<String> values) -> {
                tree.put(FIELD, field);
                tree.put(OPERATOR, RuleTree.word(operator));
                if (!values.isEmpty()) tree.put(VALUES, values);
            }
        }
        return tree;
    }

    /**
     * Reads a form.
     *
     * @param checking whether a condition must be to be had from it
     * @return empty, with problems noted, when there is none
     */
    static Optional<Form> read(YamlItem item, boolean checking) {
        int before = item.problems().size();
        Optional<Form> form = form(item, 1);
        if (form.isEmpty() || item.problems().size() > before) return Optional.empty();
        if (!checking) return form;
        for (Validation.Problem problem : Validation.problems(form.get())) {
            FileProblem.Told told = problem::sentence;
            item.wrong("condition", "message", told);
        }
        return item.problems().size() > before ? Optional.empty() : form;
    }

    private static Optional<Form> form(YamlItem item, int depth) {
        if (depth > Form.DEEPEST + 1) {
            item.wrong("condition", "message", (FileProblem.Told)
                    words -> words.say("condition.form.tooDeep", Map.of("limit", Form.DEEPEST)));
            return Optional.empty();
        }
        int before = item.problems().size();
        Map<String, YamlItem> fields = item.anyFields();
        if (item.problems().size() > before) return Optional.empty();
        for (Join join : Join.values()) {
            YamlItem parts = fields.get(join.name().toLowerCase(Locale.ROOT));
            if (parts == null) continue;
            List<Form> read = new ArrayList<>();
            parts.items().forEach(part -> form(part, depth + 1).ifPresent(read::add));
            return Optional.of(new Group(join, read));
        }
        return row(item);
    }

    private static Optional<Form> row(YamlItem item) {
        Map<String, YamlItem> fields = item.fields(OF_A_ROW);
        YamlItem field = fields.get(FIELD);
        YamlItem operator = fields.get(OPERATOR);
        if (field == null || operator == null) {
            item.wrong("missing", "missing", field == null ? FIELD : OPERATOR);
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        YamlItem compared = fields.get(VALUES);
        if (compared != null)
            compared.items().forEach(value -> value.text(LONGEST).ifPresent(values::add));
        Optional<Operator> how = DetailReader.word(operator, Operator.values());
        return field.text(LONGEST).flatMap(path -> how.map(known -> new Row(path, known, values)));
    }
}
