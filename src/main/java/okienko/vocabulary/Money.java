package okienko.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency's smallest unit (grosz, cent, forint), so that sums are exact and no floating point comes near.
 *
 * @param minor the amount in minor units; negative for what is owed back
 * @param currency ISO 4217 code, upper case
 */
public record Money(long minor, String currency) implements Comparable<Money> {

    public Money {
        if (currency.length() != 3) {
            throw new IllegalArgumentException("currency '" + currency + "' is not an ISO 4217 code such as PLN");
        }
    }

    /** A decimal amount as shops write it; digits beyond the currency's own are rounded half up. */
    public static Money of(BigDecimal amount, String currency) {
        BigDecimal scaled = amount.setScale(digits(currency), RoundingMode.HALF_UP);
        return new Money(scaled.unscaledValue().longValueExact(), currency);
    }

    /** A decimal amount written as text, {@code Money.of("12.50", "PLN")}. */
    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public boolean isZero() {
        return minor == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** Plain decimal and code, {@code 12.50 PLN}: for logs and evidence; pages format in the reader's language. */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + this + " with " + other + ": convert one first");
        }
        return other;
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("currency '" + currency + "' is not an ISO 4217 code such as PLN", e);
        }
    }
}
