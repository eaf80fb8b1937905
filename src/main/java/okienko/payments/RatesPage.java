package okienko.payments;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import okienko.ui.Page;

/** The table of exchange rates in force. */
record RatesPage(ExchangeRates table) implements Page {

    SortedMap<String, BigDecimal> sorted() {
        return new TreeMap<>(table.rates());
    }
}
