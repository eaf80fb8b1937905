package okienko.shops;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of a file, enough to tell its format by. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through: nobody compares or changes them
public record Sample(byte[] head, String text) {

    /** How much of a file is looked at. */
    public static final int BYTES = 64 * 1024;

    /** The beginning of what is in memory. */
    public static Sample of(byte[] file) {
        byte[] head = file.length <= BYTES ? file : Arrays.copyOf(file, BYTES);
        return new Sample(head, new String(head, StandardCharsets.UTF_8));
    }

    /** The beginning of a stream, which stands at its beginning again afterwards. */
    public static Sample of(BufferedInputStream file) throws IOException {
        file.mark(BYTES + 1);
        byte[] head = file.readNBytes(BYTES);
        file.reset();
        return of(head);
    }

    /** A stream from which a sample can be taken. */
    public static BufferedInputStream sampled(InputStream file) {
        return new BufferedInputStream(file, 2 * BYTES);
    }

    /** Whether the file is JSON at all. */
    public boolean json() {
        int start = 0;
        while (start < text.length()
                && (Character.isWhitespace(text.charAt(start)) || text.charAt(start) == '\uFEFF')) {
            start++;
        }
        return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
    }

    /** Whether all of the JSON fields are in it. */
    public boolean names(String... fields) {
        return Arrays.stream(fields).allMatch(field -> text.contains('"' + field + '"'));
    }
}
