package okienko.stock;

import okienko.ui.Page;

/** Settings → Reservations: how many hours pieces stay aside. */
record PromisesPage(long hours) implements Page {}
