/** The judge: what a rule set says of an order. Pure, without Spring and database; serves the office and the command line. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.judge;
