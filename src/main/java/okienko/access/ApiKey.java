package okienko.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program's key to the REST interface, without the key itself.
 *
 * @param prefix how the key begins, to recognise it by
 * @param scopes what it is good for, out of {@link ApiKeys#SCOPES}
 */
public record ApiKey(
        long id,
        String name,
        String prefix,
        List<String> scopes,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {}
