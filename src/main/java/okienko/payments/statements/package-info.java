/** Bank statements: taken in raw, read in the dialects banks write, their transfers matched, proposed and booked. */
@org.jspecify.annotations.NullMarked
package okienko.payments.statements;
