package okienko.ordercontrol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reasons the product itself knows: the codes of the order-control specification. */
public enum ReasonCode implements Reason {
    ADDRESS_INCOMPLETE,
    POSTAL_CODE_INVALID,
    POSTAL_CODE_CITY_MISMATCH,
    PICKUP_POINT_MISSING,
    PHONE_INVALID,
    EMAIL_INVALID,
    TAX_ID_INVALID,
    TAX_ID_MISSING,
    TAX_ID_NOT_REGISTERED,
    NAME_SUSPICIOUS,
    TOTAL_MISMATCH,
    PRICE_ANOMALY,
    QUANTITY_ANOMALY,
    DUPLICATE_ORDER,
    DUPLICATE_CUSTOMER,
    CUSTOMER_FLAGGED,
    NEW_CUSTOMER_HIGH_VALUE,
    UNPAID,
    UNDERPAID,
    OVERPAID,
    PAYMENT_CURRENCY_MISMATCH,
    PAYMENT_FORM_UNKNOWN,
    PAYMENT_FORM_NOT_ACCEPTED,
    CASH_LIMIT_B2B,
    FOREIGN_ORDER,
    COMMENT_RELEVANT,
    STOCK_SHORTAGE,
    UNKNOWN_PRODUCT,
    PARCEL_TOO_BIG,
    CHANGED_AFTER_RELEASE,
    UNREADABLE,
    RULE_ERROR;

    private static final Map<String, ReasonCode> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(ReasonCode::name, Function.identity()));

    /** The code with a name; empty when there is none. */
    public static Optional<ReasonCode> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
