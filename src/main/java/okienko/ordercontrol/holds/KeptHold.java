package okienko.ordercontrol.holds;

import java.time.Instant;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A hold with what tells it apart.
 *
 * @param subject the fields it concerns: with the reason, what makes it the same hold at a re-check
 * @param grounds what it was last found by; null when nobody noted it
 */
public record KeptHold(Hold hold, String subject, @Nullable Grounds grounds) {

    /** Whether it is not settled or cleared yet. */
    public boolean open() {
        return hold.state() == Hold.State.OPEN;
    }

    /** Whether a person said that it is fine, let the order go in spite of it, or nobody did for too long. */
    public boolean settled() {
        return switch (hold.state()) {
            case RESOLVED, OVERRIDDEN, LAPSED -> true;
            case OPEN, CLEARED -> false;
        };
    }

    /** Whether its time is over. */
    boolean lapsed(Instant now) {
        return hold.blocks() && hold.lapsesAt() != null && !hold.lapsesAt().isAfter(now);
    }

    boolean about(Reason reason, String subject) {
        return hold.finding().reason().equals(reason) && this.subject.equals(subject);
    }
}
