package okienko.payments.matching;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as banks and payers vary it, brought to one form: capitals, no Polish letters, no punctuation. */
final class Writing {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern SKI = Pattern.compile("(S|C|DZ)KI$");

    private Writing() {}

    /** Capitals without diacritics; punctuation stays. */
    static String plain(String text) {
        String upper = text.toUpperCase(Locale.ROOT).replace('Ł', 'L');
        return MARKS.matcher(Normalizer.normalize(upper, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Letters and figures only. */
    static String bare(String text) {
        return PUNCTUATION.matcher(plain(text)).replaceAll("");
    }

    /** The same form for Kowalski and Kowalska. */
    static String surname(String plain) {
        return plain.endsWith("KA")
                ? SKI.matcher(plain.substring(0, plain.length() - 1) + "I").replaceAll("$1KA")
                : SKI.matcher(plain).replaceAll("$1KA");
    }

    static boolean figures(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    /** Whether one is the other with one character wrong, missing, too many, or two neighbours exchanged. */
    static boolean oneSlip(String one, String other) {
        if (one.equals(other) || Math.abs(one.length() - other.length()) > 1) return false;
        int from = 0;
        int shorter = Math.min(one.length(), other.length());
        while (from < shorter && one.charAt(from) == other.charAt(from)) from++;
        if (one.length() == other.length()) {
            return one.substring(from + 1).equals(other.substring(from + 1)) || exchanged(one, other, from);
        }
        String longer = one.length() > other.length() ? one : other;
        String less = one.length() > other.length() ? other : one;
        return longer.substring(from + 1).equals(less.substring(from));
    }

    private static boolean exchanged(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }
}
