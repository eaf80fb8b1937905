package okienko.ordercontrol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import okienko.orders.TimelineEntry;

/** What came of something a consultant did to an order. */
public sealed interface Outcome {

    /** Done; this is how the order stands now. */
    record Done(ControlledOrder now) implements Outcome {}

    /**
     * A second person has to confirm it first.
     *
     * @param colleague login of who is asked to
     */
    record Proposed(ControlledOrder now, String colleague) implements Outcome {}

    /**
     * Nothing was done: the order has changed since the page was shown.
     *
     * @param since what has happened to it meanwhile, oldest first
     */
    record Stale(ControlledOrder now, List<TimelineEntry> since) implements Outcome {}

    /** Nothing was done: a colleague is working on it. */
    record ClaimedBy(String agent, Instant until) implements Outcome {}

    /**
     * Nothing was done.
     *
     * @param message key of the sentence that says why
     * @param fields for an edit: key of what is wrong with each value, by field path
     */
    record Refused(String message, Map<String, String> fields) implements Outcome {
        public Refused(String message) {
            this(message, Map.of());
        }
    }
}
