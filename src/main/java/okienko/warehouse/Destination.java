package okienko.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where released orders go.
 *
 * @param secret the webhook's shared secret, in clear
 * @param folder path of the drop folder
 * @param outages failures in a row to reach it
 * @param restingUntil when it may be tried again; null when it answers
 */
record Destination(
        Kind kind,
        String url,
        String secret,
        String folder,
        FileFormat fileFormat,
        int outages,
        @Nullable Instant restingUntil) {

    /** Ways of reaching a warehouse. */
    enum Kind {
        /** Not chosen yet: hand-overs are kept until it is. */
        NONE,
        WEBHOOK,
        FOLDER
    }

    boolean resting(Instant now) {
        return restingUntil != null && restingUntil.isAfter(now);
    }
}
