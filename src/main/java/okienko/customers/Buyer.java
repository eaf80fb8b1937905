package okienko.customers;

import java.time.Instant;

/**
 * Who an order says bought it; text that was not given is the empty string.
 *
 * @param orderReference the order, as {@code channel:externalId}
 * @param country ISO 3166-1 alpha-2, by which a phone number without a prefix is read
 */
public record Buyer(
        String orderReference,
        String name,
        String company,
        String email,
        String phone,
        String country,
        String taxId,
        Instant placedAt) {}
