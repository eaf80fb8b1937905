package okienko.orders;

import java.time.Instant;

/**
 * An order as the office has it now, consultants' corrections included.
 *
 * @param revision counts from 1; every change by the channel or a consultant adds one
 * @param demo whether the demo shop made it up
 */
public record StoredOrder(OrderId id, int revision, Order order, Instant receivedAt, boolean demo) {}
