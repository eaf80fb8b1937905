package okienko.shops.imports;

import java.time.Instant;
import java.util.List;
import okienko.ui.Page;

/** The rows of the imports page, fetched again while imports run. */
record ImportListPart(List<OrderImport> imports, Instant now) implements Page {}
