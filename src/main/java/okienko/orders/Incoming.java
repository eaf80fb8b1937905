package okienko.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way in.
 *
 * @param rawPayload where {@link Orders#keep} put what it was read from
 * @param demo whether the demo shop made it up
 * @param changedAt when the channel says it last changed; null when it does not say. An earlier one than already known
 *     is a late delivery of old news and changes nothing
 */
public record Incoming(
        Order order,
        long rawPayload,
        boolean demo,
        @Nullable Instant changedAt) {

    public Incoming(Order order, long rawPayload, boolean demo) {
        this(order, rawPayload, demo, null);
    }
}
