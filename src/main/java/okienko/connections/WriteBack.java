package okienko.connections;

/**
 * Something the shop is to be told about one of its orders.
 *
 * @param text the note, the state, or why it is cancelled
 * @param carrier of the parcel; empty unless it is about one
 * @param trackingNumber of the parcel; empty unless it is about one
 * @param repeated whether it was tried before, so that the shop may have it already
 */
public record WriteBack(
        long id, Kind kind, String externalId, String text, String carrier, String trackingNumber, boolean repeated) {

    /** What can be told. */
    public enum Kind {
        /** A remark only the shop's own people see. */
        NOTE,
        /** Where the order stands with us. */
        STATE,
        /** The parcel is on its way. */
        TRACKING,
        /** The order is not wanted any more. */
        CANCELLATION
    }

    /** Where an order can stand for a shop; the text of a {@link Kind#STATE}. */
    public enum Standing {
        HELD,
        RELEASED
    }

    /** How the shop took it. That it cannot be reached is a {@link PlatformTrouble} instead. */
    public sealed interface Answer {

        /** It has it. */
        record Accepted() implements Answer {}

        /** It will not have it; asking again soon makes no sense. */
        record Refused(String why) implements Answer {}
    }
}
