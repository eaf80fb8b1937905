package okienko.reference;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** One line of a file: reads its fields and notes what is wrong with them, instead of failing. */
public final class Row {

    private static final int LONGEST = 4_000;
    private static final ZoneId OFFICE = ZoneId.of("Europe/Warsaw"); // times without a zone are the shop's
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f']+");
    private static final Pattern AMOUNT = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,8})?");
    private static final Pattern CURRENCY_SIGN = Pattern.compile("(?i)(zł|zl|[A-Z]{3}|[€$£])$|^([A-Z]{3}|[€$£])");
    private static final Set<String> YES = Set.of("1", "true", "yes", "y", "tak", "t", "ja", "да", "x");
    private static final Set<String> NO = Set.of("0", "false", "no", "n", "nie", "nein", "не", "нет", "");
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "yyyy-MM-dd", "d.M.yyyy", "d-M-yyyy", "d/M/yyyy", "yyyyMMdd", "yyyy/M/d")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
            .toList();

    private final int line;
    private final Map<String, String> fields;
    private final Map<String, String> others;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param fields by column name; a column the file does not have is missing
     * @param others by heading: what no column answers to
     */
    public Row(int line, Map<String, String> fields, Map<String, String> others) {
        this.line = line;
        this.fields = fields;
        this.others = others;
    }

    public int line() {
        return line;
    }

    public Map<String, String> others() {
        return others;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Whether anything is wrong with the line. */
    public boolean refused() {
        return !problems.isEmpty();
    }

    /** Whether the file has the column at all. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The text; empty where there is none. */
    public String text(String field) {
        String value = fields.getOrDefault(field, "").strip();
        if (value.length() <= LONGEST) return value.replace("\u0000", "");
        refuse(field, "long", Integer.toString(LONGEST));
        return value.substring(0, LONGEST);
    }

    /** The text, or what is known already when the file has no such column. */
    public String text(String field, String known) {
        return has(field) ? text(field) : known;
    }

    /** Text that must be there. */
    public String required(String field, String example) {
        String value = text(field);
        if (value.isEmpty()) refuse(field, "required", example);
        return value;
    }

    /** A whole number from 0 up; null where there is none. */
    public @Nullable Integer count(String field) {
        BigDecimal number = decimal(field, "12");
        if (number == null) return null;
        BigDecimal whole = number.stripTrailingZeros();
        if (whole.scale() > 0 || whole.signum() < 0 || whole.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            refuse(field, "count", "12");
            return null;
        }
        return whole.intValueExact();
    }

    /** A whole number that may be negative: a change of a quantity. */
    public @Nullable Integer change(String field) {
        BigDecimal number = decimal(field, "-3");
        if (number == null) return null;
        BigDecimal whole = number.stripTrailingZeros();
        if (whole.scale() > 0 || whole.abs().compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
            refuse(field, "count", "-3");
            return null;
        }
        return whole.intValueExact();
    }

    /** A decimal number in any usual spelling: {@code 1 234,56}, {@code 1,234.56}, {@code 12.50 zł}. */
    public @Nullable BigDecimal decimal(String field, String example) {
        String typed = text(field);
        if (typed.isEmpty()) return null;
        String bare =
                CURRENCY_SIGN.matcher(SPACES.matcher(typed).replaceAll("")).replaceAll("");
        String plain = pointed(bare);
        if (AMOUNT.matcher(plain).matches()) return new BigDecimal(plain);
        refuse(field, "number", example);
        return null;
    }

    /** An amount in the currency of another column, or in the one given where that says nothing. */
    public @Nullable Money money(String field, String currencyField, String otherwise) {
        BigDecimal amount = decimal(field, "19.99");
        String currency = text(currencyField).toUpperCase(Locale.ROOT);
        String code =
                currency.isEmpty() ? otherwise : currency.equals("ZŁ") || currency.equals("ZL") ? "PLN" : currency;
        if (amount == null) return null;
        try {
            Currency.getInstance(code);
            return Money.of(amount, code);
        } catch (IllegalArgumentException e) {
            refuse(currencyField, "currency", "PLN");
        } catch (ArithmeticException e) {
            refuse(field, "number", "19.99");
        }
        return null;
    }

    /** A day; null where there is none. */
    public @Nullable LocalDate date(String field) {
        String typed = text(field);
        if (typed.isEmpty()) return null;
        String day = typed.length() > 10 && typed.charAt(4) == '-' ? typed.substring(0, 10) : typed;
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(day, format);
            } catch (DateTimeException e) {
                // the next spelling may fit
            }
        }
        refuse(field, "date", "2026-11-30");
        return null;
    }

    /** A moment; a day without a time is its beginning in Warsaw. */
    public @Nullable Instant instant(String field) {
        String typed = text(field).replace(' ', 'T');
        if (typed.isEmpty()) return null;
        try {
            return OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            // not with an offset
        }
        try {
            return LocalDateTime.parse(typed).atZone(OFFICE).toInstant();
        } catch (DateTimeException e) {
            LocalDate day = date(field);
            return day == null ? null : day.atStartOfDay(OFFICE).toInstant();
        }
    }

    /** Yes or no, in the languages of the office. */
    public boolean yes(String field, boolean otherwise) {
        if (!has(field)) return otherwise;
        String typed = text(field).toLowerCase(Locale.ROOT);
        if (YES.contains(typed)) return true;
        if (!NO.contains(typed)) refuse(field, "yes", "true");
        return false;
    }

    /** One of the words given. */
    public String choice(String field, Set<String> choices, String otherwise) {
        String typed = text(field).toUpperCase(Locale.ROOT).replace(' ', '_');
        if (typed.isEmpty()) return otherwise;
        if (!choices.contains(typed))
            refuse(field, "choice", String.join(", ", choices.stream().sorted().toList()));
        return typed;
    }

    /** Several values separated by a bar or a semicolon. */
    public List<String> list(String field) {
        return Stream.of(text(field).split("[|;]", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Notes that a field cannot be used. */
    public void refuse(String field, String kind, String example) {
        problems.add(new Problem(line, field, fields.getOrDefault(field, ""), kind, example));
    }

    /** The last separator is the decimal one, unless it groups thousands: {@code 1,234} is a thousand, {@code 1,23} is not. */
    private static String pointed(String number) {
        int comma = number.lastIndexOf(',');
        int point = number.lastIndexOf('.');
        if (comma < 0) return point == number.indexOf('.') ? number : number.replace(".", "");
        if (point > comma) return number.replace(",", "");
        if (point >= 0) return number.replace(".", "").replace(',', '.');
        return comma == number.indexOf(',') ? number.replace(',', '.') : number.replace(",", "");
    }
}
