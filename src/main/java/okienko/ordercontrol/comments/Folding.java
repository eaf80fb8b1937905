package okienko.ordercontrol.comments;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Text in one alphabet: small Latin letters without marks, digits, one space between words. Cyrillic is written in Latin
 * letters, so that those who have no Cyrillic keyboard are read by the same examples; a letter repeated is written once.
 */
final class Folding {

    private static final Map<Character, String> LATIN = Map.ofEntries(
            Map.entry('а', "a"),
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('д', "d"),
            Map.entry('е', "e"),
            Map.entry('ё', "e"),
            Map.entry('ж', "zh"),
            Map.entry('з', "z"),
            Map.entry('и', "i"),
            Map.entry('й', "y"),
            Map.entry('к', "k"),
            Map.entry('л', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('о', "o"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('у', "u"),
            Map.entry('ф', "f"),
            Map.entry('х', "h"),
            Map.entry('ц', "c"),
            Map.entry('ч', "ch"),
            Map.entry('ш', "sh"),
            Map.entry('щ', "sht"),
            Map.entry('ъ', "a"),
            Map.entry('ы', "y"),
            Map.entry('ь', ""),
            Map.entry('э', "e"),
            Map.entry('ю', "yu"),
            Map.entry('я', "ya"),
            Map.entry('і', "i"),
            Map.entry('ї', "i"),
            Map.entry('є', "e"),
            Map.entry('ґ', "g"),
            Map.entry('ł', "l"),
            Map.entry('ß', "ss"),
            Map.entry('đ', "d"),
            Map.entry('ø', "o"),
            Map.entry('æ', "ae"),
            Map.entry('ı', "i"));

    /** What each character becomes; a space where it stands for none. */
    private static final String[] TABLE = table();

    private Folding() {}

    static String of(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            String latin = TABLE[text.charAt(at)];
            for (int letter = 0; letter < latin.length(); letter++) append(folded, latin.charAt(letter));
        }
        int end = folded.length();
        if (end > 0 && folded.charAt(end - 1) == ' ') folded.setLength(end - 1);
        return folded.toString();
    }

    private static void append(StringBuilder folded, char next) {
        int length = folded.length();
        char last = length == 0 ? ' ' : folded.charAt(length - 1);
        if (next == ' ' && last == ' ') return;
        // "proooszę", but also "przyjazny sklepp": nobody means anything by a doubled letter; numbers are another
        // matter
        if (next == last && !Character.isDigit(next)) return;
        folded.append(next);
    }

    private static String[] table() {
        String[] table = new String[Character.MAX_VALUE + 1];
        for (int code = 0; code < table.length; code++) table[code] = latin((char) code);
        return table;
    }

    private static String latin(char letter) {
        // a mark belongs to the letter before it
        if (Character.getType(letter) == Character.NON_SPACING_MARK || letter == '\'' || letter == '’') return "";
        String lower = Character.toString(letter).toLowerCase(Locale.ROOT);
        String known = LATIN.get(lower.charAt(0));
        if (known != null) return known;
        String bare = Normalizer.normalize(lower, Normalizer.Form.NFKD);
        char first = bare.charAt(0);
        String again = LATIN.get(first);
        if (again != null) return again;
        if ((first >= 'a' && first <= 'z') || (first >= '0' && first <= '9')) return Character.toString(first);
        return Character.isLetterOrDigit(first) ? "~" : " ";
    }
}
