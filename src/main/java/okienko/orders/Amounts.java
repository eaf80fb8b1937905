package okienko.orders;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.orders.UnreadableOrder.Problem;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Reads amounts from text without ever passing through floating point. */
public final class Amounts {

    private static final int MAX_QUANTITY = 100_000;
    private static final int MAX_CHARACTERS = 40;
    private static final int MAX_WHOLE_DIGITS = 10; // times the largest quantity still fits a long, in every currency

    private static final Set<String> CURRENCIES =
            Currency.availableCurrencies().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

    /** An amount that must not be finer than its currency: a total is never rounded. */
    public static Money exact(String text, String currency, String path) {
        BigDecimal figure = decimal(text, path);
        Money money = Money.of(figure, currency);
        if (money.amount().compareTo(figure) != 0) {
            throw new UnreadableOrder(Problem.TOO_PRECISE, path, text);
        }
        return money;
    }

    /** An amount that may be finer than its currency, rounded half up. */
    public static Money rounded(String text, String currency, String path) {
        return Money.of(decimal(text, path), currency);
    }

    /** A decimal figure written with a point. */
    public static BigDecimal decimal(String text, String path) {
        BigDecimal figure = figure(text);
        if (figure == null) {
            throw new UnreadableOrder(Problem.NOT_AN_AMOUNT, path, text);
        }
        if (figure.precision() - figure.scale() > MAX_WHOLE_DIGITS) {
            throw new UnreadableOrder(Problem.TOO_LARGE, path, text);
        }
        return figure;
    }

    /** An ISO 4217 code in whatever case. */
    public static String currency(String text, String path) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (!CURRENCIES.contains(code)) {
            throw new UnreadableOrder(Problem.NOT_A_CURRENCY, path, text);
        }
        return code;
    }

    /** A number of pieces written as text. */
    public static int quantity(String text, String path) {
        BigDecimal pieces = figure(text);
        if (pieces == null
                || pieces.signum() <= 0
                || pieces.compareTo(BigDecimal.valueOf(MAX_QUANTITY)) > 0
                || pieces.stripTrailingZeros().scale() > 0) {
            throw new UnreadableOrder(Problem.NOT_A_QUANTITY, path, text);
        }
        return pieces.intValueExact();
    }

    static @Nullable BigDecimal figure(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return null;
        }
        try {
            BigDecimal figure = new BigDecimal(text.strip());
            // 1e-999999999 is a number to BigDecimal, and a gigabyte of zeros to whoever prints it
            return Math.abs((long) figure.scale()) > MAX_CHARACTERS ? null : figure;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private Amounts() {}
}
