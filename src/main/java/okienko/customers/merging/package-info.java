/** Merging: two cards become one, and may become two again at any time. */
@org.jspecify.annotations.NullMarked
package okienko.customers.merging;
