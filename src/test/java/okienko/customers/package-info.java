/** Customers: recognising them, alone and in a crowd. */
@org.jspecify.annotations.NullMarked
package okienko.customers;
