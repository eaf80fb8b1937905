package okienko.ordercontrol.holds;

import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Reason;

/**
 * A hold with what tells it apart.
 *
 * @param subject the fields it concerns: with the reason, what makes it the same hold at a re-check
 * @param fingerprint of the values it was found by
 */
public record KeptHold(Hold hold, String subject, String fingerprint) {

    /** Whether it is not settled or cleared yet. */
    public boolean open() {
        return hold.state() == Hold.State.OPEN;
    }

    /** Whether a person said that it is fine, or let the order go in spite of it. */
    public boolean settled() {
        return hold.state() == Hold.State.RESOLVED || hold.state() == Hold.State.OVERRIDDEN;
    }

    boolean about(Reason reason, String subject) {
        return hold.finding().reason().equals(reason) && this.subject.equals(subject);
    }
}
