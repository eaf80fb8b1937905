package okienko.shops.formats;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import okienko.orders.Amounts;
import okienko.orders.JsonFields;
import okienko.orders.UnreadableOrder;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ChannelSettings;
import okienko.shops.CsvField;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** One row of a CSV file, read by what its columns hold. */
final class CsvCells {

    /** A currency before or after the figure, and what stands between its thousands. */
    private static final Pattern AROUND =
            Pattern.compile("^[\\p{L}\\p{Sc}\\p{Z}\\s]+|[\\p{Z}\\s]*[\\p{L}\\p{Sc}]+\\.?$|[\\p{Z}\\s'’]+");

    private static final Pattern GROUPED_BY_COMMA =
            Pattern.compile("-?\\d{1,3}(,\\d{3})+\\.\\d+|-?\\d{1,3}(,\\d{3}){2,}");
    private static final Pattern GROUPED_BY_POINT =
            Pattern.compile("-?\\d{1,3}(\\.\\d{3})+,\\d+|-?\\d{1,3}(\\.\\d{3}){2,}");

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** One point or comma and three digits: 1.234 is a thousand to a German and one and a bit to an Englishman. */
    private static final Pattern AMBIGUOUS = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private static final List<DateTimeFormatter> TIMES = List.of(
            pattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]"),
            pattern("d.M.uuuu[,] H:mm[:ss]"),
            pattern("d/M/uuuu[,] H:mm[:ss]"),
            pattern("d-M-uuuu H:mm[:ss]"),
            pattern("uuuu/M/d H:mm[:ss]"),
            pattern("uuuu.MM.dd H:mm[:ss]"));

    private static final List<DateTimeFormatter> DATES = List.of(
            pattern("uuuu-MM-dd"), pattern("d.M.uuuu"), pattern("d/M/uuuu"), pattern("d-M-uuuu"), pattern("uuuu/M/d"));

    private final CsvColumns columns;
    private final List<String> row;
    private final ZoneId zone;

    CsvCells(CsvColumns columns, List<String> row, ChannelSettings settings) {
        this.columns = columns;
        this.row = row;
        this.zone = settings.zone();
    }

    boolean has(CsvField field) {
        return !text(field).isEmpty();
    }

    String text(CsvField field) {
        return typed(field).strip();
    }

    String typed(CsvField field) {
        int place = columns.places().getOrDefault(field, -1);
        return place >= 0 && place < row.size() ? JsonFields.storable(row.get(place)) : "";
    }

    String required(CsvField field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw new UnreadableOrder(Problem.MISSING, heading(field), "");
        }
        return text;
    }

    /** The buyer's name in one column or in two. */
    String name() {
        String whole = text(CsvField.NAME);
        return whole.isEmpty() ? (text(CsvField.FIRST_NAME) + " " + text(CsvField.LAST_NAME)).strip() : whole;
    }

    /** The billing address. */
    PostalAddress billing() {
        return new PostalAddress(
                name(),
                text(CsvField.COMPANY),
                (text(CsvField.STREET) + " " + text(CsvField.HOUSE_NUMBER)).strip(),
                text(CsvField.POSTAL_CODE),
                text(CsvField.CITY),
                Countries.code(text(CsvField.COUNTRY), heading(CsvField.COUNTRY)));
    }

    /** The delivery address as far as it has columns of its own. */
    PostalAddress delivery() {
        return new PostalAddress(
                text(CsvField.DELIVERY_NAME),
                text(CsvField.DELIVERY_COMPANY),
                (text(CsvField.DELIVERY_STREET) + " " + text(CsvField.DELIVERY_HOUSE_NUMBER)).strip(),
                text(CsvField.DELIVERY_POSTAL_CODE),
                text(CsvField.DELIVERY_CITY),
                Countries.code(text(CsvField.DELIVERY_COUNTRY), heading(CsvField.DELIVERY_COUNTRY)));
    }

    String currency(String otherwise) {
        String text = text(CsvField.CURRENCY);
        if (text.isEmpty() && otherwise.isEmpty()) {
            throw new UnreadableOrder(Problem.MISSING, heading(CsvField.CURRENCY), "");
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> otherwise;
            case "zł", "zl" -> "PLN";
            case "€" -> "EUR";
            case "kč" -> "CZK";
            case "лв", "лв." -> "BGN";
            case "₴" -> "UAH";
            default -> Amounts.currency(text, heading(CsvField.CURRENCY));
        };
    }

    int quantity() {
        return Amounts.quantity(figure(required(CsvField.QUANTITY)), heading(CsvField.QUANTITY));
    }

    Money unitPrice(String currency) {
        CsvField field = CsvField.UNIT_PRICE;
        return notNegative(field, Amounts.rounded(amount(field, required(field)), currency, heading(field)));
    }

    @Nullable
    Money money(CsvField field, String currency) {
        String text = text(field);
        return text.isEmpty() ? null : notNegative(field, Amounts.exact(amount(field, text), currency, heading(field)));
    }

    Money moneyOrZero(CsvField field, String currency) {
        Money money = money(field, currency);
        return money == null ? Money.zero(currency) : money;
    }

    Money requiredMoney(CsvField field, String currency) {
        Money money = money(field, currency);
        if (money == null) {
            throw new UnreadableOrder(Problem.MISSING, heading(field), "");
        }
        return money;
    }

    Instant requiredTime(CsvField field) {
        required(field);
        Instant time = time(field);
        if (time == null) {
            throw new UnreadableOrder(Problem.MISSING, heading(field), "");
        }
        return time;
    }

    @Nullable
    Instant time(CsvField field) {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > 19 && text.contains("T")) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException _) {
                // without an offset: a local time of some form
            }
        }
        for (DateTimeFormatter form : TIMES) {
            try {
                return LocalDateTime.parse(text, form).atZone(zone).toInstant();
            } catch (DateTimeException _) {
                // another form
            }
        }
        for (DateTimeFormatter form : DATES) {
            try {
                return LocalDate.parse(text, form).atStartOfDay(zone).toInstant();
            } catch (DateTimeException _) {
                // another form
            }
        }
        throw new UnreadableOrder(Problem.NOT_A_TIME, heading(field), text);
    }

    /** Never guesses: what can be read in two ways is refused. */
    private String amount(CsvField field, String text) {
        String figure = figure(text);
        if (AMBIGUOUS.matcher(figure).matches()) {
            throw new UnreadableOrder(Problem.NOT_AN_AMOUNT, heading(field), text);
        }
        String plain = GROUPED_BY_COMMA.matcher(figure).matches()
                ? figure.replace(",", "")
                : GROUPED_BY_POINT.matcher(figure).matches()
                        ? figure.replace(".", "").replace(',', '.')
                        : figure.replace(',', '.');
        if (!DECIMAL.matcher(plain).matches()) {
            throw new UnreadableOrder(Problem.NOT_AN_AMOUNT, heading(field), text);
        }
        return plain;
    }

    /** The figure without currency, blanks and apostrophes between thousands. */
    private static String figure(String text) {
        boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-');
        return plain ? text : AROUND.matcher(text).replaceAll("");
    }

    private Money notNegative(CsvField field, Money money) {
        if (money.minor() < 0) {
            throw new UnreadableOrder(Problem.NEGATIVE, heading(field), text(field));
        }
        return money;
    }

    /** What the sender calls the column. */
    private String heading(CsvField field) {
        Integer place = columns.places().get(field);
        return place == null
                ? field.name().toLowerCase(Locale.ROOT)
                : columns.headings().get(place);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Countries by their names in the six languages of our shops. */
    private static final class Countries {

        private static final Map<String, String> CODES = codes();

        static String code(String text, String path) {
            if (text.length() <= 2) {
                return JsonFields.country(text, path);
            }
            String code = CODES.get(PaymentForms.plain(text));
            if (code == null) {
                throw new UnreadableOrder(Problem.NOT_A_COUNTRY, path, text);
            }
            return code;
        }

        private static Map<String, String> codes() {
            Map<String, String> codes = new HashMap<>();
            for (String code : Locale.getISOCountries()) {
                Locale country = Locale.of("", code);
                codes.put(PaymentForms.plain(country.getISO3Country()), code);
                for (String language : List.of("en", "pl", "de", "cs", "bg", "ru", "uk", "sk")) {
                    codes.put(PaymentForms.plain(country.getDisplayCountry(Locale.of(language))), code);
                }
            }
            codes.put(PaymentForms.plain("Czech Republic"), "CZ");
            codes.put(PaymentForms.plain("Republika Czeska"), "CZ");
            codes.put(PaymentForms.plain("Česká republika"), "CZ");
            codes.put(PaymentForms.plain("Чехия"), "CZ");
            codes.put(PaymentForms.plain("Rzeczpospolita Polska"), "PL");
            codes.put(PaymentForms.plain("Great Britain"), "GB");
            codes.put(PaymentForms.plain("Wielka Brytania"), "GB");
            codes.put(PaymentForms.plain("USA"), "US");
            return codes;
        }

        private Countries() {}
    }
}
