package okienko.payments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import okienko.vocabulary.Money;

/**
 * One day's mid rates to the zloty: NBP's table A, published on working days.
 *
 * @param table its number, e.g. {@code 226/A/NBP/2026}; evidence of every conversion
 * @param rates zloty for one unit of the currency, by ISO 4217 code
 */
public record ExchangeRates(String table, LocalDate effectiveOn, Map<String, BigDecimal> rates) {

    public static final String HOME = "PLN";

    public static final ExchangeRates NONE = new ExchangeRates("", LocalDate.EPOCH, Map.of());

    public ExchangeRates {
        rates = Map.copyOf(rates);
    }

    /** The amount in another currency; empty when the table lacks one of the two. */
    public Optional<Money> convert(Money money, String currency) {
        if (money.currency().equals(currency)) return Optional.of(money);
        BigDecimal from = toHome(money.currency());
        BigDecimal to = toHome(currency);
        if (from.signum() == 0 || to.signum() == 0) return Optional.empty();
        return Optional.of(Money.of(money.amount().multiply(from).divide(to, 6, RoundingMode.HALF_UP), currency));
    }

    private BigDecimal toHome(String currency) {
        return currency.equals(HOME) ? BigDecimal.ONE : rates.getOrDefault(currency, BigDecimal.ZERO);
    }
}
