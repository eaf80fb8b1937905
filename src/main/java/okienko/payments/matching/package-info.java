/** Which order a transfer pays: names and numbers read from what people write, rules as values, no database. */
@org.jspecify.annotations.NullMarked
package okienko.payments.matching;
