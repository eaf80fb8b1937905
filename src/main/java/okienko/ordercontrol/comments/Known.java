package okienko.ordercontrol.comments;

import java.util.Set;

/**
 * What the order already says, so that a comment repeating it is no news.
 *
 * @param names the words of the names on it
 * @param values telephone numbers by their last nine digits, mail addresses in small letters, postal codes, tax ids
 */
public record Known(Set<String> names, Set<String> values) {

    /** Nothing is known: the comment is read for itself. */
    public static final Known NOTHING = new Known(Set.of(), Set.of());

    public Known {
        names = Set.copyOf(names);
        values = Set.copyOf(values);
    }

    boolean says(Fact fact) {
        return values.contains(comparable(fact.kind(), fact.value()));
    }

    /** A value as it is compared: a number without its country, a mail address in small letters. */
    public static String comparable(Fact.Kind kind, String value) {
        return switch (kind) {
            case PHONE, NUMBER -> tail(value.replaceAll("\\D", ""));
            case TAX_ID -> "tax:" + value.replaceAll("\\D", "");
            case EMAIL -> value.strip().toLowerCase(java.util.Locale.ROOT);
            case POSTAL_CODE, PICKUP_POINT, VIN, STREET, DATE, HOUR, QUANTITY, SIZE, COLOUR, CODE ->
                kind + ":" + value.strip().toUpperCase(java.util.Locale.ROOT);
        };
    }

    /** The last nine digits tell two subscribers apart in every country we ship to. */
    private static String tail(String digits) {
        return digits.length() <= 9 ? digits : digits.substring(digits.length() - 9);
    }
}
