package okienko.customers;

import java.util.List;

/**
 * A customer as order control sees them: how to recognise them and what their history says.
 *
 * @param reference the card's number, or the id in the file a customer list came from
 * @param earlierOrders orders before this one that were not cancelled
 * @param refusedParcels parcels sent to them that came back unclaimed or refused
 */
public record Customer(
        String reference,
        String name,
        String company,
        String email,
        String phone,
        String taxId,
        int earlierOrders,
        int refusedParcels,
        List<CustomerFlag> flags) {

    public Customer {
        flags = List.copyOf(flags);
    }

    /** What the card is called: the name, of a firm the firm's, and failing both its number. */
    public String title() {
        if (!name.isEmpty()) return name;
        return company.isEmpty() ? reference : company;
    }
}
