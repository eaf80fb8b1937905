package okienko.ordercontrol.terms;

/** Where a value comes from, and so what has to happen before it can be another. */
public enum Source {
    /** The order itself: changes with a revision. */
    ORDER,
    /** Who the buyer is and what their history says. */
    CUSTOMER,
    /** Money that arrived. */
    PAYMENT,
    /** Stock and catalogue. */
    STOCK,
    /** The day's exchange rates. */
    RATES,
    /** Delivery services and the couriers' terms. */
    SHIPPING,
    /** The clock: the value can change though nothing happens. */
    TIME
}
