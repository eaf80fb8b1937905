package okienko.payments;

import java.util.List;
import okienko.orders.OrderKey;

/** What the payments module announces. */
public sealed interface PaymentEvent {

    /** Money came in, or went back, for these orders. */
    record Received(List<OrderKey> orders) implements PaymentEvent {
        public Received {
            orders = List.copyOf(orders);
        }
    }

    /** A new table of exchange rates is in force. */
    record RatesChanged() implements PaymentEvent {}
}
