package okienko.customers;

import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/** The customer of an order, shown beside it. */
record CustomerPart(@Nullable CardSummary card) implements Page {}
