package okienko.ordercontrol.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.Place;
import okienko.ordercontrol.conditions.Problem;
import okienko.ordercontrol.forms.Form;
import okienko.ordercontrol.forms.FormJson;
import okienko.ordercontrol.forms.Validation;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A condition as it is being typed.
 *
 * @param text in CEL, where somebody writes it so
 * @param rows of the form; kept while somebody writes CEL, which is never read back into rows
 */
record TypedCondition(Kind kind, String text, Form.Group rows) {

    static final String KIND = "condition.kind";
    static final String TEXT = "condition.text";

    /** The rows while they are not shown. */
    static final String KEPT = "condition.rows";

    /** How it is written. */
    enum Kind {
        /** There is none: only a check can do without. */
        ALWAYS,
        FORM,
        CEL
    }

    /**
     * Something wrong with it.
     *
     * @param part the row or group, {@code c-0}; empty for the whole
     * @param place where in the text; null for rows
     */
    record Wrong(String part, @Nullable Place place, String sentence) {}

    static TypedCondition of(Rule.@Nullable Written written, boolean own) {
        if (written == null) return new TypedCondition(own ? Kind.FORM : Kind.ALWAYS, "", TypedRows.NEW);
        if (written.form().isEmpty()) return new TypedCondition(Kind.CEL, written.text(), TypedRows.NEW);
        return new TypedCondition(Kind.FORM, written.text(), grouped(FormJson.read(written.form())));
    }

    private static Form.Group grouped(Form form) {
        return form instanceof Form.Group group ? group : new Form.Group(Form.Join.ALL, List.of(form));
    }

    static TypedCondition typed(Map<String, String> form) {
        Kind kind = switch (form.getOrDefault(KIND, "")) {
            case "ALWAYS" -> Kind.ALWAYS;
            case "CEL" -> Kind.CEL;
            default -> Kind.FORM;
        };
        TypedRows typed = new TypedRows(form);
        Form.Group rows = typed.shown() ? typed.read() : kept(form.getOrDefault(KEPT, ""));
        String text = form.getOrDefault(TEXT, "").replace("\r\n", "\n").strip();
        // whoever goes on in CEL begins with what the form says
        boolean begun =
                kind == Kind.CEL && typed.shown() && Validation.problems(rows).isEmpty();
        return new TypedCondition(kind, begun ? rows.cel() : text, rows);
    }

    private static Form.Group kept(String json) {
        try {
            return json.isEmpty() ? TypedRows.NEW : grouped(FormJson.read(json));
        } catch (IllegalArgumentException _) {
            return TypedRows.NEW;
        }
    }

    TypedCondition after(String act) {
        return new TypedCondition(kind, text, TypedRows.after(rows, act));
    }

    /** All that is wrong, in the reader's language. */
    List<Wrong> wrongs() {
        Words words = Words.here();
        List<Wrong> wrongs = new ArrayList<>();
        if (kind == Kind.FORM) {
            for (Validation.Problem problem : Validation.problems(rows)) {
                wrongs.add(new Wrong(part(problem.part()), null, problem.sentence(words)));
            }
            if (!wrongs.isEmpty()) return wrongs;
        }
        for (Problem problem : kind == Kind.ALWAYS ? List.<Problem>of() : Conditions.check(cel())) {
            wrongs.add(new Wrong("", kind == Kind.CEL ? problem.place() : null, problem.sentence(words)));
        }
        return wrongs;
    }

    private static String part(List<Integer> path) {
        StringBuilder part = new StringBuilder(TypedRows.ROOT);
        path.forEach(index -> part.append('-').append(index));
        return part.toString();
    }

    /** The condition in CEL; only of one with nothing wrong in its rows. */
    String cel() {
        return kind == Kind.FORM ? rows.cel() : text;
    }

    /** The rows as they are kept while they are not shown. */
    String kept() {
        return FormJson.write(rows);
    }

    /** The condition as a rule has it; null where there is none, or something is wrong with it. */
    Rule.@Nullable Written written() {
        if (kind == Kind.ALWAYS || !wrongs().isEmpty()) return null;
        return new Rule.Written(cel(), kind == Kind.FORM ? kept() : "");
    }
}
