package okienko.access.administration;

import java.util.List;
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
        implements Page {}
