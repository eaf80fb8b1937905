package okienko.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done that is not in the queues yet.
 *
 * @param since since when it waits: for an order the moment it was received, so that the oldest comes first
 * @param dueAt by when it should be done; null when nobody said
 */
public record NewItem(
        String kind,
        String reference,
        String queue,
        Instant since,
        @Nullable Instant dueAt) {}
