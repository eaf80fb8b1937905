package okienko.ordercontrol.backtest;

import okienko.ordercontrol.RuleSet;

/**
 * What somebody wants to know: what these rules would have done to the orders of the last days.
 *
 * @param current the rules it is compared with
 * @param days how far back orders are looked at, by the day they were received
 * @param channel orders of this channel only; empty for all
 */
record Question(RuleSet current, RuleSet candidate, int days, String channel) {

    public Question {
        if (days < 1) throw new IllegalArgumentException("a back-test looks at one day at least, not at " + days);
    }
}
