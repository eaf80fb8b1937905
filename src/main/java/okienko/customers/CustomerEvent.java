package okienko.customers;

import java.util.List;

/** What the customers module announces. */
public sealed interface CustomerEvent {

    /**
     * Something order control looks at changed on a card: a flag, a count, whose order is whose.
     *
     * @param orderReferences orders attached to the card, newest first, at most {@link Customers#CHANGED_ORDERS}
     */
    record Changed(List<String> orderReferences) implements CustomerEvent {
        public Changed {
            orderReferences = List.copyOf(orderReferences);
        }
    }
}
