package okienko.ordercontrol;

import java.time.Instant;
import java.util.List;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands in control.
 *
 * @param buyer the company's or the person's name
 * @param country where the parcel goes
 * @param reasons of the holds that are open, the gravest first; empty when nothing blocks
 * @param queue where the order waits for a person; null when it does not
 * @param deadline while waiting: when a person must look if nothing has cleared
 * @param revision the revision last controlled, 0 when none was yet
 * @param heldSince since when a person is needed; null when none is
 * @param releasedBy login of who released it; null: by itself, or not released
 * @param releasedRevision what the warehouse has; null when it has nothing
 * @param customer the card's reference, null when not known
 * @param version counts changes; an operation names the version its page showed
 */
public record ControlledOrder(
        OrderId id,
        OrderKey key,
        String number,
        String buyer,
        String country,
        Money total,
        Instant placedAt,
        Instant receivedAt,
        boolean demo,
        State state,
        List<Reason> reasons,
        @Nullable String queue,
        @Nullable Instant deadline,
        int revision,
        @Nullable Instant heldSince,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable Integer releasedRevision,
        @Nullable String customer,
        long version) {

    public ControlledOrder {
        reasons = List.copyOf(reasons);
    }

    /** Where an order can stand. */
    public enum State {
        /** Not controlled yet. */
        PENDING,
        /** The warehouse has it. */
        RELEASED,
        /** What is wrong may clear by itself; nobody is bothered before the deadline. */
        WAITING,
        /** A person has to look. */
        HELD,
        /** Not wanted any more. */
        CANCELLED
    }

    /** Whether the warehouse has it, in this revision or an earlier one. */
    public boolean atWarehouse() {
        return releasedRevision != null;
    }
}
