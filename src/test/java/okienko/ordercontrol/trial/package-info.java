/** Proof that the command line tells verdicts in order, in bounded memory, and refuses what it cannot use. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.trial;
