package okienko.desk;

import okienko.ui.Words;

/** What queues are called on screen. */
public final class Queues {

    private Queues() {}

    /** The seeded queues have words, those an operator adds go by their own name. */
    public static String name(String queue) {
        return Words.here().knows("queue." + queue) ? Words.t("queue." + queue) : queue;
    }
}
