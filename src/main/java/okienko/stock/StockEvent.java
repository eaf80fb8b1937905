package okienko.stock;

import java.util.Set;

/** What the stock module announces. */
public sealed interface StockEvent {

    /**
     * The catalogue's entry, the quantity or the reservations of these articles changed, so that an order may now be
     * judged otherwise.
     */
    record Changed(Set<String> skus) implements StockEvent {
        public Changed {
            skus = Set.copyOf(skus);
        }
    }
}
