/** The pages on which connections are made and watched. */
@org.jspecify.annotations.NullMarked
package okienko.connections.settings;
