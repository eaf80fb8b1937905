/** Shopify, over its GraphQL Admin interface. */
@org.jspecify.annotations.NullMarked
package okienko.connections.shopify;
