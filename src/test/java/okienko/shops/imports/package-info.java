/** Imports: files come in whole, once, through restarts, and what is wrong with them can be mended. */
@org.jspecify.annotations.NullMarked
package okienko.shops.imports;
