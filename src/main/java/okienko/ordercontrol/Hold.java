package okienko.ordercontrol;

import java.time.Instant;
import okienko.orders.OrderId;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * A finding that blocks an order, and how it ended.
 *
 * @param revision of the order it was found in
 * @param rulesVersion of the rule set it was found under
 * @param shadow whether it only records what the check would have held
 * @param closedBy login of who settled it; null while open, or when it cleared by itself
 * @param note what was said when it was settled
 * @param cover how far the word of who settled it goes; null while open, and for what cleared
 * @param beyond the earlier word that this finding is beyond; null when nobody had settled it before
 * @param lapsesAt when it ends by itself while it is open; null: never
 */
public record Hold(
        long id,
        OrderId order,
        Finding finding,
        int revision,
        int rulesVersion,
        boolean shadow,
        State state,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        String note,
        @Nullable Cover cover,
        @Nullable Beyond beyond,
        @Nullable Instant lapsesAt) {

    /** The life of a hold. */
    public enum State {
        OPEN,
        /** A consultant looked and says it is fine. */
        RESOLVED,
        /** A re-check no longer finds it. */
        CLEARED,
        /** The order was released in spite of it. */
        OVERRIDDEN,
        /** Its time was over before anybody looked. */
        LAPSED
    }

    /**
     * How far it stays settled, while nothing else changes that its rule read.
     *
     * @param rulesVersion of the rule set it was settled under
     * @param upTo the order's total; null: the total does not matter
     * @param until null: for good
     */
    public record Cover(
            int rulesVersion,
            @Nullable Money upTo,
            @Nullable Instant until) {}

    /**
     * What somebody had settled, and why that does not cover what is found now.
     *
     * @param by login of who had; null: its time was over
     */
    public record Beyond(@Nullable String by, Instant at, Limit limit) {}

    /** What a word does not reach. */
    public sealed interface Limit {

        /** The order costs more than was said. */
        record Total(Money upTo, Money now) implements Limit {}

        /**
         * Something the rule reads is different.
         *
         * @param name the attribute, field or piece of evidence
         */
        record Value(String name, Object before, Object now) implements Limit {}

        /** It counted for a time. */
        record Time(Instant until) implements Limit {}
    }

    public boolean blocks() {
        return state == State.OPEN && !shadow;
    }
}
