package okienko.reference.uploads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.reference.DataSet;
import okienko.reference.Problem;
import okienko.reference.Reading;
import okienko.reference.Row;
import okienko.reference.Sheet;

/**
 * What a file would change.
 *
 * @param entries what has to be written: new and changed entries
 * @param missing entries there are that the file does not name
 * @param changes the first of them, field by field
 * @param refused lines that cannot be taken
 */
record Comparison<T>(
        List<T> entries,
        int added,
        int changed,
        int unchanged,
        int missing,
        List<Change> changes,
        List<Problem> problems,
        int refused) {

    /** Changes shown before a file is taken up; more than anybody reads, enough to see whether the columns are right. */
    static final int SHOWN = 100;

    private static final int CHUNK = 5_000;

    /** One entry as it is and as it would be. */
    record Change(String key, boolean added, List<Field> fields) {}

    /** One field of it. */
    record Field(String name, String before, String after) {

        /** Whether it says nothing. */
        boolean blank() {
            return after.isBlank() || after.equals("[]");
        }
    }

    /** Whether a file holds nothing that can be used. */
    boolean unusable() {
        return !problems.isEmpty() && added + changed + unchanged == 0;
    }

    static <T> Comparison<T> of(DataSet<T> set, byte[] file, DataSet.Mode mode) {
        Sheet sheet = set.sheet(file);
        var counting = new Counting<T>(set, mode);
        List<Problem> problems = new ArrayList<>(sheet.problems());
        Set<String> seen = new HashSet<>();
        for (int from = 0; from < sheet.rows().size(); from += CHUNK) {
            List<Row> rows = sheet.rows()
                    .subList(from, Math.min(from + CHUNK, sheet.rows().size()));
            Map<String, T> present =
                    set.present(rows.stream().map(set::key).distinct().toList());
            Reading<T> reading = Reading.of(new Sheet(rows, List.of()), row -> {
                String key = set.key(row);
                if (!key.isEmpty() && !seen.add(key))
                    row.refuse(set.columns().getFirst().name(), "twice", key);
                T known = present.get(key);
                T read = set.read(row, known, mode);
                // a line that cannot be read still names its entry: it must not be emptied as if it were missing
                if (row.refused() && known != null && mode == DataSet.Mode.COMPLETE) counting.entries.add(known);
                return read;
            });
            problems.addAll(reading.problems());
            reading.entries().forEach(entry -> counting.count(entry, present.get(set.key(entry))));
        }
        int refused = (int) problems.stream().mapToInt(Problem::line).distinct().count();
        int missing = Math.max(0, set.size() - counting.changed - counting.unchanged);
        return new Comparison<>(
                counting.entries,
                counting.added,
                counting.changed,
                counting.unchanged,
                missing,
                counting.changes,
                problems,
                refused);
    }

    private static final class Counting<T> {
        private final DataSet<T> set;
        private final DataSet.Mode mode;
        private final List<T> entries = new ArrayList<>();
        private final List<Change> changes = new ArrayList<>();
        private int added;
        private int changed;
        private int unchanged;

        Counting(DataSet<T> set, DataSet.Mode mode) {
            this.set = set;
            this.mode = mode;
        }

        void count(T entry, @org.jspecify.annotations.Nullable T known) {
            Map<String, Object> after = set.fields(entry);
            Map<String, Object> before = known == null ? Map.of() : set.fields(known);
            boolean same = known != null && Objects.equals(new LinkedHashMap<>(before), after);
            if (same) unchanged++;
            else if (known == null) added++;
            else changed++;
            // an emptying file must name what stays, so that what it does not name can be told
            if (!same || mode == DataSet.Mode.COMPLETE) entries.add(entry);
            if (!same && changes.size() < SHOWN)
                changes.add(new Change(set.key(entry), known == null, fields(before, after)));
        }

        private static List<Field> fields(Map<String, Object> before, Map<String, Object> after) {
            List<Field> fields = new ArrayList<>();
            after.forEach((name, value) -> {
                String then = String.valueOf(before.getOrDefault(name, ""));
                String now = String.valueOf(value);
                if (!then.equals(now)) fields.add(new Field(name, then, now));
            });
            return fields;
        }
    }
}
