/** Shoper, over its REST interface. */
@org.jspecify.annotations.NullMarked
package okienko.connections.shoper;
