/** Review: pairs of cards that may be one customer, and people who say whether they are. */
@org.jspecify.annotations.NullMarked
package okienko.customers.review;
