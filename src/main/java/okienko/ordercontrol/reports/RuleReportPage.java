package okienko.ordercontrol.reports;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * What each rule was worth in the last days.
 *
 * @param silent rules that run and have found nothing
 * @param orders received in that time
 */
record RuleReportPage(int days, List<Row> rows, Set<ReasonCode> silent, int orders) implements Page {

    /** With fewer orders it means nothing that a rule has found nothing. */
    private static final int ENOUGH_ORDERS = 200;

    static final List<Integer> PERIODS = List.of(7, 30, 90);

    /**
     * One rule.
     *
     * @param known whether it has a page; a breakdown has none, nor a rule that is gone
     */
    record Row(RuleReport report, Optional<Suggestion> suggestion, boolean known) {

        String title() {
            return FindingWords.title(Reason.of(report.reason()), Words.locale());
        }

        /** Address of the rule's page; null when it has none. */
        @Nullable
        String address() {
            return known ? "/settings/rules/" + report.reason() : null;
        }

        @Nullable
        Suggestion suggested() {
            return suggestion.orElse(null);
        }
    }

    boolean warnsOfSilence() {
        return orders >= ENOUGH_ORDERS && !silent.isEmpty();
    }

    static String duration(@Nullable Duration length) {
        return length == null ? "–" : Words.duration(length);
    }
}
