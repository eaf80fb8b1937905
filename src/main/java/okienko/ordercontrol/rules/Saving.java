package okienko.ordercontrol.rules;

import okienko.ordercontrol.rules.RuleVersion.Origin;

/**
 * How a rule set is to be saved.
 *
 * @param agent who saves it
 * @param note what they say about it
 * @param openToo whether waiting and held orders are controlled again, in the background
 */
public record Saving(String agent, String note, Origin origin, boolean openToo) {

    public Saving {
        note = note.strip();
    }

    /** A change made by hand. */
    public static Saving change(String agent, String note, boolean openToo) {
        return new Saving(agent, note, new Origin.Changed(), openToo);
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is the current version now. */
        record Saved(RuleVersion version) implements Outcome {}

        /** It says the same as the current version: nothing was saved. */
        record Unchanged() implements Outcome {}

        /** Somebody else has saved since; nothing was saved. */
        record Stale(int current) implements Outcome {}
    }
}
