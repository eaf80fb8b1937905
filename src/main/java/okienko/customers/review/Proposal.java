package okienko.customers.review;

import java.util.List;
import okienko.customers.Customer;
import okienko.customers.matching.ScoredPair.Evidence;

/**
 * Two cards side by side, for a person to say whether they are one customer.
 *
 * @param oneId the card that stays if they are: the older one
 * @param evidence every weight of the sum, those that speak for it first
 */
record Proposal(
        long id,
        long oneId,
        Customer one,
        long twoId,
        Customer two,
        double bits,
        List<Evidence> evidence,
        State state) {

    Proposal {
        evidence = List.copyOf(evidence);
    }

    /** What was said of them. */
    enum State {
        OPEN,
        SAME,
        DIFFERENT
    }

    boolean open() {
        return state == State.OPEN;
    }
}
