package okienko.ordercontrol.terms;

import static okienko.ordercontrol.terms.Function.member;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import okienko.ordercontrol.almanac.Folded;

/** Looking into text. */
final class TextFunctions {

    /** Largest program a pattern may compile to; a telephone number or an article number needs some twenty. */
    private static final int MAX_PATTERN = 100;

    /** Longest text a pattern is tried on: the work is the product of the two. */
    private static final int MAX_TEXT = 5_000;

    /** More patterns than all rules of a shop have; beyond it they are compiled each time. */
    private static final int MAX_KEPT = 1_000;

    private static final ConcurrentMap<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private static final CelType TEXT = ValueType.TEXT.cel();
    private static final CelType NUMBER = ValueType.NUMBER.cel();
    private static final CelType YES_NO = ValueType.YES_NO.cel();

    static final List<Function> ALL = List.of(
            member("contains", YES_NO, (_, a) -> ((String) a[0]).contains((String) a[1]), TEXT, TEXT)
                    .as("order.number.contains(\"TEST\")"),
            member("startsWith", YES_NO, (_, a) -> ((String) a[0]).startsWith((String) a[1]), TEXT, TEXT)
                    .as("order.lines.exists(l, l.sku.orValue(\"\").startsWith(\"OUTLET-\"))"),
            member("endsWith", YES_NO, (_, a) -> ((String) a[0]).endsWith((String) a[1]), TEXT, TEXT)
                    .as("order.buyer.email.orValue(\"\").endsWith(\"@example.com\")"),
            member(
                            "containsAny",
                            YES_NO,
                            (_, a) -> containsAny((String) a[0], (List<?>) a[1]),
                            TEXT,
                            ListType.create(TEXT))
                    .as("order.comment.containsAny([\"prezent*\", \"gift\", \"na jutro\"])"),
            member("matches", YES_NO, (_, a) -> matches((String) a[0], (String) a[1]), TEXT, TEXT)
                    .writtenOut(1, "pattern", TextFunctions::isPattern)
                    .as("order.number.matches(\"^B2B-[0-9]+$\")"),
            member("size", NUMBER, (_, a) -> length((String) a[0]), TEXT).as("order.comment.size() > 0"),
            member("size", NUMBER, (_, a) -> (long) ((List<?>) a[0]).size(), ListType.create(Function.ANY))
                    .as("order.lines.size() > 20"),
            member(
                            "postalBetween",
                            YES_NO,
                            (_, a) -> between((String) a[0], (String) a[1], (String) a[2]),
                            TEXT,
                            TEXT,
                            TEXT)
                    .as("order.delivery.postalCode.orValue(\"\").postalBetween(\"00-001\", \"05-999\")"));

    private TextFunctions() {}

    private static long length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whole words, whatever their case and diacritics; a word that ends in {@code *} stands for all that begin so. */
    private static boolean containsAny(String text, List<?> words) {
        String folded = " " + Folded.of(text) + " ";
        for (Object word : words) {
            String wanted = (String) word;
            String plain = Folded.of(wanted);
            if (!plain.isEmpty() && folded.contains(" " + plain + (wanted.endsWith("*") ? "" : " "))) return true;
        }
        return false;
    }

    private static boolean matches(String text, String pattern) {
        if (text.length() > MAX_TEXT) throw new Trouble(Trouble.Kind.TOO_MUCH_WORK);
        Pattern known = PATTERNS.get(pattern);
        if (known == null) {
            known = Pattern.compile(pattern);
            if (PATTERNS.size() < MAX_KEPT) PATTERNS.put(pattern, known);
        }
        return known.matcher(text).find();
    }

    private static boolean isPattern(Object pattern) {
        try {
            return pattern instanceof String text && Pattern.compile(text).programSize() <= MAX_PATTERN;
        } catch (PatternSyntaxException _) {
            return false;
        }
    }

    /** Postal codes are compared as written, without spaces and dashes, and only with codes as long as themselves. */
    private static boolean between(String code, String from, String to) {
        String plain = bare(code);
        String first = bare(from);
        String last = bare(to);
        return plain.length() == first.length()
                && plain.length() == last.length()
                && plain.compareTo(first) >= 0
                && plain.compareTo(last) <= 0;
    }

    private static String bare(String code) {
        StringBuilder bare = new StringBuilder(code.length());
        code.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString().toUpperCase(Locale.ROOT);
    }
}
