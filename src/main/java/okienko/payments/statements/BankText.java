package okienko.payments.statements;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which characters a bank's bytes are. Nothing in an MT940 says so; in Poland CP852 is the commonest (the MT940 manual of a
 * bank with sub-fields behind {@code <}, http://docplayer.pl/49455177, read 2026-11-28), CP1250, ISO-8859-2 and UTF-8 occur.
 * What decides is which reading has Polish letters where letters belong and nothing else beyond ASCII.
 */
final class BankText {

    /** The first wins a tie: a file without one Polish letter reads the same in all. */
    private static final List<Charset> CODE_PAGES =
            List.of(Charset.forName("IBM852"), Charset.forName("windows-1250"), Charset.forName("ISO-8859-2"));

    private static final String POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
    private static final String NEIGHBOURS = "äöüßÄÖÜáéíúýčďěňřšťůžÁÉÍÚÝČĎĚŇŘŠŤŮŽőűŐŰ";
    private static final int CONTROLS_END = 0xA0;

    private BankText() {}

    /** The text without a byte order mark and without control bytes other than ends of line. */
    static String read(byte[] file) {
        String text = decode(file);
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean control = Character.isISOControl(each) && each != '\n' && each != '\r' && each != '\t';
            if (!control && each != '\ufeff') clean.append(each);
        }
        return clean.toString();
    }

    private static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException notUnicode) {
            String best = "";
            int most = Integer.MIN_VALUE;
            for (Charset page : CODE_PAGES) {
                String text = new String(file, page);
                int likely = likely(text);
                if (likely > most) {
                    most = likely;
                    best = text;
                }
            }
            return best;
        }
    }

    private static int likely(String text) {
        int likely = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < 0x80) continue;
            if (POLISH.indexOf(each) >= 0) likely += fits(text, i) ? 4 : 1;
            else if (each < CONTROLS_END) likely -= 8;
            else if (NEIGHBOURS.indexOf(each) >= 0) likely += fits(text, i) ? 0 : -2;
            else likely -= 4;
        }
        return likely;
    }

    /** A letter stands beside letters, a capital beside capitals or at the beginning of a word. */
    private static boolean fits(String text, int at) {
        char each = text.charAt(at);
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (Character.isUpperCase(each)) return !Character.isLowerCase(before);
        return !Character.isUpperCase(before)
                && !Character.isUpperCase(after)
                && (Character.isLetter(before) || Character.isLetter(after));
    }
}
