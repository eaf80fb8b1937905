/** The REST interface: orders and their holds for programs, and its description for people. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.api;
