package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.ADDRESS_INCOMPLETE;
import static okienko.ordercontrol.ReasonCode.CASH_LIMIT_B2B;
import static okienko.ordercontrol.ReasonCode.CHANGED_AFTER_RELEASE;
import static okienko.ordercontrol.ReasonCode.COMMENT_RELEVANT;
import static okienko.ordercontrol.ReasonCode.CUSTOMER_FLAGGED;
import static okienko.ordercontrol.ReasonCode.DUPLICATE_CUSTOMER;
import static okienko.ordercontrol.ReasonCode.DUPLICATE_ORDER;
import static okienko.ordercontrol.ReasonCode.EMAIL_INVALID;
import static okienko.ordercontrol.ReasonCode.FOREIGN_ORDER;
import static okienko.ordercontrol.ReasonCode.NAME_SUSPICIOUS;
import static okienko.ordercontrol.ReasonCode.NEW_CUSTOMER_HIGH_VALUE;
import static okienko.ordercontrol.ReasonCode.OVERPAID;
import static okienko.ordercontrol.ReasonCode.PARCEL_TOO_BIG;
import static okienko.ordercontrol.ReasonCode.PAYMENT_CURRENCY_MISMATCH;
import static okienko.ordercontrol.ReasonCode.PAYMENT_FORM_NOT_ACCEPTED;
import static okienko.ordercontrol.ReasonCode.PAYMENT_FORM_UNKNOWN;
import static okienko.ordercontrol.ReasonCode.PHONE_INVALID;
import static okienko.ordercontrol.ReasonCode.PICKUP_POINT_MISSING;
import static okienko.ordercontrol.ReasonCode.POSTAL_CODE_CITY_MISMATCH;
import static okienko.ordercontrol.ReasonCode.POSTAL_CODE_INVALID;
import static okienko.ordercontrol.ReasonCode.PRICE_ANOMALY;
import static okienko.ordercontrol.ReasonCode.QUANTITY_ANOMALY;
import static okienko.ordercontrol.ReasonCode.STOCK_SHORTAGE;
import static okienko.ordercontrol.ReasonCode.TAX_ID_INVALID;
import static okienko.ordercontrol.ReasonCode.TAX_ID_MISSING;
import static okienko.ordercontrol.ReasonCode.TAX_ID_NOT_REGISTERED;
import static okienko.ordercontrol.ReasonCode.TOTAL_MISMATCH;
import static okienko.ordercontrol.ReasonCode.UNDERPAID;
import static okienko.ordercontrol.ReasonCode.UNKNOWN_PRODUCT;
import static okienko.ordercontrol.ReasonCode.UNPAID;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;

/** All checks, in the order of the specification. */
public final class Checks {

    // the queues of work this product starts with
    private static final String ORDERS = "orders";
    private static final String PAYMENTS = "payments";
    private static final String STOCK = "stock";
    private static final String ADDRESSES = "addresses";
    private static final String FOREIGN = "foreign";

    /** Where what no check can judge goes: unreadable payloads and failed checks. */
    private static final String TECHNICAL = "technical";

