package okienko.ordercontrol.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;

/** Whether the receiver's name can be a person's. Short, foreign and double-barrelled names are names: Ng Wu, O'Neil. */
final class NameCheck {

    private static final Pattern COMPANY = Pattern.compile(
            "(?<!\\p{L})(sp\\.? ?z ?o\\.? ?o|spolka|spółka|s\\.?a|sp\\.? ?j|s\\.?c|p\\.?p\\.?h\\.?u|p\\.?h\\.?u|f\\.?h\\.?u|"
                    + "firma|fundacja|stowarzyszenie|urząd|szkoła|hotel|sklep|gmbh|ag|kg|ug|ltd|llc|inc|plc|s\\.?r\\.?o|"
                    + "a\\.?s|kft|bt|srl|s\\.?r\\.?l|sarl|bv|nv|oü|sia|uab|еоод|оод|ет|ооо|тов|фоп|ип)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> PLACEHOLDERS = Set.of(
            "test",
            "tester",
            "testowy",
            "testowa",
            "brak",
            "nazwisko",
            "imie",
            "imię",
            "none",
            "null",
            "undefined",
            "unknown",
            "anonim",
            "anonymous",
            "klient",
            "customer",
            "kupujacy",
            "kupujący",
            "тест",
            "никто",
            "клиент",
            "asd",
            "qwe",
            "zxc",
            "qaz",
            "wsx",
            "asdf",
            "qwer",
            "zxcv",
            "фыв",
            "йцу",
            "фыва",
            "йцук",
            "ячсм",
            "abc",
            "abcd");

    private static final List<String> KEYBOARD =
            List.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю");

    /** Shortest word that can be called keyboard noise by its pattern; "Wert" and "Trew" are surnames. */
    private static final int SHORTEST_NOISE = 5;

    /** Words of Latin letters this long without a single vowel are nobody's name. */
    private static final int LONGEST_WITHOUT_VOWEL = 5;

    private static final Pattern VOWEL = Pattern.compile("[aeiouyąęóàáâãäåæèéêëěìíîïòôõöøőùúûüůűýÿăāēīūėęių]");

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s.,_]+");

    private NameCheck() {}

    static List<Finding> examine(Order order, Facts facts, Settings settings) {
        boolean company = !order.buyer().company().isBlank()
                || !order.delivery().address().company().isBlank();
        boolean numbered = order.delivery().service().equals("DHL_PACKSTATION");
        String receiver = order.delivery().address().name();
        Map<String, String> names = new LinkedHashMap<>();
        names.put("delivery.address.name", receiver);
        if (!order.buyer().name().equals(receiver))
            names.put("buyer.name", order.buyer().name());
        for (Map.Entry<String, String> name : names.entrySet()) {
            Optional<String> wrong = wrong(name.getValue().strip(), company, numbered);
            if (wrong.isPresent()) {
                return Seen.of(ReasonCode.NAME_SUSPICIOUS, wrong.get())
                        .at(name.getKey())
                        .saw("name", name.getValue())
                        .edit(name.getKey())
                        .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                        .alone();
            }
        }
        return Seen.nothing();
    }

    /** What is wrong with a name; a person at a company need not have a surname, a locker's client may have a number. */
    static Optional<String> wrong(String name, boolean company, boolean numbered) {
        if (name.isEmpty()) return Optional.empty();
        // companies have names of their own kind; asked last, since few names are suspicious
        return suspicion(name, company, numbered)
                .filter(why -> !COMPANY.matcher(name).find());
    }

    private static Optional<String> suspicion(String name, boolean company, boolean numbered) {
        if (!LETTER.matcher(name).find()) return Optional.of("noLetters");
        if (!numbered && DIGIT.matcher(name).find()) return Optional.of("digits");
        List<String> words = BETWEEN_WORDS
                .splitAsStream(name)
                .filter(word -> LETTER.matcher(word).find())
                .toList();
        if (words.stream().anyMatch(NameCheck::noise)) return Optional.of("noise");
        if (ideographs(name)) return Optional.empty();
        long full = words.stream().filter(word -> letters(word) > 1).count();
        if (full == 0) return Optional.of("letter");
        if (words.size() < 2) return company ? Optional.empty() : Optional.of("noSurname");
        // "J. Kowalska" is fine, "Anna K." leaves the courier guessing
        return letters(words.getLast()) == 1 ? Optional.of("initial") : Optional.empty();
    }

    private static boolean noise(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (PLACEHOLDERS.contains(lower)) return true;
        boolean oneLetter = lower.length() >= 3 && lower.chars().distinct().count() == 1;
        if (oneLetter && !lower.equals("iii")) return true; // but Jan Kowalski III
        if (lower.length() >= SHORTEST_NOISE && onlyKeyboardRuns(lower)) return true;
        boolean latin = lower.chars().allMatch(c -> c < 0x250 && Character.isLetter(c));
        return latin
                && lower.length() > LONGEST_WITHOUT_VOWEL
                && !VOWEL.matcher(lower).find();
    }

    /** Whether a word is nothing but runs of three or more neighbouring keys: "asdasd", "qwerty", "lkjhg". */
    private static boolean onlyKeyboardRuns(String word) {
        int at = 0;
        while (at < word.length()) {
            int run = Math.max(run(word, at, 1), run(word, at, -1));
            if (run < 3) return false;
            at += run;
        }
        return true;
    }

    private static int run(String word, int from, int step) {
        for (String row : KEYBOARD) {
            int key = row.indexOf(word.charAt(from));
            if (key < 0) continue;
            int length = 1;
            while (from + length < word.length()
                    && key + length * step >= 0
                    && key + length * step < row.length()
                    && row.charAt(key + length * step) == word.charAt(from + length)) {
                length++;
            }
            return length;
        }
        return 0;
    }

    private static long letters(String word) {
        return word.codePoints().filter(Character::isLetter).count();
    }

    /** Chinese, Japanese and Korean names are written without a space between surname and name. */
    private static boolean ideographs(String name) {
        return name.codePoints()
                .anyMatch(c -> Character.isIdeographic(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA);
    }
}
