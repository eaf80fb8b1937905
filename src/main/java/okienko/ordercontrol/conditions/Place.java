package okienko.ordercontrol.conditions;

/**
 * Where in a condition's text something is.
 *
 * @param offset counted from 0 in {@code char}s, as Java and a browser's text field count
 * @param line counted from 1
 * @param column counted from 1, in {@code char}s
 * @param length 0 at the end of the text
 */
public record Place(int offset, int line, int column, int length) {

    static Place of(String text, int offset, int length) {
        int start = Math.clamp(offset, 0, text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < start; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(start, line, start - lineStart + 1, Math.clamp(length, 0, text.length() - start));
    }

    /** From here to the end of another place. */
    Place to(Place last) {
        return new Place(offset, line, column, last.offset + last.length - offset);
    }
}
