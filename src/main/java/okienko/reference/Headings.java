package okienko.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which column a heading means; every spelling is worked out once, not for each row. */
final class Headings {

    /** Headings remembered; a JSON file may have other keys in each line. */
    private static final int REMEMBERED = 1_000;

    private final Map<String, Column> plain = new HashMap<>();
    private final Map<String, Optional<Column>> met = new HashMap<>();

    Headings(List<Column> columns) {
        for (Column column : columns) plain.putIfAbsent(Column.plain(column.name()), column);
        for (Column column : columns) {
            column.headings().forEach(heading -> plain.putIfAbsent(Column.plain(heading), column));
        }
    }

    Optional<Column> column(String heading) {
        Optional<Column> known = met.get(heading);
        if (known != null) return known;
        Optional<Column> found = Optional.ofNullable(plain.get(Column.plain(heading)));
        if (met.size() < REMEMBERED) met.put(heading, found);
        return found;
    }
}
