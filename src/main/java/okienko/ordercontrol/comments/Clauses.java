package okienko.ordercontrol.comments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Where one thought of a comment ends and the next begins. */
final class Clauses {

    private static final String ENDS = ".!?;…\n\r,()|•";

    private static final Set<String> SHORTENED = Set.of(
            "ul", "al", "os", "pl", "tel", "nr", "m", "kl", "szt", "godz", "r", "np", "tzn", "tj", "mr", "mrs", "dr",
            "st", "no", "ул", "бул", "кв", "д", "тел", "ж", "к", "бл", "вх", "ет", "ап", "гр", "str", "kom", "pt", "ok",
            "rozm", "op", "woj", "zam", "sz", "ks", "b", "sp", "z", "pw", "inz", "mgr", "prof", "ок", "г", "р", "с",
            "обл", "вул", "буд", "č");

    private static final List<String> CONDITIONS = List.of(
            "w razie",
            "jeśli",
            "jesli",
            "jeżeli",
            "jezeli",
            "gdyby",
            "jakby",
            "jak by",
            "jak ",
            "if ",
            "in case",
            "should ",
            "falls",
            "wenn ",
            "bei ",
            "sollte",
            "ако",
            "если",
            "при ",
            "в случае",
            "в случай",
            "kdyby",
            "pokud",
            "když",
            "v případě",
            "якщо",
            "у разі",
            "w przypadku",
            "gdy ",
            "skoro");

    private static final Set<String> SUBORDINATES = Set.of(
            "że",
            "ze",
            "żeby",
            "zeby",
            "aby",
            "by",
            "bo",
            "który",
            "która",
            "które",
            "gdyż",
            "ponieważ",
            "więc",
            "wiec",
            "что",
            "чтобы",
            "потому",
            "че",
            "защото",
            "dass",
            "weil",
            "damit",
            "that",
            "because",
            "so",
            "which",
            "protože",
            "že",
            "бо",
            "щоб",
            "що",
            "aż",
            "jak",
            "jeśli",
            "jeżeli",
            "gdyby",
            "if",
            "если",
            "ако",
            "якщо",
            "falls",
            "wenn",
            "pokud",
            "kdyby");

    private Clauses() {}

    static List<String> of(String text) {
        List<String> clauses = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            if (!ends(text, from, at)) continue;
            int end = at + 1;
            while (end < text.length() && ENDS.indexOf(text.charAt(end)) >= 0 && text.charAt(end) != '(') end++;
            add(clauses, text.substring(from, end));
            from = end;
            at = end - 1;
        }
        add(clauses, text.substring(from));
        return clauses;
    }

    private static boolean ends(String text, int from, int at) {
        char mark = text.charAt(at);
        if (mark == '-' || mark == '–' || mark == '—') return blank(text, at - 1) && blank(text, at + 1);
        if (ENDS.indexOf(mark) < 0) return false;
        if (mark != '.' && mark != ',') return true;
        // 12.05 and 2,5 are one number; "ul. Polna" is one address
        if (digit(text, at - 1) && digit(text, at + 1)) return false;
        if (mark == ',') return !joined(text, from, at);
        return !shortened(text, from, at) && (at + 1 == text.length() || !letter(text, at + 1));
    }

    /** A condition belongs to what it leads to, and a subordinate clause to its main one: "jeśli czegoś brak, dajcie znać". */
    private static boolean joined(String text, int from, int at) {
        String before = text.substring(from, at).strip().toLowerCase(Locale.ROOT);
        for (String condition : CONDITIONS) {
            if (before.startsWith(condition)) return true;
        }
        int start = at + 1;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) start++;
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
        return SUBORDINATES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static boolean shortened(String text, int from, int at) {
        int start = at;
        while (start > from && Character.isLetter(text.charAt(start - 1))) start--;
        return at + 1 < text.length()
                && SHORTENED.contains(text.substring(start, at).toLowerCase(Locale.ROOT));
    }

    private static boolean blank(String text, int at) {
        return at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at));
    }

    private static boolean digit(String text, int at) {
        return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
    }

    private static boolean letter(String text, int at) {
        return Character.isLetter(text.charAt(at));
    }

    private static void add(List<String> clauses, String clause) {
        String stripped = clause.strip();
        if (stripped.isEmpty()) return;
        clauses.add(stripped);
    }
}
