package okienko.desk.order;

import java.util.List;
import java.util.Map;
import okienko.orders.TimelineEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant typed that could not be done: kept and shown again, so that nothing typed is lost.
 *
 * @param form which form it was typed in: a section of the order, or {@code release}, {@code cancel}, {@code hand},
 *     {@code note}, {@code hold-17}; empty when nothing was typed
 * @param typed by name of the input
 * @param errors key of what is wrong with a value, by name of the input
 * @param focus path of the field to begin with; empty for the form's first
 * @param since what happened to the order meanwhile, when that was the reason; otherwise empty
 */
record Draft(
        String form, Map<String, String> typed, Map<String, String> errors, String focus, List<TimelineEntry> since) {

    static final Draft NONE = new Draft("", Map.of(), Map.of(), "", List.of());

    Draft {
        typed = Map.copyOf(typed);
        errors = Map.copyOf(errors);
        since = List.copyOf(since);
    }

    /** A form opened on purpose, with nothing typed yet. */
    static Draft opened(String form, String focus) {
        return new Draft(form, Map.of(), Map.of(), focus, List.of());
    }

    boolean isFor(String other) {
        return form.equals(other);
    }

    /** What was typed, or else what stands there. */
    String value(String name, @Nullable String stands) {
        String kept = typed.get(name);
        if (kept != null) return kept;
        return stands == null ? "" : stands;
    }

    /** What was typed in this form; empty in every other. */
    String in(String other, String name) {
        return isFor(other) ? typed.getOrDefault(name, "") : "";
    }
}
