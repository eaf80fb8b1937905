package okienko.access.administration;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import okienko.access.Agent;
import okienko.access.Audit;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * The trail of who did what.
 *
 * @param query the filter as it stands in the address, to go on with
 * @param older where the next page begins; null on the last
 */
record AuditPage(
        List<Audit.Entry> entries,
        AuditFilter filter,
        List<String> actions,
        List<Agent> agents,
        String query,
        @Nullable Long older)
        implements Page {

    /** Details longer than this are folded: a whole table of rates must not push the next entry off the screen. */
    static final int SHORT = 160;

    /** An entry's details on one line. */
    static String told(Map<String, Object> details) {
        return details.entrySet().stream()
                .map(detail -> detail.getKey() + ": " + detail.getValue())
                .collect(joining(" · "));
    }
}
