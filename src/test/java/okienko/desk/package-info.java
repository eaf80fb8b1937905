/** Journeys over the desk's screens. */
@org.jspecify.annotations.NullMarked
package okienko.desk;
