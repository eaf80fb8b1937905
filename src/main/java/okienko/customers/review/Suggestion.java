package okienko.customers.review;

import okienko.customers.Customer;

/**
 * Two cards that seem to be one customer.
 *
 * @param oneId a card's number
 * @param one what that card says
 */
public record Suggestion(long oneId, Customer one, long twoId, Customer two) {

    boolean sameCard() {
        return oneId == twoId;
    }
}
