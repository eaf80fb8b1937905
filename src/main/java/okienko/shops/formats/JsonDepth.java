package okienko.shops.formats;

/** Follows the brackets of JSON byte by byte: how deep it is, and whether it is inside a text. */
final class JsonDepth {

    private int depth;
    private boolean text;
    private boolean escaped;
    private boolean opened;

    /** Whether the bytes are one object or list with its closing bracket and nothing after it. */
    static boolean balanced(byte[] bytes, int from, int to) {
        JsonDepth depth = new JsonDepth();
        int at = from;
        while (at < to && !depth.closed()) {
            depth.see(bytes[at++] & 0xFF);
        }
        while (at < to && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return depth.closed() && at == to;
    }

    void see(int c) {
        if (text) {
            if (escaped) {
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else if (c == '"') {
                text = false;
            }
        } else if (c == '"') {
            text = true;
        } else if (c == '{' || c == '[') {
            depth++;
            opened = true;
        } else if (c == '}' || c == ']') {
            depth--;
        }
    }

    int depth() {
        return depth;
    }

    boolean inText() {
        return text;
    }

    boolean closed() {
        return opened && depth <= 0;
    }
}
