/** WooCommerce, over its REST interface version 3. */
@org.jspecify.annotations.NullMarked
package okienko.connections.woocommerce;
