/** Formats: one class for each way shops write their orders. */
@org.jspecify.annotations.NullMarked
package okienko.shops.formats;
