/** Base (formerly BaseLinker), over its connector. */
@org.jspecify.annotations.NullMarked
package okienko.connections.base;
