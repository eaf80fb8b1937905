/** What control saw each time it decided: kept for a while, so that it can be explained and other rules tried on it. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.evaluations;
