package okienko.ordercontrol.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;

/** Values as people type them, and as they are written in CEL. */
final class Values {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}");
    private static final Pattern MONEY = Pattern.compile("(-?\\d{1,12})(?:[.,](\\d{1,4}))? ?([A-Za-z]{3})");
    private static final Pattern DAYS = Pattern.compile("\\d{1,4}");
    private static final int MOST_DAYS = 3_650;

    private Values() {}

    /** The value in CEL; empty when it cannot be read. */
    static Optional<String> cel(Attribute attribute, Operator operator, String typed) {
        String value = typed.strip();
        return switch (attribute.type()) {
            case TEXT, TEXTS -> Optional.of(quoted(value));
            case NUMBER ->
                NUMBER.matcher(value).matches() ? Optional.of(Long.toString(Long.parseLong(value))) : Optional.empty();
            case MONEY -> money(value.replace("\u00a0", " "));
            case TIME -> operator == Operator.BEFORE || operator == Operator.SINCE ? date(value) : days(value);
            case YES_NO, LINES -> Optional.empty();
        };
    }

    /** The message about a value that cannot be read. */
    static String complaint(Attribute attribute, Operator operator) {
        return switch (attribute.type()) {
            case NUMBER -> "number";
            case MONEY -> "money";
            case TIME -> operator == Operator.BEFORE || operator == Operator.SINCE ? "date" : "days";
            case TEXT, TEXTS, YES_NO, LINES -> "value";
        };
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static Optional<String> money(String value) {
        Matcher money = MONEY.matcher(value);
        if (!money.matches()) return Optional.empty();
        String currency = money.group(3).toUpperCase(Locale.ROOT);
        boolean known = Attributes.named("order.currency")
                .filter(of -> of.choices().contains(currency))
                .isPresent();
        if (!known) return Optional.empty();
        String figure = money.group(2) == null ? money.group(1) : money.group(1) + "." + money.group(2);
        return Optional.of("money(\"" + figure + "\", \"" + currency + "\")");
    }

    private static Optional<String> date(String value) {
        try {
            LocalDate day = LocalDate.parse(value);
            return day.getYear() > 0 && day.getYear() < 3_000 ? Optional.of("date(\"" + day + "\")") : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> days(String value) {
        return DAYS.matcher(value).matches() && Integer.parseInt(value) <= MOST_DAYS
                ? Optional.of(Integer.toString(Integer.parseInt(value)))
                : Optional.empty();
    }
}
