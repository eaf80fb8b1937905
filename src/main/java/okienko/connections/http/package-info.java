/** The one way out to other systems: time limits, back-off, credentials, tokens. */
@org.jspecify.annotations.NullMarked
package okienko.connections.http;
