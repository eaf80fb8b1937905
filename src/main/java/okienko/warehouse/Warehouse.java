package okienko.warehouse;

/** The port to whatever picks and packs. One adapter a way of reaching it; each runs the same contract test. */
interface Warehouse {

    /**
     * Hands one message over. It may be called again with the same key after a crash or a lost answer: the receiver
     * tells repeats by the key.
     */
    Answer deliver(Handover handover);

    /** How the warehouse took it. */
    sealed interface Answer {

        /** It has it. */
        record Accepted() implements Answer {}

        /** It answered that it will not take this message; repeating it soon makes no sense. */
        record Refused(String why) implements Answer {}

        /** It cannot be reached or does not work just now; nothing is wrong with the message. */
        record Unavailable(String why) implements Answer {}
    }
}
