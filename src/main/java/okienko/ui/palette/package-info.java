/** The command palette (Ctrl-K): finds an order, a customer or an area in what the modules contribute. */
@org.jspecify.annotations.NullMarked
package okienko.ui.palette;
