package okienko.orders;

/**
 * What became of an order that came in.
 *
 * @param revision the order's current revision after it
 */
public record Receipt(OrderId id, Kind kind, int revision) {

    /** What it was. */
    public enum Kind {
        /** Never seen before. */
        NEW,
        /** Known, and the channel changed it. */
        REVISED,
        /** The channel no longer wants it: known or new. */
        CANCELLED,
        /** Nothing that is not known already. */
        UNCHANGED
    }
}
