package okienko.vocabulary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Something people of the shop wrote, in one or several languages. A reader whose language is missing gets another.
 *
 * @param byLanguage by two-letter code, in the order {@code en, pl, ru, bg} and then by code; none is blank
 */
public record Texts(Map<String, String> byLanguage) {

    /** Which language stands in for one that is missing, the first there is. */
    private static final List<String> PREFERENCE = List.of("en", "pl", "ru", "bg");

    private static final Pattern CODE = Pattern.compile("[a-z]{2}");

    public static final Texts NONE = new Texts(Map.of());

    public Texts {
        Map<String, String> sorted = new TreeMap<>(byLanguage);
        Map<String, String> kept = new LinkedHashMap<>();
        for (String language : PREFERENCE) {
            String text = sorted.remove(language);
            if (text != null && !text.isBlank()) kept.put(language, text.strip());
        }
        sorted.forEach((language, text) -> {
            if (!CODE.matcher(language).matches()) {
                throw new IllegalArgumentException("'" + language + "' is no two-letter language such as pl");
            }
            if (!text.isBlank()) kept.put(language, text.strip());
        });
        byLanguage = Collections.unmodifiableMap(kept);
    }

    /** A text in one language. */
    public static Texts of(String language, String text) {
        return new Texts(Map.of(language, text));
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    /** The text for a reader; empty only when nobody has written any. */
    public String in(Locale reader) {
        String own = byLanguage.get(reader.getLanguage());
        return own != null ? own : byLanguage.values().stream().findFirst().orElse("");
    }
}
