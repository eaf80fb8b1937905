package okienko.access;

import static okienko.access.schema.Tables.AGENTS;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jooq.Record;
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

    static Agent of(Record row) {
        return new Agent(
                row.get(AGENTS.LOGIN),
                row.get(AGENTS.NAME),
                Role.valueOf(row.get(AGENTS.ROLE)),
                row.get(AGENTS.LANGUAGE),
                row.get(AGENTS.PASSWORD_TEMPORARY),
                row.get(AGENTS.EPOCH),
                instant(row.get(AGENTS.LAST_SIGN_IN_AT)),
                instant(row.get(AGENTS.DEACTIVATED_AT)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** Whether they may enter. */
    public boolean active() {
        return deactivatedAt == null;
    }
}
