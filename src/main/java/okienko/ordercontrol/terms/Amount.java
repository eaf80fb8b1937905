package okienko.ordercontrol.terms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import okienko.payments.ExchangeRates;
import okienko.vocabulary.Money;

/**
 * Money as conditions reckon with it: amounts in different currencies are compared in the home currency, by the rates of
 * the day.
 *
 * @param rates the day's; {@link ExchangeRates#NONE} for an amount written in the condition
 */
public record Amount(Money money, ExchangeRates rates) {

    /** An amount written in the condition. */
    static Amount written(Money money) {
        return new Amount(money, ExchangeRates.NONE);
    }

    /** Which is more; empty when no rate makes them comparable. */
    OptionalInt compare(Amount other) {
        if (money.currency().equals(other.money.currency())) return OptionalInt.of(money.compareTo(other.money));
        // nothing is nothing in any currency
        if (money.isZero() || other.money.isZero()) {
            return OptionalInt.of(Long.compare(money.minor(), other.money.minor()));
        }
        ExchangeRates day = day(other);
        Optional<Money> mine = day.convert(money, ExchangeRates.HOME);
        Optional<Money> others = day.convert(other.money, ExchangeRates.HOME);
        return mine.isEmpty() || others.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(mine.get().compareTo(others.get()));
    }

    /** The sum, in this amount's currency; empty when there is no rate. */
    Optional<Amount> plus(Amount other) {
        if (money.isZero()) return Optional.of(other.with(day(other)));
        if (other.money.isZero()) return Optional.of(this);
        ExchangeRates day = day(other);
        return day.convert(other.money, money.currency()).map(same -> new Amount(money.plus(same), day));
    }

    Optional<Amount> minus(Amount other) {
        return plus(other.times(-1));
    }

    Amount times(long factor) {
        return new Amount(money.times(factor), rates);
    }

    Amount percent(long share) {
        BigDecimal part = money.amount()
                .multiply(BigDecimal.valueOf(share))
                .divide(BigDecimal.valueOf(100), 6, RoundingMode.HALF_UP);
        return new Amount(Money.of(part, money.currency()), rates);
    }

    private Amount with(ExchangeRates day) {
        return new Amount(money, day);
    }

    private ExchangeRates day(Amount other) {
        return rates.rates().isEmpty() ? other.rates : rates;
    }
}
