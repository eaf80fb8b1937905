package okienko.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who works in the office.
 *
 * @param language BCP 47 tag; empty when it follows the browser
 * @param temporaryPassword whether somebody else set the password, so that it has to be changed first
 * @param epoch sessions begun in an earlier epoch are over
 * @param deactivatedAt since when the agent may no longer enter; null when they may
 */
public record Agent(
        String login,
        String name,
        Role role,
        String language,
        boolean temporaryPassword,
        int epoch,
        @Nullable Instant lastSignInAt,
        @Nullable Instant deactivatedAt) {

    /** Whether they may enter. */
    public boolean active() {
        return deactivatedAt == null;
    }
}
