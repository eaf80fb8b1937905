package okienko.ordercontrol.reports;

import okienko.ordercontrol.checks.Parameter;

/** What should be changed about a rule; tried on the past before anybody takes it up. */
sealed interface Suggestion {

    /** Nearly everything it holds is let go as it is: let it only watch. */
    record Shadow() implements Suggestion {}

    /**
     * Another threshold.
     *
     * @param from as it is set
     * @param to as it might be set
     * @param spared of the holds that changed nothing, how many it would have spared
     * @param unchanged holds that changed nothing and were looked at
     * @param kept holds after which the order was changed or cancelled: all of them it would still hold
     */
    record Threshold(Parameter parameter, String from, String to, int spared, int unchanged, int kept)
            implements Suggestion {}
}
