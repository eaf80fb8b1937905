package okienko.ordercontrol.checks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something an operator may change about a check.
 *
 * @param name as rules store it; its label is the word {@code reason.<CODE>.parameter.<name>}
 * @param byDefault the value where nobody has set one, written as rules store it
 * @param least the smallest value allowed, as rules store it (money without its currency); null when there is none
 * @param most the largest value allowed
 * @param defaultValue {@code byDefault} as read
 */
public record Parameter(
        String name,
        Type type,
        String byDefault,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        Object defaultValue) {

    /** Longest text of a parameter. */
    public static final int MAX_TEXT = 2_000;

    /** How a value is written. */
    public enum Type {
        /** Amount and currency: {@code 2000.00 PLN}. */
        MONEY,
        /** A decimal fraction: {@code 0.02}. */
        DECIMAL,
        INTEGER,
        /** Per cent: {@code 50}. */
        PERCENT,
        /** ISO 8601: {@code PT1H}, {@code P7D}; bounds are in seconds. */
        DURATION,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Words with commas between them: {@code PL, CZ}. */
        LIST
    }

    static Parameter money(String name, String byDefault) {
        return of(name, Type.MONEY, byDefault, 0L, 1_000_000_000L);
    }

    static Parameter decimal(String name, String byDefault, long most) {
        return of(name, Type.DECIMAL, byDefault, 0L, most);
    }

    static Parameter integer(String name, int byDefault, int least, int most) {
        return of(name, Type.INTEGER, Integer.toString(byDefault), (long) least, (long) most);
    }

    static Parameter percent(String name, int byDefault) {
        return of(name, Type.PERCENT, Integer.toString(byDefault), 0L, 100L);
    }

    static Parameter duration(String name, Duration byDefault, Duration most) {
        return of(name, Type.DURATION, byDefault.toString(), 0L, most.toSeconds());
    }

    static Parameter flag(String name, boolean byDefault) {
        return of(name, Type.FLAG, Boolean.toString(byDefault), null, null);
    }

    static Parameter list(String name, String byDefault) {
        return of(name, Type.LIST, byDefault, null, null);
    }

    /**
     * The value written in {@code text}.
     *
     * @throws IllegalArgumentException when it cannot be read or is out of bounds; see {@link #accepts}
     */
    Object read(String text) {
        if (text.length() > MAX_TEXT) throw wrong(text);
        try {
            Object value = parse(text.strip());
            if (!within(value)) throw wrong(text);
            return value;
        } catch (NumberFormatException | DateTimeParseException e) {
            throw wrong(text, e);
        }
    }

    /** Whether a text can be this parameter's value; what the settings page asks before it saves. */
    public boolean accepts(String text) {
        return readable(text).isPresent();
    }

    private Optional<Object> readable(String text) {
        try {
            return Optional.of(read(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Object parse(String text) {
        return switch (type) {
            case MONEY -> parseMoney(text);
            case DECIMAL -> new BigDecimal(text.replace(',', '.'));
            case INTEGER, PERCENT -> Integer.valueOf(text);
            case DURATION -> Duration.parse(text);
            case FLAG -> parseFlag(text);
            case LIST ->
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        };
    }

    private Money parseMoney(String text) {
        int space = text.lastIndexOf(' ');
        if (space < 0) throw wrong(text);
        String amount = text.substring(0, space).replace(" ", "").replace(',', '.');
        return Money.of(amount, text.substring(space + 1).toUpperCase(Locale.ROOT));
    }

    private Boolean parseFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(text);
        };
    }

    private boolean within(Object value) {
        BigDecimal size = switch (value) {
            case Money money -> money.amount();
            case BigDecimal decimal -> decimal;
            case Integer integer -> BigDecimal.valueOf(integer);
            case Duration duration -> BigDecimal.valueOf(duration.toSeconds());
            default -> null;
        };
        if (size == null) return true;
        return (least == null || size.compareTo(least) >= 0) && (most == null || size.compareTo(most) <= 0);
    }

    private IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' cannot be parameter " + name + " (" + type + ", from " + least + " to " + most + ")");
    }

    private IllegalArgumentException wrong(String text, Exception cause) {
        IllegalArgumentException wrong = wrong(text);
        wrong.initCause(cause);
        return wrong;
    }

    private static Parameter of(String name, Type type, String byDefault, @Nullable Long least, @Nullable Long most) {
        BigDecimal from = least == null ? null : BigDecimal.valueOf(least);
        BigDecimal to = most == null ? null : BigDecimal.valueOf(most);
        // read once here, so that running with defaults parses nothing
        Object value = new Parameter(name, type, byDefault, from, to, byDefault).read(byDefault);
        return new Parameter(name, type, byDefault, from, to, value);
    }
}
