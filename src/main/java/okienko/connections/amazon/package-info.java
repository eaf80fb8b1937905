/** Amazon's marketplaces, over the Selling Partner API. */
@org.jspecify.annotations.NullMarked
package okienko.connections.amazon;
