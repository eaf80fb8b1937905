package okienko.ordercontrol.almanac;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What customers write that changes nothing: thanks, greetings, haste without a date, "no remarks". The phrases lie in
 * {@code courtesies_<language>.txt}: words in a row; {@code a|b} is either, {@code a?} may be left out, {@code =} at the
 * start means that the phrase must be the whole comment. A sentence is a courtesy when phrases cover all of it; every
 * phrase must therefore be harmless beside any other.
 */
public final class Courtesies {

    private static final List<String> LANGUAGES = List.of("pl", "en", "ru", "bg");

    /** Longer comments say something; people don't thank in essays. */
    private static final int MAX_LENGTH = 600;

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;…\\n])");

    private static final Pattern EMOTICON = Pattern.compile("(?<!\\w)[:;=xX8][-^']?[)(DdPp*3]+(?!\\w)|<3|\\^\\^");

    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|#x[0-9a-fA-F]{1,5}|amp|lt|gt|quot|apos|nbsp);");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

    private static final Node PHRASES = new Node();

    private static final Set<String> WHOLE = new HashSet<>();

    /** Where a reader of phrases may stand: the words that may follow, and whether a phrase is complete here. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private boolean complete;
    }

    static {
        for (String language : LANGUAGES) {
            for (String line : Resource.lines("courtesies_" + language + ".txt")) learn(line);
        }
    }

    private Courtesies() {}

    /**
     * The sentences of a comment that are not courtesies, as the customer wrote them; none when it changes nothing.
     *
     * @param names words that are no news either: the names the order already has
     */
    public static List<String> others(String comment, Set<String> names) {
        String text = readable(comment);
        if (words(text).isEmpty()) return List.of();
        if (text.length() > MAX_LENGTH) return List.of(text.strip());
        if (WHOLE.contains(String.join(" ", words(text)))) return List.of();
        List<String> others = new ArrayList<>();
        for (String sentence : SENTENCE_END.split(text, -1)) {
            List<String> words = words(sentence);
            // a question wants an answer, however polite
            boolean question = sentence.contains("?") && !words.isEmpty();
            if (question || !covered(words, names)) others.add(sentence.strip());
        }
        return others;
    }

    /** The words of a text as phrases know them: folded, "proooszę" as "prosze". */
    public static List<String> words(String text) {
        String folded = Folded.of(text);
        if (folded.isEmpty()) return List.of();
        String plain = stretched(folded) ? STRETCHED.matcher(folded).replaceAll("$1") : folded;
        return List.of(plain.split(" ", -1));
    }

    private static boolean stretched(String text) {
        for (int at = 2; at < text.length(); at++) {
            if (text.charAt(at) == text.charAt(at - 1) && text.charAt(at) == text.charAt(at - 2)) return true;
        }
        return false;
    }

    private static boolean covered(List<String> words, Set<String> names) {
        boolean[] reached = new boolean[words.size() + 1];
        reached[0] = true;
        for (int from = 0; from < words.size(); from++) {
            if (!reached[from]) continue;
            if (names.contains(words.get(from))) reached[from + 1] = true;
            Node node = PHRASES;
            for (int at = from; at < words.size(); at++) {
                node = node.next.get(words.get(at));
                if (node == null) break;
                if (node.complete) reached[at + 1] = true;
            }
        }
        return reached[words.size()];
    }

    private static String readable(String comment) {
        String visible = needed(comment) ? INVISIBLE.matcher(comment).replaceAll("") : comment;
        String decoded = visible.indexOf('&') < 0
                ? visible
                : ENTITY.matcher(visible).replaceAll(found -> entity(found.group(1)));
        return marked(decoded) ? EMOTICON.matcher(decoded).replaceAll(" ") : decoded;
    }

    /** Whether something invisible may be in it: nothing is in plain letters. */
    private static boolean needed(String comment) {
        return comment.chars().anyMatch(letter -> letter > 127 && Character.getType(letter) == Character.FORMAT);
    }

    private static boolean marked(String text) {
        return text.chars().anyMatch(letter -> ":;=<^8xX".indexOf(letter) >= 0);
    }

    private static String entity(String name) {
        String character = switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> Character.toString(codePoint(name));
        };
        return Matcher.quoteReplacement(character);
    }

    private static int codePoint(String name) {
        int number =
                name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(number) ? number : ' ';
    }

    private static void learn(String line) {
        boolean whole = line.startsWith("=");
        learn(PHRASES, (whole ? line.substring(1) : line).strip().split("\\s+", -1), 0, whole, List.of());
    }

    private static void learn(Node node, String[] parts, int at, boolean whole, List<String> before) {
        if (at == parts.length) {
            if (before.isEmpty()) return;
            if (whole) WHOLE.add(String.join(" ", before));
            else node.complete = true;
            return;
        }
        boolean optional = parts[at].endsWith("?");
        String part = optional ? parts[at].substring(0, parts[at].length() - 1) : parts[at];
        if (optional) learn(node, parts, at + 1, whole, before);
        for (String word : part.split("\\|", -1)) {
            List<String> words = new ArrayList<>(before);
            Node next = node;
            for (String one : words(word)) {
                words.add(one);
                if (!whole) next = next.next.computeIfAbsent(one, w -> new Node());
            }
            learn(next, parts, at + 1, whole, words);
        }
    }
}
