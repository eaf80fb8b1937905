package okienko.reference;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column of a data set and the headings it is recognised by, compared without case, diacritics and punctuation.
 *
 * @param name its name in JSON and in messages, e.g. {@code onHand}
 * @param required whether a file without it cannot be read
 * @param headings as shops, ERPs and marketplaces write it, in any language
 */
public record Column(String name, boolean required, List<String> headings) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Column {
        headings = List.copyOf(headings);
    }

    /** A column a file must have. */
    public static Column required(String name, String... headings) {
        return new Column(name, true, List.of(headings));
    }

    /** A column a file may leave out. */
    public static Column optional(String name, String... headings) {
        return new Column(name, false, List.of(headings));
    }

    /** What counts of a heading. */
    static String plain(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT).replace('ł', 'l');
        String bare =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return NOISE.matcher(bare).replaceAll("");
    }
}