    public static final List<Check> ALL = List.of(
            Check.on(ADDRESS_INCOMPLETE, ADDRESSES, AddressChecks::incomplete).reading(Source.SHIPPING),
            Check.on(POSTAL_CODE_INVALID, ADDRESSES, AddressChecks::postalCode).reading(Source.SHIPPING),
            Check.shadow(POSTAL_CODE_CITY_MISMATCH, ADDRESSES, AddressChecks::postalCodeAndCity)
                    .reading(Source.SHIPPING),
            Check.on(PICKUP_POINT_MISSING, ADDRESSES, AddressChecks::pickupPoint)
                    .reading(Source.SHIPPING),
            Check.on(PHONE_INVALID, ADDRESSES, ContactChecks::phone, ContactChecks.MOBILE_FOR_LOCKERS)
                    .reading(Source.SHIPPING),
            Check.on(EMAIL_INVALID, ADDRESSES, ContactChecks::email, ContactChecks.ALSO_FINE),
            Check.on(TAX_ID_INVALID, ORDERS, TaxChecks::invalid),
            Check.on(TAX_ID_MISSING, ORDERS, TaxChecks::missing),
            Check.on(
                            TAX_ID_NOT_REGISTERED,
                            ORDERS,
                            TaxRegisterCheck::examine,
                            TaxRegisterCheck.POLISH_TOO,
                            TaxRegisterCheck.WAIT_UP_TO)
                    .reading(Source.TAX_REGISTER, Source.TIME),
            Check.on(NAME_SUSPICIOUS, ADDRESSES, NameCheck::examine),
            Check.on(TOTAL_MISMATCH, ORDERS, AmountChecks::total, AmountChecks.TOLERANCE_PER_LINE),
            Check.on(PRICE_ANOMALY, ORDERS, AmountChecks::price, AmountChecks.LEAST_SHARE)
                    .reading(Source.STOCK, Source.RATES),
            Check.on(
                            QUANTITY_ANOMALY,
                            ORDERS,
                            AmountChecks::quantity,
                            AmountChecks.MOST_PIECES,
                            AmountChecks.TIMES_USUAL)
                    .reading(Source.STOCK),
            Check.on(DUPLICATE_ORDER, ORDERS, CustomerChecks::duplicateOrder, CustomerChecks.WITHIN)
                    .reading(Source.OTHER_ORDERS),
            Check.on(DUPLICATE_CUSTOMER, ORDERS, CustomerChecks::duplicateCustomer, CustomerChecks.AGREEING)
                    .reading(Source.CUSTOMER),
            Check.on(CUSTOMER_FLAGGED, ORDERS, CustomerChecks::flagged, CustomerChecks.REFUSED)
                    .reading(Source.CUSTOMER, Source.TIME),
            Check.on(NEW_CUSTOMER_HIGH_VALUE, ORDERS, CustomerChecks::newAndExpensive, CustomerChecks.NEW_UP_TO)
                    .reading(Source.CUSTOMER, Source.RATES),
            Check.on(
                            UNPAID,
                            PAYMENTS,
                            PaymentChecks::unpaid,
                            PaymentChecks.ONLINE_WITHIN,
                            PaymentChecks.TRANSFER_WITHIN)
                    .reading(Source.PAYMENT, Source.TIME),
            Check.on(UNDERPAID, PAYMENTS, PaymentChecks::underpaid, PaymentChecks.TOLERANCE)
                    .reading(Source.PAYMENT, Source.RATES),
            Check.on(OVERPAID, PAYMENTS, PaymentChecks::overpaid, PaymentChecks.TOLERANCE)
                    .reading(Source.PAYMENT, Source.RATES),
            Check.on(PAYMENT_CURRENCY_MISMATCH, PAYMENTS, PaymentChecks::currency)
                    .reading(Source.PAYMENT, Source.RATES),
            Check.on(PAYMENT_FORM_UNKNOWN, PAYMENTS, PaymentChecks::formUnknown),
            Check.on(PAYMENT_FORM_NOT_ACCEPTED, PAYMENTS, CourierChecks::formNotAccepted)
                    .reading(Source.SHIPPING, Source.RATES, Source.TIME),
            Check.on(CASH_LIMIT_B2B, PAYMENTS, CashLimit::examine, CashLimit.BUSINESS_LIMIT, CashLimit.EVERYBODY_LIMIT)
                    .reading(Source.OTHER_ORDERS, Source.RATES),
            Check.on(FOREIGN_ORDER, FOREIGN, CustomerChecks::foreign, CustomerChecks.HOME),
            Check.on(COMMENT_RELEVANT, ORDERS, CommentCheck::examine),
            Check.on(STOCK_SHORTAGE, STOCK, StockChecks::shortage, StockChecks.WAIT_UP_TO)
                    .reading(Source.STOCK, Source.TIME),
            Check.on(UNKNOWN_PRODUCT, STOCK, StockChecks::unknownProduct).reading(Source.STOCK),
            Check.on(PARCEL_TOO_BIG, STOCK, CourierChecks::tooBig).reading(Source.SHIPPING, Source.STOCK),
            Check.on(CHANGED_AFTER_RELEASE, ORDERS, CustomerChecks::changedAfterRelease));

    private static final RuleSet.Setting OFF = new RuleSet.Setting(RuleSet.Mode.OFF, Map.of());

    private static final Map<ReasonCode, Check> BY_REASON = byReason();

    private Checks() {}

    /** The check with this reason; {@code UNREADABLE} and {@code RULE_ERROR} have none. */
    public static Optional<Check> of(ReasonCode reason) {
        return Optional.ofNullable(BY_REASON.get(reason));
    }

    /** How a reason is set where nobody has set anything: a check as it comes, a rule of the shop's own not at all. */
    public static RuleSet.Setting byDefault(Reason reason) {
        return switch (reason) {
            case ReasonCode code -> of(code).map(Check::defaults).orElse(OFF);
            case Reason.Custom _ -> OFF;
        };
    }

    /** The queue an order held for this reason goes to. */
    public static String queue(Reason reason) {
        return switch (reason) {
            case ReasonCode code -> of(code).map(Check::queue).orElse(TECHNICAL);
            case Reason.Custom _ -> ORDERS;
        };
    }

    private static Map<ReasonCode, Check> byReason() {
        Map<ReasonCode, Check> checks = new EnumMap<>(ReasonCode.class);
        for (Check check : ALL) checks.put(check.reason(), check);
        return checks;
    }
}
