/** Proof that checks find what they must and nothing else. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.checks;
