package okienko.ordercontrol.checks;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Compiled patterns of point codes: the table holds a few dozen texts, every order asks for one. */
final class PatternCache {

    /** More than any shop's delivery services; beyond it patterns are compiled each time. */
    private static final int MAX = 1_000;

    private static final ConcurrentMap<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private PatternCache() {}

    static Pattern of(String text) {
        Pattern known = COMPILED.get(text);
        if (known != null) return known;
        Pattern pattern = Pattern.compile(text);
        if (COMPILED.size() < MAX) COMPILED.put(text, pattern);
        return pattern;
    }
}
