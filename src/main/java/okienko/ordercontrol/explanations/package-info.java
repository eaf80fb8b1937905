/** Explanations: why a rule with a condition found what it found, over the facts control saw when it decided. */
@org.springframework.modulith.NamedInterface("explanations")
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.explanations;
