package okienko.ordercontrol.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.conditions.Place;
import okienko.ordercontrol.forms.Form;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * What the condition is in CEL, and what is wrong with it, as it is being typed.
 *
 * @param wrongs nothing before anybody has typed
 * @param concerned waiting and held orders the rule as typed may judge otherwise; null while it is no rule yet
 * @param live whether it answers to what is being typed: then the rows' own places are told, too
 */
record ConditionCheckPart(
        TypedCondition condition,
        List<TypedCondition.Wrong> wrongs,
        @Nullable Integer concerned,
        boolean live) implements Page {

    /** The CEL to show; empty while the rows are not right. */
    String cel() {
        boolean form = condition.kind() == TypedCondition.Kind.FORM;
        return form && condition.wrongs().isEmpty() ? condition.cel() : "";
    }

    /** The first place something is wrong at; null when nothing is wrong in a text. */
    @Nullable
    Place place() {
        for (TypedCondition.Wrong wrong : wrongs) {
            if (wrong.place() != null) return wrong.place();
        }
        return null;
    }

    String before(Place place) {
        return condition.text().substring(0, place.offset());
    }

    /** What is marked; at the end of the text there is nothing, and a gap is shown. */
    String marked(Place place) {
        String marked = condition.text().substring(place.offset(), place.offset() + place.length());
        return marked.isEmpty() ? "␣" : marked;
    }

    String after(Place place) {
        return condition.text().substring(place.offset() + place.length());
    }

    /** What is wrong by row and group, all of which are named so that what was wrong before is taken away. */
    Map<String, String> byRow() {
        Map<String, String> byRow = new LinkedHashMap<>();
        name(condition.rows(), TypedRows.ROOT, byRow);
        wrongs.forEach(wrong -> byRow.computeIfPresent(wrong.part(), (_, _) -> wrong.sentence()));
        return byRow;
    }

    private static void name(Form form, String part, Map<String, String> names) {
        names.put(part, "");
        if (!(form instanceof Form.Group group)) return;
        for (int i = 0; i < group.parts().size(); i++) name(group.parts().get(i), part + "-" + i, names);
    }

    /** What is wrong with the whole rather than with a row. */
    List<TypedCondition.Wrong> general() {
        return wrongs.stream().filter(wrong -> wrong.part().isEmpty()).toList();
    }
}
