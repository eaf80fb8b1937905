package okienko.shops.imports;

import java.time.Instant;
import java.util.List;
import okienko.ui.Page;

/** One import with what it could not read. */
record ImportPage(OrderImport file, List<UnreadablePayload> errors, Instant now) implements Page {}
