/** What each rule was worth: how many orders it held, what people did about them, and what should be changed about it. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.reports;
