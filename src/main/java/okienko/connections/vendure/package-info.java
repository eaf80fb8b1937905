/** Vendure, over the GraphQL Admin interface of version 3. */
@org.jspecify.annotations.NullMarked
package okienko.connections.vendure;
