package okienko.orders;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an order.
 *
 * @param actor login of who did it; null: the office by itself
 * @param kind what it was, e.g. {@code received}, {@code corrected}; the words key is {@code timeline.<kind>}
 * @param details its particulars as plain JSON values
 */
public record TimelineEntry(
        OrderId order, Instant at, @Nullable String actor, String kind, Map<String, Object> details) {}
