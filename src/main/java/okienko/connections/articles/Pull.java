package okienko.connections.articles;

import java.time.Duration;
import java.time.Instant;
import okienko.connections.PlatformTrouble;
import org.jspecify.annotations.Nullable;

/**
 * A shop whose articles and stock are taken over, and how that has been going.
 *
 * @param since when it was switched on: of two shops with one article the first counts it
 * @param position how far the round has come, in the platform's own words; empty: a new one begins
 * @param roundAt when the round on its way, or the last one, began; null: none yet
 * @param prepared whether the orders that were here before have been noted
 * @param lastSuccess end of the last whole round; null: none yet
 * @param failures in a row
 */
public record Pull(
        long shop,
        Instant since,
        String by,
        Duration every,
        String position,
        @Nullable Instant roundAt,
        boolean prepared,
        Instant nextAt,
        @Nullable Instant lastSuccess,
        @Nullable Instant failingSince,
        int failures,
        PlatformTrouble.@Nullable Kind trouble,
        String said) {}
