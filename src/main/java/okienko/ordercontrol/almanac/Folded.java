package okienko.ordercontrol.almanac;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text made comparable: lower case, no diacritics, anything but letters and digits one space. */
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What a character becomes, found once: comments are folded many times a second. */
    private static final String[] TABLE = new String[Character.MAX_VALUE + 1];

    private Folded() {}

    public static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 4);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            // a letter of two characters cannot be looked up by one
            if (Character.isSurrogate(letter)) return slowly(text);
            String plain = TABLE[letter];
            if (plain == null) TABLE[letter] = plain = one(letter);
            if (plain.equals(" ")) {
                if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') folded.append(' ');
            } else {
                folded.append(plain);
            }
        }
        return folded.toString().strip();
    }

    /** The empty string for a mark, which belongs to the letter before it. */
    private static String one(char letter) {
        String folded = slowly(Character.toString(letter));
        if (!folded.isEmpty()) return folded;
        return MARKS.matcher(Character.toString(letter)).matches() ? "" : " ";
    }

    private static String slowly(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('ł', 'l').replace("ß", "ss");
        // й and ї are letters of their own, not и and і with a mark
        String kept = lower.replace('й', '\uE000').replace('ї', '\uE001');
        String plain =
                MARKS.matcher(Normalizer.normalize(kept, Normalizer.Form.NFD)).replaceAll("");
        String restored = plain.replace('\uE000', 'й').replace('\uE001', 'ї').replace('ё', 'е');
        return OTHER.matcher(restored).replaceAll(" ").strip();
    }
}
