package okienko.ordercontrol.forms;

import java.util.List;

/** A condition as rows: this is what is kept; the CEL is made of it and never read back. */
public sealed interface Form {

    /** Deepest nesting of groups. */
    int DEEPEST = 4;

    /** Most rows in all. */
    int MOST_ROWS = 60;

    /** How the parts of a group belong together. */
    enum Join {
        ALL,
        ANY
    }

    /** Parts of which all, or any, must be true. */
    record Group(Join join, List<Form> parts) implements Form {
        public Group {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One comparison.
     *
     * @param field the path of an attribute; that of a line ({@code order.lines.quantity}) means any line
     * @param values as they were typed: {@code 15000 PLN}, {@code 2026-12-24}, {@code PL}
     */
    record Row(String field, Operator operator, List<String> values) implements Form {
        public Row {
            values = List.copyOf(values);
        }
    }

    /** The condition in CEL; of a form in which {@link Validation#problems} finds none. */
    default String cel() {
        return Generation.cel(this);
    }
}
