package okienko.ordercontrol.forms;

import java.util.List;
import java.util.stream.Collectors;
import okienko.ordercontrol.forms.Form.Group;
import okienko.ordercontrol.forms.Form.Join;
import okienko.ordercontrol.forms.Form.Row;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;

/** CEL from rows. */
final class Generation {

    private static final String LINES = "order.lines.";

    private Generation() {}

    static String cel(Form form) {
        return switch (form) {
            case Group group -> group(group);
            case Row row -> row(row);
        };
    }

    private static String group(Group group) {
        String operator = group.join() == Join.ALL ? " && " : " || ";
        return group.parts().stream()
                .map(part -> part instanceof Group inner && inner.parts().size() > 1
                        ? "(" + cel(part) + ")"
                        : bracketed(part))
                .collect(Collectors.joining(operator));
    }

    /** A row that is a && b itself must not be torn apart by an || beside it. */
    private static String bracketed(Form part) {
        String cel = cel(part);
        return part instanceof Row && cel.contains(" && ") && !cel.startsWith(LINES) ? "(" + cel + ")" : cel;
    }

    private static String row(Row row) {
        Attribute attribute = Attributes.named(row.field()).orElseThrow();
        boolean ofALine = row.field().startsWith(LINES);
        String written = ofALine ? "l." + attribute.name() : attribute.path();
        String compared = guarded(attribute, written, row);
        return ofALine ? "order.lines.exists(l, " + compared + ")" : compared;
    }

    /** What an order may do without is asked for first: no comparison is true of what is missing. */
    private static String guarded(Attribute attribute, String written, Row row) {
        if (row.operator() == Operator.GIVEN) return written + ".hasValue()";
        if (row.operator() == Operator.MISSING) return "!" + written + ".hasValue()";
        if (!attribute.mayLack()) return compared(attribute, written, row);
        String present = written + ".orValue(" + otherwise(attribute) + ")";
        return written + ".hasValue() && " + compared(attribute, present, row);
    }

    private static String otherwise(Attribute attribute) {
        return switch (attribute.type()) {
            case TEXT -> "\"\"";
            case NUMBER -> "0";
            case MONEY -> "pln(0)";
            case YES_NO -> "false";
            case TIME -> "now()";
            case TEXTS, LINES -> "[]";
        };
    }

    private static String compared(Attribute attribute, String value, Row row) {
        List<String> values = row.values().stream()
                .map(typed -> Values.cel(attribute, row.operator(), typed).orElseThrow())
                .toList();
        String list = "[" + String.join(", ", values) + "]";
        return switch (row.operator()) {
            case IS -> value + " == " + values.getFirst();
            case IS_NOT -> value + " != " + values.getFirst();
            case IS_ONE_OF -> value + " in " + list;
            case IS_NONE_OF -> "!(" + value + " in " + list + ")";
            case CONTAINS_ANY -> value + ".containsAny(" + list + ")";
            case STARTS_WITH -> value + ".startsWith(" + values.getFirst() + ")";
            case LESS, BEFORE -> value + " < " + values.getFirst();
            case AT_MOST -> value + " <= " + values.getFirst();
            case MORE -> value + " > " + values.getFirst();
            case AT_LEAST, SINCE -> value + " >= " + values.getFirst();
            case YES, GIVEN -> value;
            case NO, MISSING -> "!" + value;
            case DAYS_AGO_AT_LEAST -> "daysSince(" + value + ") >= " + values.getFirst();
            case DAYS_AGO_LESS -> "daysSince(" + value + ") < " + values.getFirst();
            case HAS -> values.getFirst() + " in " + value;
            case HAS_NOT -> "!(" + values.getFirst() + " in " + value + ")";
        };
    }
}
