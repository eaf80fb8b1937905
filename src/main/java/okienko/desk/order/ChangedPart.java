package okienko.desk.order;

import okienko.ui.Page;

/** Says, while somebody types, that the order has changed under their hands; what they type stays. */
record ChangedPart(boolean changed) implements Page {}
