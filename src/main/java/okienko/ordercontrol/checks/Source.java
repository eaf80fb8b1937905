package okienko.ordercontrol.checks;

/** Where a rule gets what it reads from, and so what has to happen before its answer can be another. */
public enum Source {
    /** The order itself: changes with a revision. */
    ORDER,
    /** Who the buyer is and what their card says. */
    CUSTOMER,
    /** What else the buyer ordered lately. */
    OTHER_ORDERS,
    /** Money that arrived. */
    PAYMENT,
    /** Stock and catalogue. */
    STOCK,
    /** The day's exchange rates. */
    RATES,
    /** Delivery services and the couriers' terms. */
    SHIPPING,
    /** What a tax register says of the buyer's number. */
    TAX_REGISTER,
    /** The clock: the value can change though nothing happens. */
    TIME
}
