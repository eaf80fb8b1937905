package okienko.shipping;

/** What the shipping module announces. */
public sealed interface ShippingEvent {

    /** A delivery service or a line of the courier table was added, changed or retired. */
    record Changed() implements ShippingEvent {}
}
