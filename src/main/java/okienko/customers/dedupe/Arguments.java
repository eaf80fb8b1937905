package okienko.customers.dedupe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked to do.
 *
 * @param out where the groups go; null: to standard output
 * @param pairs where the scored pairs go; null: nowhere
 * @param map which field a column is, by its heading in small letters
 */
record Arguments(
        boolean help,
        String file,
        @Nullable String out,
        @Nullable String pairs,
        Map<String, String> map) {

    private static final Set<String> OPTIONS = Set.of("--out", "--pairs", "--map");

    static Arguments read(String... words) throws Unusable {
        Deque<String> left = new ArrayDeque<>(List.of(words));
        Map<String, String> options = new HashMap<>();
        String file = null;
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            if (word.equals("--help") || word.equals("-h")) return new Arguments(true, "", null, null, Map.of());
            if (word.startsWith("-")) {
                option(word, left, options);
            } else if (file == null) {
                file = word;
            } else {
                throw new Unusable("'" + word + "' is a second file: put everything into one, "
                        + "only records of one file are compared with one another");
            }
        }
        if (file == null) throw new Unusable("no file is named: give an exported CSV file, see --help");
        String map = options.getOrDefault("--map", "");
        return new Arguments(false, file, options.get("--out"), options.get("--pairs"), map(map));
    }

    private static void option(String word, Deque<String> left, Map<String, String> options) throws Unusable {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (!OPTIONS.contains(name)) {
            throw new Unusable("option " + name + " is not known: see --help for those that are");
        }
        String value = equals < 0 ? left.pollFirst() : word.substring(equals + 1);
        if (value == null || value.isEmpty()) {
            throw new Unusable("option " + name + " has no value: write one after it, see --help");
        }
        options.put(name, value);
    }

    private static Map<String, String> map(String text) throws Unusable {
        Map<String, String> map = new HashMap<>();
        if (text.isEmpty()) return map;
        for (String entry : text.split(",", -1)) {
            String[] sides = entry.split("=", -1);
            if (sides.length != 2 || sides[0].isBlank() || !Headings.fieldName(sides[1].strip())) {
                throw new Unusable("--map has '" + entry + "', which is not COLUMN=FIELD: fields are record_id, "
                        + String.join(", ", Headings.names()) + ", and - for a column to leave out");
            }
            map.put(Headings.plain(sides[0]), sides[1].strip());
        }
        return map;
    }
}
