/** Uploads: files given in the browser or over REST, what they would change, and when they were taken up. */
@org.jspecify.annotations.NullMarked
package okienko.reference.uploads;
