package okienko.ordercontrol.comments;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comment as its writer saw it: entities decoded, twice encoded letters mended, what cannot be seen taken out. */
final class Plain {

    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("oacute", "ó"),
            Map.entry("Oacute", "Ó"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("szlig", "ß"),
            Map.entry("eacute", "é"),
            Map.entry("aacute", "á"),
            Map.entry("iacute", "í"),
            Map.entry("ndash", "–"),
            Map.entry("hellip", "…"));

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\u0000-\\u0008\\u000b-\\u001f]+");

    /** The first bytes of two-byte letters, seen through a one-byte alphabet. */
    private static final Pattern TWICE_ENCODED = Pattern.compile("[ÃÄÅĂĹĂÐÑŃĐ][^\\s\\p{ASCII}]");

    private static final List<Charset> ONE_BYTE =
            List.of(Charset.forName("windows-1252"), Charset.forName("windows-1250"));

    private Plain() {}

    static String of(String comment) {
        String text = comment;
        if (text.indexOf('&') >= 0) {
            // shops' templates encode what was encoded already
            text = decoded(decoded(text));
        }
        if (!ascii(text)) {
            if (TWICE_ENCODED.matcher(text).find()) text = mended(text);
            text = Normalizer.normalize(text, Normalizer.Form.NFC);
        }
        return visible(text) ? text : INVISIBLE.matcher(text).replaceAll("");
    }

    private static boolean visible(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter < ' ' ? letter != '\n' && letter != '\t' : Character.getType(letter) == Character.FORMAT)
                return false;
        }
        return true;
    }

    private static boolean ascii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) > 127) return false;
        }
        return true;
    }

    private static String decoded(String text) {
        return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
    }

    private static String character(MatchResult found) {
        if (found.group(3) != null) return NAMED.getOrDefault(found.group(3), found.group());
        int code = found.group(1) != null ? Integer.parseInt(found.group(1)) : Integer.parseInt(found.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }

    /** UTF-8 that was taken for one byte a letter and encoded again; the text itself where that is not what happened. */
    private static String mended(String text) {
        for (Charset alphabet : ONE_BYTE) {
            byte[] bytes = new byte[text.length()];
            boolean fits = true;
            for (int at = 0; at < bytes.length && fits; at++) {
                int one = single(text.charAt(at), alphabet);
                fits = one >= 0;
                bytes[at] = (byte) one;
            }
            if (!fits) continue;
            try {
                CharBuffer read = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                return read.toString();
            } catch (CharacterCodingException e) {
                // it was no UTF-8 in this alphabet: try the next
            }
        }
        return text;
    }

    private static int single(char letter, Charset alphabet) {
        if (letter < 128) return letter;
        if (alphabet.newEncoder().canEncode(letter))
            return Character.toString(letter).getBytes(alphabet)[0] & 0xff;
        // bytes the alphabet leaves out are passed on as control characters
        return letter < 256 ? letter : -1;
    }
}
