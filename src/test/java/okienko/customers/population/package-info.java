/** Population: made-up customers of Central European shops with all that goes wrong in their records, and who is really who. */
@org.jspecify.annotations.NullMarked
package okienko.customers.population;
