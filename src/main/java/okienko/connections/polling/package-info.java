/** Reads every connected shop again and again, from where it last was. */
@org.jspecify.annotations.NullMarked
package okienko.connections.polling;
