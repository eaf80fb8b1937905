package okienko.ordercontrol.rules;

import java.time.Instant;

/**
 * One version of the rule set: who made it, when and how.
 *
 * @param note what its maker said about it
 * @param openToo whether waiting and held orders were controlled again
 * @param orders how many these were
 */
public record RuleVersion(
        int version, Instant at, String agent, String note, Origin origin, boolean openToo, int orders) {

    /** Where a version comes from. */
    public sealed interface Origin {

        /** Somebody changed something about the version before. */
        record Changed() implements Origin {}

        /** An earlier version, brought back. */
        record BroughtBack(int version) implements Origin {}

        /** A file somebody brought. */
        record Imported(String file) implements Origin {}

        /** One of the rule sets the product comes with. */
        record Chosen(String starter) implements Origin {}
    }

    /** What the queue knows the re-control by that this version asked for. */
    String cause() {
        return "rules:" + version;
    }
}
