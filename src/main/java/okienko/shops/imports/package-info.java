/** Imports: takes orders in from uploads, the drop folder and programs, and keeps what it could not understand. */
@org.jspecify.annotations.NullMarked
package okienko.shops.imports;
