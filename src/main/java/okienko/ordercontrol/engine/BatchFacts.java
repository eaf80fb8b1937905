package okienko.ordercontrol.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import okienko.taxregisters.RegisterAnswer;
import okienko.vocabulary.Money;

/**
 * The facts of a whole batch.
 *
 * @param cards customer cards by order reference
 * @param rates by the day the order was placed
 */
record BatchFacts(
        Instant now,
        ZoneId zone,
        Map<OrderId, Recognition> buyers,
        Map<String, String> cards,
        Map<OrderId, List<Facts.OtherOrder>> sameBuyers,
        Map<OrderKey, List<IncomingPayment>> received,
        StockLedger stock,
        Map<LocalDate, ExchangeRates> rates,
        List<CourierTerm> terms,
        List<DeliveryService> services,
        Map<OrderId, RegisterAnswer> registered) {

    Facts of(Case on) {
        return new Facts(
                now,
                zone,
                on.row().receivedAt(),
                buyers.getOrDefault(on.id(), Recognition.NEW),
                sameBuyers.getOrDefault(on.id(), List.of()),
                received.getOrDefault(on.order().key(), List.of()),
                stock.articles(on.order()),
                stock.availability(on),
                rates(on),
                terms,
                services,
                on.stored().revision(),
                on.row().releasedRevision(),
                registered.get(on.id()));
    }

    /** The order's total in grosze, 0 when there is no rate for its currency. */
    long totalInZloty(Case on) {
        return rates(on)
                .convert(on.order().total(), ExchangeRates.HOME)
                .map(Money::minor)
                .orElse(0L);
    }

    private ExchangeRates rates(Case on) {
        return rates.getOrDefault(LocalDate.ofInstant(on.order().placedAt(), zone), ExchangeRates.NONE);
    }
}
