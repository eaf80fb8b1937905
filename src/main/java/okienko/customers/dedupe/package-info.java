/** The customers of an exported file put together without server and database: {@code okienko customers dedupe}. */
@org.springframework.modulith.NamedInterface("dedupe")
@org.jspecify.annotations.NullMarked
package okienko.customers.dedupe;
