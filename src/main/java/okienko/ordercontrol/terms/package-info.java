/** Terms: what a condition can speak of: the attributes of an order and its facts, and the functions over them. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.terms;
