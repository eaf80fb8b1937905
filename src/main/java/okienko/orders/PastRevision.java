package okienko.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was after one change.
 *
 * @param author login of the consultant who made the change; null when the channel did
 * @param rawPayload what the channel sent; null for a consultant's
 */
public record PastRevision(
        int revision,
        Instant at,
        @Nullable String author,
        @Nullable Long rawPayload,
        Order order) {}
