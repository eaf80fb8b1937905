package okienko.customers.review;

import java.util.List;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/** The queue of proposals, and the last comparison of the whole base. */
record ProposalsPage(List<Proposal> proposals, int count, int skipped, WholeBase.@Nullable Run run) implements Page {

    boolean comparing() {
        return run != null && !run.done();
    }

    @Nullable
    String next() {
        int behind = skipped + Proposals.PAGE;
        return behind < count ? "/customers/proposals?skip=" + behind : null;
    }

    @Nullable
    String previous() {
        return skipped > 0 ? "/customers/proposals?skip=" + Math.max(0, skipped - Proposals.PAGE) : null;
    }
}
