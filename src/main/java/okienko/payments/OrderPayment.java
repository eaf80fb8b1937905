package okienko.payments;

import okienko.orders.OrderKey;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in and the order it is for, as a file or a bank tells it.
 *
 * @param order null when only the order's number is known
 * @param number the order's number as the payer or the file gives it
 */
public record OrderPayment(@Nullable OrderKey order, String number, IncomingPayment payment) {}
