package okienko.ordercontrol.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.editor.TypedCondition.Kind;
import okienko.ordercontrol.forms.Form;
import okienko.ordercontrol.forms.Operator;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ui.Page;
import okienko.ui.Words;

/**
 * The condition on the editor's page.
 *
 * @param own of a rule of the shop's own, which cannot do without
 * @param wrong what is wrong by row; nothing before anybody has typed
 */
record ConditionPart(TypedCondition condition, boolean own, Map<String, String> wrong, ConditionCheckPart check)
        implements Page {

    /** Attributes are looked for by the thing they are of. */
    private static final List<String> GROUPS =
            List.of("order.lines", "order.buyer", "order.invoice", "order.delivery", "order.payment", "order");

    Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.ALWAYS || !own) kinds.put(kind.name(), Words.t("editor.condition." + kind));
        }
        return kinds;
    }

    /** What a row can ask about, by group, in the reader's language. */
    static Map<String, List<Attribute>> attributes() {
        Map<String, List<Attribute>> groups = new LinkedHashMap<>();
        for (Attribute attribute : TypedRows.attributes()) {
            groups.computeIfAbsent(Words.t("editor.group." + group(attribute)), _ -> new ArrayList<>())
                    .add(attribute);
        }
        return groups;
    }

    private static String group(Attribute attribute) {
        String path = attribute.path();
        return GROUPS.stream()
                .filter(group -> path.startsWith(group + "."))
                .findFirst()
                .orElse(path.substring(0, path.indexOf('.')));
    }

    static Map<String, String> joins() {
        Map<String, String> joins = new LinkedHashMap<>();
        for (Form.Join join : Form.Join.values()) joins.put(join.name(), Words.t("editor.join." + join));
        return joins;
    }

    /** How a row's field can be compared. */
    static Map<String, String> operators(Form.Row row) {
        Map<String, String> operators = new LinkedHashMap<>();
        Attributes.named(row.field())
                .ifPresent(attribute -> Operator.of(attribute)
                        .forEach(operator -> operators.put(operator.name(), Words.t(operator.word()))));
        return operators;
    }

    /** What may be typed, for an example. */
    static String example(Form.Row row) {
        return Attributes.named(row.field())
                .map(attribute -> switch (attribute.type()) {
                    case MONEY -> "15000 PLN";
                    case NUMBER -> "5";
                    case TIME ->
                        row.operator() == Operator.BEFORE || row.operator() == Operator.SINCE ? "2026-12-24" : "7";
                    case TEXT, TEXTS, YES_NO, LINES ->
                        attribute.choices().stream().findFirst().orElse("");
                })
                .orElse("");
    }

    /** The only values there are, where they are few enough to choose from. */
    static List<String> choices(Form.Row row) {
        return Attributes.named(row.field()).map(Attribute::choices).orElse(List.of());
    }
}
