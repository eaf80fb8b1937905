/** Exchange rates: NBP's table A by file or fetched on working days, kept as history. */
@org.jspecify.annotations.NullMarked
package okienko.payments.rates;
