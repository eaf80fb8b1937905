package okienko.connections;

/** Whether a shop calls the office, after it was asked to. That it cannot be reached is a {@link PlatformTrouble} instead. */
public sealed interface Subscription {

    /** How a platform's calls come about. */
    enum Way {
        /** It calls nobody, or signs nothing: the office asks by itself. */
        NONE,
        /** Somebody sets it up at the shop. */
        BY_HAND,
        /** The office asks for it, and sees whether it still stands. */
        ASKED
    }

    /** It stands as it was asked for. */
    record There() implements Subscription {}

    /** It did not stand, or not any more, and does now. */
    record Made() implements Subscription {}

    /** The shop will not. */
    record Refused(String why) implements Subscription {}
}
