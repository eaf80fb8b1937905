/** Tells shops what became of their orders, until they have it. */
@org.jspecify.annotations.NullMarked
package okienko.connections.writeback;
