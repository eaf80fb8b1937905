package okienko.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an order page shows of its customer.
 *
 * @param id the card's number, the one in its address {@code /customers/17}
 * @param customer the card; earlier orders are those placed before the order asked about
 * @param orders all orders attached, cancelled ones included
 * @param cancelledOrders those of them that were cancelled
 * @param lastOrderAt when the newest attached order was placed; null when there is none
 */
public record CardSummary(
        long id,
        Customer customer,
        int orders,
        int cancelledOrders,
        @Nullable Instant lastOrderAt,
        Instant since) {}
