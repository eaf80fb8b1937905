/** Alarms of checks and rules that break down: which, how often, and who knows about it. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.alarms;
