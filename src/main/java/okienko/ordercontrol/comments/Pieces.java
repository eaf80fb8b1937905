package okienko.ordercontrol.comments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import okienko.ordercontrol.almanac.Courtesies;

/**
 * The pieces of a comment that are judged, each by itself: the clauses that are no known courtesy, and each two of them that
 * follow one another. What is judged so cannot be talked away: a courtesy more leaves every piece as it was.
 */
final class Pieces {

    /** Words that say nothing before or after a wish, as {@link Folding} writes them. */
    private static final Set<String> EDGES = Set.of(
            "dziekuje",
            "dziekujemy",
            "dzieki",
            "pozdrawiam",
            "pozdrawiamy",
            "pozdro",
            "witam",
            "hej",
            "czesc",
            "prosze",
            "bardzo",
            "serdecznie",
            "z",
            "gory",
            "dzien",
            "dobry",
            "thanks",
            "thank",
            "you",
            "thx",
            "hello",
            "hi",
            "please",
            "pls",
            "kindly",
            "spasibo",
            "pozhaluysta",
            "zdravstvuyte",
            "blagodarya",
            "molya",
            "zdraveyte",
            "danke",
            "bite",
            "halo",
            "hallo",
            "dyakuyu",
            "budlaska",
            "dekuji",
            "prosim",
            "regards",
            "cheers",
            "pozdravi",
            "i",
            "merci",
            "mersi");

    /**
     * A piece.
     *
     * @param text as the buyer wrote it
     * @param folded what is left of it without courtesies at its ends
     */
    record Piece(String text, String folded, Features features) {

        /** The same for the same words, whatever marks and courtesies stand around them; a question is another matter. */
        long fingerprint() {
            long hash = text.indexOf('?') >= 0 ? 1125899906842597L : 31L;
            for (int at = 0; at < folded.length(); at++) hash = 0x100000001b3L * (hash ^ folded.charAt(at));
            return hash ^ (hash >>> 29);
        }

        /** A single word says too little to be known by: "bez" is no remark before "kabla". */
        boolean severalWords() {
            return folded.indexOf(' ') > 0;
        }
    }

    static final Predicate<Piece> NONE_KNOWN = piece -> false;

    private Pieces() {}

    /**
     * @param names words that are no news: the names on the order
     * @param harmless which pieces are known to change nothing
     */
    static List<Piece> of(String text, Set<String> names, Predicate<Piece> harmless) {
        List<Piece> pieces = new ArrayList<>();
        String before = null;
        List<String> clauses = Clauses.of(text);
        for (String clause : clauses) {
            if (wordless(clause)) continue;
            if (!clause.contains("?") && Courtesies.others(clause, names).isEmpty()) continue;
            Piece alone = piece(clause);
            if ((clauses.size() == 1 || alone.severalWords()) && harmless.test(alone)) continue;
            pieces.add(alone);
            if (before != null) pieces.add(piece(before + " " + clause));
            before = clause;
        }
        return pieces;
    }

    static Piece whole(String text) {
        return piece(Plain.of(text));
    }

    static boolean wordless(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetterOrDigit(text.charAt(at))) return false;
        }
        return true;
    }

    private static Piece piece(String text) {
        String folded = trimmed(Folding.of(text));
        return new Piece(text, folded, Features.of(folded, text.indexOf('?') >= 0));
    }

    private static String trimmed(String folded) {
        String[] words = folded.split(" ", -1);
        int from = 0;
        int end = words.length;
        while (from < end && EDGES.contains(words[from])) from++;
        while (end > from && EDGES.contains(words[end - 1])) end--;
        if (from == end) return folded;
        return String.join(" ", java.util.Arrays.asList(words).subList(from, end));
    }
}
