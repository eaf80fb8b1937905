package okienko.orders;

/** What became of a consultant's correction. */
public sealed interface Revision {

    /** It is done; the order's revision now is this one. */
    record Done(int revision) implements Revision {}

    /** Somebody else changed the order since the consultant saw it; nothing was done. */
    record Stale(StoredOrder current) implements Revision {}
}
