package okienko.customers.identity;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mends UTF-8 that was read as one of the old code pages: {@code PaweĹ‚} was {@code Paweł}. */
public final class Mojibake {

    private static final List<Charset> PAGES =
            List.of(Charset.forName("windows-1250"), Charset.forName("windows-1252"));
    /** What the first bytes of Polish, German and Cyrillic letters look like in those pages. */
    private static final String SIGNS = "ÃÄĹÅĂĐŃÑÐ";

    /** The text as it was meant; as it is where nothing is to be mended. */
    public static String mended(String text) {
        if (text.chars().noneMatch(letter -> SIGNS.indexOf(letter) >= 0)) return text;
        for (Charset page : PAGES) {
            if (!page.newEncoder().canEncode(text)) continue;
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(text.getBytes(page)))
                        .toString();
            } catch (CharacterCodingException e) {
                // an honest Ä or Ñ
            }
        }
        return text;
    }

    private Mojibake() {}
}
