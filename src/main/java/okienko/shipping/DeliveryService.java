package okienko.shipping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to deliver that the shop offers.
 *
 * @param code ours, e.g. {@code INPOST_LOCKER}
 * @param carrier e.g. {@code INPOST}
 * @param pointPattern regular expression of the carrier's point codes; empty when any text will do
 * @param mobileRequired whether the carrier texts the receiver, so that a landline will not do
 * @param maxWeightGrams heaviest parcel; null when not limited
 * @param maxSize largest parcel in millimetres, longest side first; empty when not limited
 * @param names how channels name it: a delivery method containing one of these is mapped to it
 */
public record DeliveryService(
        String code,
        String carrier,
        String name,
        Kind kind,
        String pointPattern,
        boolean mobileRequired,
        @Nullable Integer maxWeightGrams,
        List<Integer> maxSize,
        List<String> names) {

    public DeliveryService {
        maxSize = List.copyOf(maxSize);
        names = List.copyOf(names);
    }

    /** Where the receiver gets the parcel. */
    public enum Kind {
        DOOR,
        LOCKER,
        POINT,
        COUNTER
    }
}
