package okienko.payments.rates;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import okienko.payments.ExchangeRates;
import okienko.ui.Page;

/**
 * A table of exchange rates.
 *
 * @param newest the tables there are, the newest first
 */
record RatesPage(ExchangeRates table, List<ExchangeRates> newest, RateSource source) implements Page {

    SortedMap<String, BigDecimal> sorted() {
        return new TreeMap<>(table.rates());
    }

    static String path(ExchangeRates table) {
        return "/rates?table=" + URLEncoder.encode(table.table(), UTF_8);
    }
}
