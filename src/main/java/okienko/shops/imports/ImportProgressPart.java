package okienko.shops.imports;

import java.time.Instant;
import java.util.List;
import okienko.ui.Page;

/** How far an import is and what it could not read, fetched again while it runs. */
record ImportProgressPart(OrderImport file, List<UnreadablePayload> errors, Instant now) implements Page {

    boolean open() {
        return file.state().open();
    }

    /** Whether there are more errors than are listed. */
    boolean more() {
        return errors.size() == Unreadables.PAGE;
    }
}
