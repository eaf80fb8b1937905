package okienko.work;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person has to do.
 *
 * @param kind what it is, e.g. {@link #HELD_ORDER}
 * @param reference what it is about, in the words of the department that opened it: the order's number in the office
 * @param queue where it waits
 * @param dueAt by when it should be done; null when nobody said
 * @param claimedBy login of the agent who has it now; null when it is free, a lapsed claim included
 * @param claimedUntil until when, unless the page that holds it open renews the claim
 * @param assignedTo login of the agent it was handed to; others may still take it
 * @param version counts changes
 */
public record WorkItem(
        long id,
        String kind,
        String reference,
        String queue,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable String claimedBy,
        @Nullable Instant claimedUntil,
        @Nullable String assignedTo,
        long version) {

    /** An order that control holds; the reference is the order's number in the office. */
    public static final String HELD_ORDER = "HELD_ORDER";

    /** A payload nobody could read; the reference is its number. */
    public static final String UNREADABLE = "UNREADABLE";

    /** A provider's payment that needs a person: to be refunded, of another amount; the reference is its number. */
    public static final String PAYMENT = "PAYMENT";

    /** Whether this agent may work on it: nobody else has it. */
    public boolean freeFor(String agent) {
        return claimedBy == null || claimedBy.equals(agent);
    }
}
