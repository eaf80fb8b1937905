/** Settlements of couriers: what they collected at the door closes the orders that were paid on delivery. */
@org.jspecify.annotations.NullMarked
package okienko.payments.settlements;
