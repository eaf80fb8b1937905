/** Trying rules on the past: what other rules would have done to the orders of the last days, with the facts of that day. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.backtest;
