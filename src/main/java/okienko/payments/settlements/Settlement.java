package okienko.payments.settlements;

import java.time.Instant;
import okienko.vocabulary.Money;

/**
 * What a courier collected for one parcel.
 *
 * @param carrier the courier, as the file or the person who brought it in names it
 * @param parcel the waybill's number
 * @param document the settlement or transfer it is paid out with
 * @param order the order's number, as it was given to the courier
 * @param paidOn when the courier paid it out
 */
record Settlement(String carrier, String parcel, String document, String order, Money amount, Instant paidOn) {

    /** What has become of it. */
    enum State {
        /** Exactly what the order was to bring. */
        CLOSED,
        /** More or less than that: order control will say so. */
        DIFFERENT,
        /** The order was not to be paid on delivery. */
        NOT_COD,
        /** No single order has this number. */
        UNKNOWN_ORDER
    }
}
