package okienko.ordercontrol.almanac;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text made comparable: lower case, no diacritics, anything but letters and digits one space. */
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Folded() {}

    public static String of(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('ł', 'l').replace("ß", "ss");
        // й and ї are letters of their own, not и and і with a mark
        String kept = lower.replace('й', '\uE000').replace('ї', '\uE001');
        String plain =
                MARKS.matcher(Normalizer.normalize(kept, Normalizer.Form.NFD)).replaceAll("");
        String restored = plain.replace('\uE000', 'й').replace('\uE001', 'ї').replace('ё', 'е');
        return OTHER.matcher(restored).replaceAll(" ").strip();
    }
}
