package okienko.shops.imports;

import java.util.List;
import okienko.ui.Page;

/** Everything nobody could read yet, oldest first. */
record UnreadablesPage(List<UnreadablePayload> payloads, int all, long after) implements Page {

    boolean more() {
        return payloads.size() == Unreadables.PAGE;
    }

    long last() {
        return payloads.isEmpty() ? 0 : payloads.getLast().id();
    }
}
