/** Allegro, over its public REST interface. */
@org.jspecify.annotations.NullMarked
package okienko.connections.allegro;
