/** The checks themselves: pure functions from an order and its facts to findings. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.checks;
