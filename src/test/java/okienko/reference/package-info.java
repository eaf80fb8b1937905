/** Reference data as a shop sends it: odd files, uploads in the browser, lists over REST. */
@org.jspecify.annotations.NullMarked
package okienko.reference;
