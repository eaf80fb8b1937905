package okienko.customers.identity;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How one name may be written in several ways: alphabets, diacritics, transliterations, feminine surnames, diminutives. */
public final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1");

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("ł", "l"),
            Map.entry("đ", "d"),
            Map.entry("ø", "o"),
            Map.entry("ß", "ss"),
            Map.entry("æ", "ae"),
            Map.entry("œ", "oe"),
            Map.entry("ı", "i"),
            Map.entry("ж", "zh"),
            Map.entry("х", "h"),
            Map.entry("ц", "ts"),
            Map.entry("ч", "ch"),
            Map.entry("ш", "sh"),
            Map.entry("щ", "sht"),
            Map.entry("ю", "iu"),
            Map.entry("я", "ia"),
            Map.entry("ь", ""),
            Map.entry("ъ", ""));
    private static final String CYRILLIC = "абвгґдеєёэзиіїйыклмнопрстуф";
    private static final String LATIN = "abvggdeeeeziiiiiklmnoprstuf";

    /** Longer groups first, so that {@code szcz} is not read as {@code sz} and {@code cz}. */
    private static final String[][] GROUPS = {
        {"shch", "s"}, {"szcz", "s"}, {"sht", "s"}, {"sch", "s"}, {"sz", "s"}, {"sh", "s"}, {"cz", "c"}, {"ch", "h"},
        {"kh", "h"}, {"rz", "z"}, {"zh", "z"}, {"ts", "c"}, {"w", "v"}, {"y", "i"}, {"j", "i"}, {"ks", "x"}
    };

    private static final String[][] FEMININE = {
        {"skaia", "ski"}, {"ckaia", "cki"}, {"ska", "ski"}, {"cka", "cki"}, {"ova", "ov"}, {"eva", "ev"}
    };

    /** The commonest only; the full dictionary comes with customer matching. */
    private static final Map<String, String> DIMINUTIVES = diminutives(
            "katarzyna kasia kaska ekaterina katia",
            "anna ania anka ana",
            "malgorzata gosia malgosia",
            "magdalena magda",
            "agnieszka aga",
            "joanna asia",
            "barbara basia",
            "aleksandra ola alexandra",
            "zofia zosia sofia",
            "maria marysia",
            "elzbieta ela elizabeta",
            "krystyna krysia kristina",
            "tomasz tomek tomas",
            "piotr piotrek petr petar",
            "jan janek jasiek",
            "krzysztof krzysiek",
            "andrzej jedrzej andrei",
            "wojciech wojtek",
            "michal mikhail mihail",
            "pawel pavlo",
            "grzegorz grzesiek grigori",
            "stanislaw staszek",
            "jakub kuba",
            "maciej maciek",
            "aleksander alex olek sasha oleksandr",
            "ivan iwan vania",
            "georgi gosho",
            "dimitar mitko dmitri",
            "zbigniew zbyszek",
            "tadeusz tadek",
            "jozef jozek iosif");

    /** Where single letters are looked up; beyond, and in Greek with its two sigmas, the whole text must be seen. */
    private static final int TABLE = 0x530;

    private static final @Nullable String[] FOLDED = new String[TABLE];

    static {
        for (int letter = 0; letter < TABLE; letter++) {
            boolean alone = letter < 0x300 || letter >= 0x400;
            if (alone) FOLDED[letter] = foldWhole(String.valueOf((char) letter));
        }
    }

    /** Lower case, Latin letters, no diacritics: {@code Łódź} and {@code Лодз} both become {@code lodz}. */
    public static String fold(String text) {
        int length = text.length();
        StringBuilder latin = new StringBuilder(length + 8);
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter >= 'a' && letter <= 'z') {
                latin.append(letter);
                continue;
            }
            String folded = letter < TABLE ? FOLDED[letter] : null;
            if (folded == null) return foldWhole(text);
            latin.append(folded);
        }
        return latin.toString();
    }

    private static String foldWhole(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder latin = new StringBuilder(lower.length() + 8);
        for (int i = 0; i < lower.length(); i++) {
            String letter = lower.substring(i, i + 1);
            int cyrillic = CYRILLIC.indexOf(letter);
            latin.append(
                    cyrillic >= 0 ? LATIN.substring(cyrillic, cyrillic + 1) : LETTERS.getOrDefault(letter, letter));
        }
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("");
    }

    /** What is left of a folded word when everything spelling may vary in is gone. */
    public static String skeleton(String folded) {
        String even = even(folded);
        for (String[] form : FEMININE) {
            if (even.length() > form[0].length() + 1 && even.endsWith(form[0])) {
                return even.substring(0, even.length() - form[0].length()) + form[1];
            }
        }
        return DIMINUTIVES.getOrDefault(even, even);
    }

    private static String even(String folded) {
        String even = folded;
        for (String[] group : GROUPS) even = even.replace(group[0], group[1]);
        return DOUBLED.matcher(even).replaceAll("$1");
    }

    private static Map<String, String> diminutives(String... families) {
        Map<String, String> forms = new HashMap<>();
        for (String family : families) {
            String[] names = family.split(" ", -1);
            for (String name : names) forms.putIfAbsent(even(name), even(names[0]));
        }
        return Map.copyOf(forms);
    }

    private Spelling() {}
}
