package okienko.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A shop the office is connected with.
 *
 * @param channel of its orders; no two connections have the same
 * @param address where the shop is, without a slash at the end
 * @param credentials in clear
 * @param importFrom orders changed before are not fetched
 * @param interval how often it is asked for news
 * @param writeBacks what the shop is told
 * @param pausedAt since when it is not asked; null: it is
 * @param position how far reading has come, in the platform's own words
 */
public record Connection(
        long id,
        String platform,
        String channel,
        String address,
        Map<String, String> credentials,
        Instant importFrom,
        Duration interval,
        Set<WriteBack.Kind> writeBacks,
        @Nullable Instant pausedAt,
        @Nullable String pausedBy,
        String position,
        Health health) {

    public Connection {
        credentials = Map.copyOf(credentials);
        writeBacks = Set.copyOf(writeBacks);
    }

    /**
     * How it has been going.
     *
     * @param lastSuccess when the shop last said all there was to say; null: never yet
     * @param failingSince since when it does not; null: it does
     * @param failures in a row
     * @param trouble the last one's kind; null when there is none
     * @param said what the other side said about it
     * @param quota what the platform says is left of its limit; empty when it says nothing
     * @param received orders that were new or changed, so far
     */
    public record Health(
            @Nullable Instant lastSuccess,
            @Nullable Instant failingSince,
            int failures,
            PlatformTrouble.@Nullable Kind trouble,
            String said,
            String quota,
            long received,
            @Nullable Instant lastOrder,
            Instant nextPoll) {}

    /** Whether the shop is told this, and can be. */
    public boolean tells(WriteBack.Kind what, String text) {
        return writeBacks.contains(what) && kind().takes(what, text, credentials);
    }

    /** What it is connected to. */
    public Platform kind() {
        return Platforms.named(platform)
                .orElseThrow(() -> new IllegalStateException("there is no platform '" + platform + "' any more"));
    }
}
