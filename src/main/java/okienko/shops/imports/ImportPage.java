package okienko.shops.imports;

import okienko.ui.Page;

/** One import with what it could not read. */
record ImportPage(ImportProgressPart progress) implements Page {}
