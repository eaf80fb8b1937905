@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.rulefiles;
