package okienko.shops.imports;

import okienko.ui.Page;

/** One payload nobody could read: what is wrong, and the text itself to mend it. */
record UnreadablePage(UnreadablePayload payload, String raw, String sentence, String remedy) implements Page {

    boolean open() {
        return payload.state() == Unreadables.State.OPEN;
    }
}
