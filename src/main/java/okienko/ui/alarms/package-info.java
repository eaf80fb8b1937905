/** Alarms: what must not be overlooked, on top of every page of whoever it concerns until somebody says they know. */
@org.jspecify.annotations.NullMarked
package okienko.ui.alarms;
