package okienko.shops.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import okienko.orders.UnreadableOrder;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON into its orders without understanding it: the elements of a list, the objects of a sequence, the lines of
 * NDJSON, or the list in an envelope such as {@code {"orders": […]}}. Only quotes and brackets are looked at, so that
 * an order which is wrong inside does not spoil its neighbours.
 */
final class JsonPieces implements Iterator<Piece> {

    /** An order with a comment of a megabyte fits; what is larger is no order. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final Set<String> ENVELOPES = Set.of("orders", "checkoutForms");
    private static final int END = -1;

    private final InputStream file;
    private final byte[] buffer = new byte[64 * 1024];
    private int filled;
    private int next;
    private long line = 1;

    private byte[] piece = new byte[16 * 1024];
    private int length;

    private enum Shape {
        NOT_KNOWN,
        LINES,
        SEQUENCE,
        LIST
    }

    private Shape shape = Shape.NOT_KNOWN;
    private boolean enveloped;
    private boolean done;
    private @Nullable Piece ready;

    JsonPieces(InputStream file) {
        this.file = file;
    }

    @Override
    public boolean hasNext() {
        if (ready == null && !done) {
            try {
                ready = cut();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            done |= ready == null;
        }
        return ready != null;
    }

    @Override
    public Piece next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Piece result = java.util.Objects.requireNonNull(ready);
        ready = null;
        return result;
    }

    private @Nullable Piece cut() throws IOException {
        if (shape == Shape.NOT_KNOWN) {
            begin();
        }
        return switch (shape) {
            case LINES -> lineOfText();
            case LIST -> element();
            case SEQUENCE, NOT_KNOWN -> inSequence();
        };
    }

    /** Lines if the first line is an order by itself or the second one starts like one; otherwise by brackets. */
    private void begin() throws IOException {
        fill();
        if (filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            next = 3;
        }
        int first = space();
        if (first == '[') {
            read();
            shape = Shape.LIST;
        } else {
            shape = first == '{' && looksLikeLines() ? Shape.LINES : Shape.SEQUENCE;
        }
    }

    private boolean looksLikeLines() {
        int end = next;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        if (end == filled) {
            return false;
        }
        int second = end + 1;
        boolean startsAgain = starts(second, "{\"") && starts(next, "{\"");
        return startsAgain || (JsonDepth.balanced(buffer, next, end) && second < filled);
    }

    private boolean starts(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= filled || buffer[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Piece lineOfText() throws IOException {
        while (true) {
            length = 0;
            long start = line;
            boolean blank = true;
            int c;
            while ((c = read()) != END && c != '\n') {
                keep(c);
                blank &= c <= ' ';
            }
            if (!blank) {
                return piece(start);
            }
            if (c == END) {
                return null;
            }
        }
    }

    private @Nullable Piece inSequence() throws IOException {
        int c = space();
        if (c == END) {
            return null;
        }
        long start = line;
        length = 0;
        if (c == '{' || c == '[') {
            boolean whole = value(true);
            if (enveloped) {
                shape = Shape.LIST;
                return element();
            }
            return whole ? piece(start) : cutOff(start);
        }
        while ((c = peek()) != END && c != '\n' && c != '{') {
            keep(read());
        }
        return piece(start);
    }

    private @Nullable Piece element() throws IOException {
        int c;
        while ((c = space()) == ',') {
            read();
        }
        long start = line;
        length = 0;
        if (c == END) {
            return cutOff(start);
        }
        if (c == ']') {
            read();
            // what follows the list in its envelope says nothing about orders
            while (read() != END) {}
            return null;
        }
        if (c == '{' || c == '[') {
            return value(false) ? piece(start) : cutOff(start);
        }
        while ((c = peek()) != END && c != ',' && c != ']' && c != '{') {
            keep(read());
        }
        return piece(start);
    }

    /** Keeps an object or list up to its closing bracket; false when the file ends first. */
    private boolean value(boolean outermost) throws IOException {
        JsonDepth depth = new JsonDepth();
        int nameStart = 0;
        boolean afterName = false;
        int c;
        while ((c = read()) != END) {
            boolean wasText = depth.inText();
            keep(c);
            depth.see(c);
            if (outermost && depth.depth() <= 2 && !depth.inText()) {
                if (wasText) {
                    afterName = false;
                } else if (c == ':') {
                    afterName = depth.depth() == 1 && ENVELOPES.contains(name(nameStart));
                } else if (c == '[' && afterName) {
                    enveloped = true;
                    return true;
                } else if (c > ' ') {
                    afterName = false;
                }
            } else if (!wasText && depth.inText()) {
                nameStart = length;
            }
            if (depth.closed()) {
                return true;
            }
        }
        return false;
    }

    /** The text between the last quotes: from where it began to before the closing quote and the blanks after it. */
    private String name(int start) {
        int end = Math.min(length, piece.length) - 1;
        while (end > start && piece[end - 1] <= ' ') {
            end--;
        }
        return end - 1 <= start || start >= piece.length
                ? ""
                : new String(piece, start, end - 1 - start, StandardCharsets.UTF_8);
    }

    private Piece piece(long start) {
        if (length > MAX_BYTES) {
            return new Piece(
                    start, Arrays.copyOf(piece, 64 * 1024), new UnreadableOrder(Problem.TOO_LONG, "order", ""));
        }
        return new Piece(start, Arrays.copyOf(piece, length));
    }

    private Piece cutOff(long start) {
        done = true;
        byte[] raw = Arrays.copyOf(piece, Math.min(length, 64 * 1024));
        return new Piece(start, raw, new UnreadableOrder(Problem.CUT_OFF, "file", ""));
    }

    private void keep(int c) {
        if (length < MAX_BYTES) {
            if (length == piece.length) {
                piece = Arrays.copyOf(piece, length * 2);
            }
            piece[length] = (byte) c;
        }
        length++;
    }

    private int space() throws IOException {
        int c;
        while ((c = peek()) != END && c <= ' ') {
            read();
        }
        return c;
    }

    private int peek() throws IOException {
        return next < filled || fill() ? buffer[next] & 0xFF : END;
    }

    private int read() throws IOException {
        int c = peek();
        if (c != END) {
            next++;
            if (c == '\n') {
                line++;
            }
        }
        return c;
    }

    private boolean fill() throws IOException {
        filled = file.readNBytes(buffer, 0, buffer.length);
        next = 0;
        return filled > 0;
    }
}
