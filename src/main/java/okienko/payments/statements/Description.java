package okienko.payments.statements;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field :86: of an MT940 taken apart. Three families: free text with labels as mBank's (the anonymised sample of
 * wolph/mt940, looked at 2026-11-28); sub-fields of a separator and two figures, where the separator differs from bank to
 * bank ({@code <}: docplayer.pl/49455177, {@code +}: docplayer.pl/49455216, {@code ~}, {@code ^} and {@code ?} elsewhere)
 * and the figures mostly agree; and anything else, which is a title. Not every bank's table could be read: what 27 to 29
 * hold differs, so a payer is looked for in 32 and 33 first.
 */
record Description(String title, String payer, String account, String collectId) {

    private static final Pattern SUBFIELDS = Pattern.compile("^(?:[0-9]{3})?\\s*([~<?^+])[0-9]{2}", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile(
            "(?:^|;)\\s*(ID IPH|Z RACH\\.?|NA RACH\\.?|OD|DLA|TYT\\.?|TNR)\\s*:", Pattern.CASE_INSENSITIVE);
    private static final List<String> TITLE = List.of("20", "21", "22", "23", "24", "25", "26");
    private static final List<String> GERMAN_TITLE = List.of("27", "28", "29", "60", "61", "62", "63");

    static Description of(String field) {
        Matcher parted = SUBFIELDS.matcher(field);
        if (parted.find()) return parted(field, parted.group(1));
        String text = unfold(field);
        return LABEL.matcher(text).find() ? labelled(text) : new Description(text, "", "", "");
    }

    private static Description parted(String field, String separator) {
        Map<String, String> parts = new LinkedHashMap<>();
        String flat = field.replaceAll("\\R", "");
        Matcher found = Pattern.compile(Pattern.quote(separator) + "([0-9]{2})").matcher(flat);
        String code = "";
        int from = 0;
        while (found.find()) {
            if (!code.isEmpty()) parts.merge(code, flat.substring(from, found.start()), String::concat);
            code = found.group(1);
            from = found.end();
        }
        parts.merge(code, flat.substring(from), String::concat);
        boolean german = separator.equals("?");
        String title = joined(parts, TITLE) + (german ? joined(parts, GERMAN_TITLE) : "");
        String payer = spaced(parts, List.of("32", "33"));
        if (payer.isEmpty() && !german) payer = spaced(parts, List.of("27", "28", "29"));
        String account = parts.getOrDefault("38", "").strip();
        if (account.isEmpty()) account = parts.getOrDefault("31", "").strip();
        return new Description(title.strip(), payer, account, "");
    }

    /** Lines of a title are cut at a fixed width, in the middle of a word: put together without anything between. */
    private static String joined(Map<String, String> parts, List<String> codes) {
        StringBuilder all = new StringBuilder();
        for (String code : codes) all.append(parts.getOrDefault(code, ""));
        return all.toString();
    }

    private static String spaced(Map<String, String> parts, List<String> codes) {
        StringBuilder all = new StringBuilder();
        for (String code : codes)
            all.append(parts.getOrDefault(code, "").strip()).append(' ');
        return all.toString().strip();
    }

    private static Description labelled(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher found = LABEL.matcher(text);
        String label = "";
        int from = 0;
        while (found.find()) {
            if (!label.isEmpty()) values.putIfAbsent(label, value(text, from, found.start()));
            label = found.group(1).toUpperCase(java.util.Locale.ROOT).replace(".", "");
            from = found.end();
        }
        values.putIfAbsent(label, value(text, from, text.length()));
        return new Description(
                values.getOrDefault("TYT", ""),
                values.getOrDefault("OD", values.getOrDefault("DLA", "")),
                values.getOrDefault("Z RACH", values.getOrDefault("NA RACH", "")),
                values.getOrDefault("ID IPH", ""));
    }

    private static String value(String text, int from, int to) {
        return text.substring(from, to).replaceFirst(";\\s*$", "").strip();
    }

    /** An end of line stands for a blank where the line is not full. */
    private static String unfold(String field) {
        return field.replaceAll("\\s*\\R\\s*", " ").strip();
    }
}
