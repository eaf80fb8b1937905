package okienko.ordercontrol.explanations;

import java.time.Instant;
import java.util.List;

/**
 * How a rule's condition came to its answer for one order.
 *
 * @param seenAt when control looked; the values are those of that moment
 * @param rulesVersion of the rule set it looked by
 * @param condition the condition as a whole, with its parts beneath
 */
public record Why(Instant seenAt, int rulesVersion, Part condition) {

    /** A part of a condition with its value, in the reader's words, and what it is made of. */
    public record Part(String sentence, List<Part> parts) {
        public Part {
            parts = List.copyOf(parts);
        }
    }
}
