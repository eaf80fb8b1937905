package okienko.shops.imports;

import java.time.Instant;
import okienko.ui.Page;

/** How far an import is, fetched again while it runs. */
record ImportProgressPart(OrderImport file, Instant now) implements Page {

    boolean open() {
        return file.state().open();
    }
}
