package okienko.ordercontrol.judge;

import java.util.List;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet.Mode;

/**
 * What one rule said of an order, though it be nothing.
 *
 * @param mode how the rule is set for the order's channel
 * @param findings what it found; empty unless it {@link Outcome#FOUND} something
 */
public record Heard(Rule rule, Mode mode, Outcome outcome, List<Finding> findings) {

    public Heard {
        findings = List.copyOf(findings);
    }

    /** What asking a rule came to. */
    public enum Outcome {
        /** Something to hold the order for, or to watch; a rule that broke down found that. */
        FOUND,
        /** All is well. */
        NOTHING,
        /** Its condition says that the check is not for this order. */
        NOT_APPLICABLE,
        /** Its days have not come, or are over. */
        NOT_IN_FORCE,
        /** It is off for this channel. */
        OFF
    }
}
