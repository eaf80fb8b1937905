package okienko.reference;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;

/** Which characters the bytes of a file are; ERPs in our part of the world still write Windows code pages. */
final class Encoding {

    private static final List<Charset> CODE_PAGES =
            List.of(Charset.forName("windows-1250"), Charset.forName("windows-1251"), Charset.forName("windows-1252"));

    /**
     * The file as text, without a byte order mark.
     *
     * @param known how many headings of a first line are known: which code page it is shows in them
     */
    static String text(byte[] file, ToIntFunction<String> known) {
        if (starts(file, 0xEF, 0xBB, 0xBF)) return new String(file, 3, file.length - 3, StandardCharsets.UTF_8);
        if (starts(file, 0xFF, 0xFE)) return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        if (starts(file, 0xFE, 0xFF)) return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return codePage(file, known);
        }
    }

    private static String codePage(byte[] file, ToIntFunction<String> known) {
        String best = "";
        int most = -1;
        for (Charset page : CODE_PAGES) {
            String text = new String(file, page);
            int end = text.indexOf('\n');
            int headings = known.applyAsInt(end < 0 ? text : text.substring(0, end));
            if (headings > most) {
                most = headings;
                best = text;
            }
        }
        return best;
    }

    private static boolean starts(byte[] file, int... mark) {
        if (file.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) {
            if ((file[i] & 0xFF) != mark[i]) return false;
        }
        return true;
    }

    private Encoding() {}
}
