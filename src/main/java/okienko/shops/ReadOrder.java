package okienko.shops;

import java.time.Instant;
import okienko.orders.Order;
import okienko.orders.UnreadableOrder;
import org.jspecify.annotations.Nullable;

/** What reading one piece of a file gave. */
public sealed interface ReadOrder {

    Piece piece();

    /**
     * An order.
     *
     * @param changedAt when the channel says it last changed; null when it does not say
     */
    @SuppressWarnings("AvoidCommonTypeNames") // nobody reads characters here
    record Readable(Piece piece, Order order, @Nullable Instant changedAt) implements ReadOrder {}

    /** An order that must not enter, at least not yet. */
    record NotReady(Piece piece, String externalId, Why why) implements ReadOrder {}

    /** No order: it says which field stops it. */
    record Unreadable(Piece piece, UnreadableOrder problem) implements ReadOrder {}

    /** Why an order must not enter. */
    enum Why {
        /** The buyer has not finished: address and payment may still change. */
        UNFINISHED,
        /** Nobody has bought: somebody in the shop prepares it. */
        DRAFT,
        /** The shop is trying itself out. */
        TEST,
        /** It is on its way already, or somebody else's warehouse sends it. */
        SENT
    }
}
