package okienko.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of reading a file: the entries that can be used, and what is wrong with the rest. */
public record Reading<T>(List<T> entries, List<Problem> problems) {

    /** Makes an entry of every row that has nothing wrong with it. */
    public static <T> Reading<T> of(Sheet sheet, Function<Row, @Nullable T> entry) {
        List<T> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(sheet.problems());
        for (Row row : sheet.rows()) {
            T read = entry.apply(row);
            if (read != null && row.problems().isEmpty()) entries.add(read);
            else problems.addAll(row.problems());
        }
        return new Reading<>(entries, problems);
    }
}
