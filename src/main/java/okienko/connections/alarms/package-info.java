/** Alarms of connections that keep failing: which, since when, and who knows about it. */
@org.jspecify.annotations.NullMarked
package okienko.connections.alarms;
