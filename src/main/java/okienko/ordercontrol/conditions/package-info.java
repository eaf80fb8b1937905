/**
 * Conditions: sentences about an order written in CEL, checked while they are typed, answered with yes, no or not known
 * yet, and explained. Without Spring and database.
 *
 * <p>The door is {@link okienko.ordercontrol.conditions.Conditions}; what a condition can speak of is listed in
 * {@link okienko.ordercontrol.terms.Attributes} and {@link okienko.ordercontrol.terms.Functions}.
 */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.conditions;
