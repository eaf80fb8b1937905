/** Medusa, over the REST Admin interface of version 2. */
@org.jspecify.annotations.NullMarked
package okienko.connections.medusa;
