/** The almanac: what the checks know of the world, such as postal codes, tax numbers, mail domains and courtesies. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.almanac;
