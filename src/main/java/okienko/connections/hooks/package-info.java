/** Listens to what shops call out: a hint to look, never the truth. */
@org.jspecify.annotations.NullMarked
package okienko.connections.hooks;
