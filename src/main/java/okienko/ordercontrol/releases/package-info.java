/** Who may settle what: the roles a rule names, reasons, and the second pair of eyes above an amount. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.releases;
