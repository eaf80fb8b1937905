package okienko.desk.list;

import okienko.ui.Page;

/** How many orders came in since the list was read: shown, never pushed into what somebody reads. */
record NewOrdersPart(Question question, String asOf, int count) implements Page {}
