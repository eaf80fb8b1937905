/** Shops: every format reads its own orders exactly, and nothing that is sent stops an import. */
@org.jspecify.annotations.NullMarked
package okienko.shops;
