/** Rules as files: a rule set as YAML that people read, review and keep in git, and the rule sets the product comes with. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.rulefiles;
