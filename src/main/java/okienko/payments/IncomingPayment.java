package okienko.payments;

import java.time.Instant;
import okienko.vocabulary.Money;

/**
 * Money that arrived for an order; a refund is a negative amount.
 *
 * @param source who says so: a bank account, a payment provider, the channel, a consultant
 * @param reference the source's own id of the movement, by which a repeated message is recognised
 */
public record IncomingPayment(Money amount, Instant receivedAt, String source, String reference) {}
