package okienko.payments.rates;

import okienko.payments.ExchangeRates;
import okienko.ui.Page;

/**
 * Settings → Exchange rates: where they are fetched from.
 *
 * @param newest the newest table there is
 * @param problem what is wrong with the address just typed; empty when nothing is
 */
record RateSourcePage(RateSource source, ExchangeRates newest, String problem) implements Page {}
