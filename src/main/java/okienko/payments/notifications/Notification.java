package okienko.payments.notifications;

import static okienko.payments.schema.Tables.NOTIFICATIONS;

import java.time.Instant;
import okienko.vocabulary.Money;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * A provider's notification and what has become of it.
 *
 * @param payment the provider's id of the payment
 * @param order the order's number as the provider gives it back
 * @param amount null when it says nothing of money
 */
record Notification(
        long id,
        String account,
        String provider,
        Instant receivedAt,
        State state,
        String trouble,
        String payment,
        String order,
        @Nullable Money amount,
        String confirmation,
        int attempts) {

    /** What has become of it. */
    enum State {
        STORED,
        /** Not genuine. */
        REFUSED,
        /** Genuine, but no money. */
        IGNORED,
        /** The provider is being told that it was understood; until then the money does not count. */
        CONFIRMING,
        /** The provider would not have it confirmed: a person looks. */
        DEAD,
        BOOKED,
        /** Amount or currency is not the order's: not booked, a person decides. */
        MISMATCH,
        /** Booked, but the order was cancelled: the money has to go back. */
        REFUND,
        /** Booked without an order: it waits for one of this number. */
        UNKNOWN_ORDER,
        /** A person has settled it. */
        SETTLED;

        /** Whether a person has to do something. */
        boolean waits() {
            return this == DEAD || this == MISMATCH || this == REFUND;
        }
    }

    static Notification of(Record row) {
        Long minor = row.get(NOTIFICATIONS.AMOUNT_MINOR);
        String currency = row.get(NOTIFICATIONS.CURRENCY);
        return new Notification(
                row.get(NOTIFICATIONS.ID),
                row.get(NOTIFICATIONS.ACCOUNT),
                row.get(NOTIFICATIONS.PROVIDER),
                row.get(NOTIFICATIONS.RECEIVED_AT).toInstant(),
                State.valueOf(row.get(NOTIFICATIONS.STATE)),
                row.get(NOTIFICATIONS.TROUBLE),
                row.get(NOTIFICATIONS.PAYMENT),
                row.get(NOTIFICATIONS.ORDER_NUMBER),
                minor == null || currency.isEmpty() ? null : new Money(minor, currency),
                row.get(NOTIFICATIONS.CONFIRMATION),
                row.get(NOTIFICATIONS.ATTEMPTS));
    }
}
