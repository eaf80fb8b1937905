package okienko.ordercontrol.terms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything a condition can ask, in the order in which a person looks for it. */
public final class Attributes {

    static final List<Term<Situation>> TERMS =
            Stream.concat(OrderTerms.ALL.stream(), WorldTerms.ALL.stream()).toList();

    static final int COUNT = TERMS.size();

    /** What can be asked about the order and what is known around it. */
    public static final List<Attribute> ALL =
            TERMS.stream().map(Term::attribute).toList();

    /** What can be asked about each line, after the name it is given: {@code order.lines.exists(l, l.missing > 0)}. */
    public static final List<Attribute> OF_A_LINE =
            LineTerms.ALL.stream().map(Term::attribute).toList();

    private static final Map<String, Integer> INDEX = index();

    private static final Map<String, Attribute> BY_PATH = byPath();

    private Attributes() {}

    /** The attribute written so, of the order or of a line ({@code order.lines.sku}). */
    public static Optional<Attribute> named(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** Whether attributes are named beneath it: {@code order.buyer} is a group and has no value of its own. */
    public static boolean isGroup(String path) {
        String beginning = path + ".";
        return ALL.stream().anyMatch(attribute -> attribute.path().startsWith(beginning));
    }

    static int indexOf(String path) {
        return INDEX.getOrDefault(path, -1);
    }

    private static Map<String, Integer> index() {
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < TERMS.size(); i++) {
            index.put(TERMS.get(i).attribute().path(), i);
        }
        return Map.copyOf(index);
    }

    private static Map<String, Attribute> byPath() {
        Map<String, Attribute> byPath = new HashMap<>();
        Stream.concat(ALL.stream(), OF_A_LINE.stream()).forEach(attribute -> byPath.put(attribute.path(), attribute));
        return Map.copyOf(byPath);
    }
}
