/** The checks themselves: pure functions from an order and its facts to findings, and the judge that runs them. */
@org.springframework.modulith.NamedInterface("checks")
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.checks;
