/** The order page: why an order is held, and everything needed to settle it. */
@org.jspecify.annotations.NullMarked
package okienko.desk.order;
