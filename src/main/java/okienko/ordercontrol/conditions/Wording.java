package okienko.ordercontrol.conditions;

import java.util.List;

/** The text of a condition, and where in it the words stand that CEL points at. */
record Wording(String text) {

    private static final List<String> LONG_OPERATORS = List.of("==", "!=", "<=", ">=", "&&", "||");

    /** The word at an offset in code points, as CEL counts: CEL points at the dot before a name and at the bracket after it. */
    Place at(int codePoint) {
        int start = index(codePoint);
        if (start >= text.length()) return Place.of(text, text.length(), 0);
        char first = text.charAt(start);
        if (first == '.') return name(skip(start + 1));
        if (first == '(') return nameBefore(start);
        if (isName(first)) return name(start);
        if (first == '"' || first == '\'') return quoted(start, first);
        boolean isLong = LONG_OPERATORS.stream().anyMatch(operator -> text.startsWith(operator, start));
        return Place.of(text, start, isLong ? 2 : Character.charCount(text.codePointAt(start)));
    }

    String written(Place place) {
        return text.substring(place.offset(), place.offset() + place.length());
    }

    /** The offset in {@code char}s of one in code points. */
    int index(int codePoint) {
        int known = text.codePointCount(0, text.length());
        return text.offsetByCodePoints(0, Math.clamp(codePoint, 0, known));
    }

    private Place name(int start) {
        int end = start;
        while (end < text.length() && isName(text.charAt(end))) end++;
        boolean decimals = end > start && Character.isDigit(text.charAt(start));
        while (decimals && end < text.length() && (isName(text.charAt(end)) || text.charAt(end) == '.')) end++;
        return Place.of(text, start, Math.max(1, end - start));
    }

    private Place nameBefore(int bracket) {
        int end = bracket;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) end--;
        int start = end;
        while (start > 0 && isName(text.charAt(start - 1))) start--;
        return start == end ? Place.of(text, bracket, 1) : Place.of(text, start, end - start);
    }

    private Place quoted(int start, char quote) {
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Place.of(text, start, end + 1 - start);
    }

    private int skip(int from) {
        int start = from;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) start++;
        return start;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
