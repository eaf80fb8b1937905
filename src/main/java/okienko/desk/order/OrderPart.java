package okienko.desk.order;

import okienko.ui.Page;

/** The order without what surrounds it: fetched again when it changes while nobody types in it. */
record OrderPart(OrderPage page) implements Page {}
