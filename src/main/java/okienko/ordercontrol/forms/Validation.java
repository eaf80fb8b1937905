package okienko.ordercontrol.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.ordercontrol.forms.Form.Group;
import okienko.ordercontrol.forms.Form.Row;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ui.Words;

/** What is wrong with a form as it is filled in. */
public final class Validation {

    /**
     * Something wrong with a part of a form.
     *
     * @param part which: the positions from the outermost group down, counted from 0; empty for the whole form
     * @param key of the sentence that tells it
     */
    public record Problem(List<Integer> part, String key, Map<String, Object> arguments) {
        public Problem {
            part = List.copyOf(part);
            arguments = Map.copyOf(arguments);
        }

        public String sentence(Words words) {
            return words.say(key, arguments);
        }
    }

    private final List<Problem> problems = new ArrayList<>();
    private int rows;

    private Validation() {}

    /** All that is wrong; nothing when the form can be made a condition of. */
    public static List<Problem> problems(Form form) {
        Validation validation = new Validation();
        validation.check(form, List.of(), 1);
        if (validation.rows > Form.MOST_ROWS) {
            validation.complain(List.of(), "tooMany", Map.of("limit", Form.MOST_ROWS));
        }
        return validation.problems;
    }

    private void check(Form form, List<Integer> at, int depth) {
        switch (form) {
            case Row row -> check(row, at);
            case Group group -> {
                if (group.parts().isEmpty()) complain(at, "empty", Map.of());
                if (depth > Form.DEEPEST) {
                    complain(at, "tooDeep", Map.of("limit", Form.DEEPEST));
                    return;
                }
                for (int i = 0; i < group.parts().size(); i++) {
                    List<Integer> inside = new ArrayList<>(at);
                    inside.add(i);
                    check(group.parts().get(i), inside, depth + 1);
                }
            }
        }
    }

    private void check(Row row, List<Integer> at) {
        rows++;
        Optional<Attribute> attribute = Attributes.named(row.field());
        if (attribute.isEmpty()) {
            complain(at, "field", Map.of("found", row.field()));
        } else if (!Operator.of(attribute.get()).contains(row.operator())) {
            complain(at, "operator", Map.of("field", row.field()));
        } else {
            values(attribute.get(), row, at);
        }
    }

    private void values(Attribute attribute, Row row, List<Integer> at) {
        boolean enough = switch (row.operator().takes()) {
            case NONE -> row.values().isEmpty();
            case ONE -> row.values().size() == 1;
            case MANY -> !row.values().isEmpty();
        };
        if (!enough || row.values().stream().anyMatch(String::isBlank)) {
            complain(at, "value", Map.of());
            return;
        }
        for (String value : row.values()) {
            if (Values.cel(attribute, row.operator(), value).isEmpty()) {
                complain(at, Values.complaint(attribute, row.operator()), Map.of("found", value));
            } else if (!attribute.choices().isEmpty() && !attribute.choices().contains(value.strip())) {
                complain(at, "choice", Map.of("field", row.field(), "found", value));
            }
        }
    }

    private void complain(List<Integer> at, String kind, Map<String, Object> arguments) {
        problems.add(new Problem(at, "condition.form." + kind, arguments));
    }
}
