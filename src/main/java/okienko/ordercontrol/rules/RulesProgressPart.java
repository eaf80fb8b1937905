package okienko.ordercontrol.rules;

import okienko.ui.Page;

/**
 * How far the re-control is that a change of a rule asked for.
 *
 * @param done orders controlled again
 * @param total all it asked for; 0 when none is under way
 */
record RulesProgressPart(int done, int total) implements Page {

    boolean underWay() {
        return total > 0 && done < total;
    }
}
