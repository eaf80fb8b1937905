package okienko.shops.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How a CSV file is written: spreadsheets of six countries do it in a dozen ways and say nothing about it.
 *
 * @param skip bytes of the mark at its beginning
 */
record CsvDialect(Charset charset, int skip, char separator) {

    private static final Charset CENTRAL_EUROPEAN = Charset.forName("windows-1250");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");
    private static final Charset LATIN_2 = Charset.forName("ISO-8859-2");
    private static final String SEPARATORS = ";,\t|";

    static CsvDialect of(byte[] head) {
        CsvDialect marked = marked(head);
        CsvDialect dialect = marked != null ? marked : new CsvDialect(charset(head), 0, ',');
        String text = new String(head, dialect.skip, head.length - dialect.skip, dialect.charset);
        return new CsvDialect(dialect.charset, dialect.skip, separator(text));
    }

    private static @org.jspecify.annotations.Nullable CsvDialect marked(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new CsvDialect(StandardCharsets.UTF_8, 3, ',');
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new CsvDialect(StandardCharsets.UTF_16LE, 2, ',');
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new CsvDialect(StandardCharsets.UTF_16BE, 2, ',');
        }
        return null;
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(byte[] head) {
        if (head.length >= 4 && head[1] == 0 && head[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 4 && head[0] == 0 && head[2] == 0) {
            return StandardCharsets.UTF_16BE;
        }
        return utf8(head) ? StandardCharsets.UTF_8 : eightBit(head);
    }

    /** Valid as far as it goes: the sample may end in the middle of a character. */
    private static boolean utf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false);
        try {
            result.throwException();
        } catch (java.nio.BufferUnderflowException _) {
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
        return true;
    }

    /**
     * Cyrillic words are wholly of bytes above 127; in Polish or Czech ones such bytes stand alone. ISO-8859-2 has
     * nothing between 128 and 159, where Windows keeps ś, ź, š and ž; ą, Ą, ś, ź stand elsewhere in the one and the other.
     */
    private static Charset eightBit(byte[] head) {
        int high = 0;
        int together = 0;
        int latin2 = 0;
        int windows = 0;
        for (int i = 0; i < head.length; i++) {
            int c = head[i] & 0xFF;
            if (c < 0x80) {
                continue;
            }
            high++;
            together += i > 0 && (head[i - 1] & 0xFF) >= 0x80 ? 1 : 0;
            switch (c) {
                case 0xB1, 0xB6, 0xBC, 0xA1, 0xA6, 0xAC, 0xBE, 0xAE, 0xA9 -> latin2++;
                case 0xB9, 0xA5 -> windows++;
                default -> windows += c < 0xA0 ? 1 : 0;
            }
        }
        if (together * 2 > high) {
            return CYRILLIC;
        }
        return latin2 > windows ? LATIN_2 : CENTRAL_EUROPEAN;
    }

    /** The sign that occurs most often in the heading, outside quotes. */
    private static char separator(String text) {
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            int which = quoted ? -1 : SEPARATORS.indexOf(c);
            if (which >= 0) {
                counts[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return counts[best] == 0 ? ',' : SEPARATORS.charAt(best);
    }
}
