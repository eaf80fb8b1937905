/** Identity: what a person can be recognised by, in one spelling. */
@org.jspecify.annotations.NullMarked
package okienko.customers.identity;
