package okienko.ordercontrol.versions;

import java.util.List;
import okienko.ordercontrol.rules.RuleDifference;
import okienko.ordercontrol.rules.RuleVersion;
import okienko.ui.Page;
import okienko.ui.Words;

/**
 * One version of the rules.
 *
 * @param changed what it changed about the one before
 * @param back what bringing it back would change about the rules as they are now
 * @param current the number of the current one
 * @param concerned waiting and held orders that may be judged otherwise when it is brought back
 */
record VersionPage(
        RuleVersion version, List<RuleDifference> changed, List<RuleDifference> back, int current, int concerned)
        implements Page {

    static List<String> sentences(List<RuleDifference> differences) {
        return differences.stream()
                .map(difference -> difference.sentence(Words.locale()))
                .toList();
    }
}
