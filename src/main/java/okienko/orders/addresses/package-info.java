/** Addresses: finding an order's page by what other departments know of it. */
@org.jspecify.annotations.NullMarked
package okienko.orders.addresses;
