package okienko.warehouse;

/**
 * A message for the warehouse.
 *
 * @param key the same however often the message is sent: {@code channel:externalId:kind:revision}
 * @param body JSON, exactly the bytes that are sent and signed
 */
record Handover(long id, String key, Kind kind, String body) {

    /** What the warehouse is told. */
    enum Kind {
        /** Pick and pack this order. */
        RELEASED,
        /** The order it already has has changed, and a consultant agreed. */
        CHANGED,
        /** Do not send the order it already has. */
        RECALLED
    }
}
