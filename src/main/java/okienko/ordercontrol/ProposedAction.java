package okienko.ordercontrol;

/**
 * A next step offered with a finding.
 *
 * @param kind what it does
 * @param field the field it would change; empty when it changes none
 * @param value the value it would set, e.g. the corrected e-mail address; empty when the consultant has to supply it
 */
public record ProposedAction(Kind kind, String field, String value) {

    /** Steps a consultant can take. */
    public enum Kind {
        /** Put {@code value} into {@code field}. */
        SET_FIELD,
        /** Edit {@code field} by hand. */
        EDIT_FIELD,
        /** Ask the customer. */
        CONTACT_CUSTOMER,
        /** Record a payment by hand, or wait for it. */
        CHECK_PAYMENT,
        /** Return what was paid too much. */
        REFUND,
        /** Offer another article or wait for the delivery. */
        OFFER_ALTERNATIVE,
        /** Cancel this order in favour of the other. */
        CANCEL_ORDER,
        /** Release all the same, with a reason. */
        RELEASE
    }
}
