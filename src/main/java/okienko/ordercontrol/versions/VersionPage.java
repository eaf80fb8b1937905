package okienko.ordercontrol.versions;

import java.util.List;
import java.util.Locale;
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

    /** The differences in sentences; of what is written in several languages the reader is told what they can read. */
    static List<String> sentences(List<RuleDifference> differences) {
        Locale reader = Words.locale();
        return differences.stream()
                .filter(difference -> !inAnotherLanguage(difference, differences, reader.getLanguage()))
                .map(difference -> difference.sentence(reader))
                .toList();
    }

    private static boolean inAnotherLanguage(RuleDifference told, List<RuleDifference> all, String reader) {
        if (!told.field().matches("(title|message|why)\\.[a-z]{2}")
                || told.field().endsWith("." + reader)) return false;
        String own = told.field().substring(0, told.field().indexOf('.') + 1) + reader;
        return all.stream()
                .anyMatch(other ->
                        other.reason().equals(told.reason()) && other.field().equals(own));
    }
}
