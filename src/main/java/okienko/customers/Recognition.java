package okienko.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the buyer of an order is among the customers already known.
 *
 * @param known the customer it surely is; null when it is nobody known, or not sure
 * @param probable customers it may be, most likely first; empty when sure or new
 */
public record Recognition(@Nullable Customer known, List<Candidate> probable) {

    public static final Recognition NEW = new Recognition(null, List.of());

    public Recognition {
        probable = List.copyOf(probable);
    }

    /**
     * A customer the buyer may be.
     *
     * @param agreeing what speaks for it: any of {@code email}, {@code phone}, {@code taxId}, {@code name}
     * @param differing what speaks against it
     */
    public record Candidate(Customer customer, List<String> agreeing, List<String> differing) {}
}
