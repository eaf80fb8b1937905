/** The versions of the rules: who changed what, bringing an earlier one back, and rules as files to bring and to take along. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.versions;
