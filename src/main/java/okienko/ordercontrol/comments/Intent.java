package okienko.ordercontrol.comments;

import java.util.Locale;

/** What a buyer may want with a remark; where one wants several things, the first of this order is the main one. */
public enum Intent {
    /** Not to have the order, or to have it together with another. */
    CANCEL_MERGE,
    /** A grievance, however polite. */
    COMPLAINT,
    /** Whether it fits, and whether it is safe for somebody's health. */
    COMPAT_HEALTH,
    /** Another way, time or amount of paying. */
    PAYMENT,
    /** A colour, size, model, taste or engraving. */
    PRODUCT_VARIANT,
    /** More, fewer or other articles. */
    QUANTITY_ITEMS,
    /** Another place, person, courier or number. */
    DELIVERY_ADDRESS,
    /** A day, an hour, a delay. */
    DELIVERY_TIME,
    /** What the courier should know at the door. */
    DELIVERY_INSTRUCTION,
    /** An invoice or a receipt, and what is on it. */
    INVOICE,
    /** A wrapping, a card, or a measure of packing. */
    GIFT_PACKAGING,
    /** Any other thing a person has to answer. */
    QUESTION;

    /** How examples and the command's output spell it, e.g. {@code delivery_time}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Intent labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
