package okienko.ordercontrol.checks;

import okienko.payments.ExchangeRates;

/** What a finding says of a conversion, so that it can be checked by hand. */
final class Conversion {

    private Conversion() {}

    /** Adds the rates used and the table they come from to the evidence. */
    static void tell(Seen seen, ExchangeRates rates, String... currencies) {
        seen.saw("rateTable", rates.table()).saw("rateDate", rates.effectiveOn());
        for (String currency : currencies) {
            if (rates.rates().containsKey(currency)) {
                seen.saw("rate" + currency, rates.rates().get(currency));
            }
        }
    }
}
