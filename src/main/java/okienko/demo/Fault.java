package okienko.demo;

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
import static okienko.ordercontrol.ReasonCode.POSTAL_CODE_INVALID;
import static okienko.ordercontrol.ReasonCode.PRICE_ANOMALY;
import static okienko.ordercontrol.ReasonCode.QUANTITY_ANOMALY;
import static okienko.ordercontrol.ReasonCode.STOCK_SHORTAGE;
import static okienko.ordercontrol.ReasonCode.TAX_ID_INVALID;
import static okienko.ordercontrol.ReasonCode.TAX_ID_MISSING;
import static okienko.ordercontrol.ReasonCode.TOTAL_MISMATCH;
import static okienko.ordercontrol.ReasonCode.UNDERPAID;
import static okienko.ordercontrol.ReasonCode.UNKNOWN_PRODUCT;
import static okienko.ordercontrol.ReasonCode.UNPAID;
import static okienko.ordercontrol.ReasonCode.UNREADABLE;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order.Line;
import okienko.orders.Order.PaymentForm;
import okienko.vocabulary.Money;

/**
 * Something customers and channels get wrong.
 *
 * @param reason what order control must find
 * @param aDay how many of a day's {@value Deck#SIZE} orders; together eight of a hundred, as order desks report
 */
record Fault(ReasonCode reason, int aDay, BiConsumer<Draft, RandomGenerator> spoil) {

    static final List<Fault> ALL = Stream.of(aboutBuyers(), aboutDelivery(), aboutPayment(), aboutCash(), aboutGoods())
            .flatMap(List::stream)
            .toList();

    private static List<Fault> aboutBuyers() {
        return List.of(
                new Fault(COMMENT_RELEVANT, 80, (draft, random) -> draft.comment = Remarks.relevant(random)),
                new Fault(NAME_SUSPICIOUS, 7, (draft, random) -> draft.name = any(random, "asdf", "x", "Jan123")),
                new Fault(PHONE_INVALID, 20, (draft, random) -> draft.forgetDigits()),
                new Fault(
                        EMAIL_INVALID,
                        20,
                        (draft, random) -> draft.email = draft.email.substring(0, draft.email.indexOf('@'))
                                + any(random, "@gmial.com", "@wp.lp", "@onet")),
                new Fault(CUSTOMER_FLAGGED, 8, (draft, random) -> draft.boughtBy(Buyers.flagged(random))),
                new Fault(
                        DUPLICATE_CUSTOMER,
                        10,
                        (draft, random) -> draft.phone =
                                Buyers.sharing(random, draft.buyer).phone()),
                // whose basket it repeats only the maker of orders knows
                new Fault(DUPLICATE_ORDER, 14, (draft, random) -> {}),
                // its text is spoilt on the way
                new Fault(UNREADABLE, 3, (draft, random) -> {}),
                new Fault(TAX_ID_INVALID, 11, (draft, random) -> {
                    draft.forCompany();
                    draft.taxId = withWrongCheckDigit(draft.taxId);
                }),
                new Fault(TAX_ID_MISSING, 8, (draft, random) -> {
                    draft.forCompany();
                    draft.taxId = "";
                }));
    }

    private static List<Fault> aboutDelivery() {
        return List.of(
                new Fault(ADDRESS_INCOMPLETE, 28, (draft, random) -> {
                    draft.deliverToDoor();
                    draft.street = draft.street.replaceAll("\\s+\\d+(/\\d+)?$", "");
                }),
                new Fault(POSTAL_CODE_INVALID, 20, (draft, random) -> {
                    draft.deliverToDoor();
                    draft.postalCode = draft.postalCode.substring(0, draft.postalCode.length() - 1);
                }),
                new Fault(PICKUP_POINT_MISSING, 12, (draft, random) -> draft.deliverToLocker("")),
                new Fault(PARCEL_TOO_BIG, 5, (draft, random) -> {
                    draft.setOnlyLine(any(random, "DEMO-2003", "DEMO-2004"), 1);
                    draft.deliverToLocker(Remarks.point(random));
                }),
                new Fault(FOREIGN_ORDER, 15, (draft, random) -> draft.goAbroad("demo-web", random)),
                new Fault(CHANGED_AFTER_RELEASE, 6, (draft, random) -> {
                    draft.deliverToDoor();
                    draft.sequel = Sequel.CHANGES_MIND;
                }));
    }

    private static List<Fault> aboutPayment() {
        return List.of(
                new Fault(UNPAID, 55, (draft, random) -> draft.unpaid(random)),
                new Fault(UNDERPAID, 6, (draft, random) -> draft.pay(-1_000, "PLN")),
                new Fault(OVERPAID, 6, (draft, random) -> draft.pay(1_000, "PLN")),
                new Fault(PAYMENT_CURRENCY_MISMATCH, 3, (draft, random) -> draft.pay(0, "EUR")),
                new Fault(PAYMENT_FORM_UNKNOWN, 5, (draft, random) -> {
                    draft.form = PaymentForm.UNKNOWN;
                    draft.channelForm = "voucher_partner";
                }));
    }

    private static List<Fault> aboutCash() {
        return List.of(
                new Fault(PAYMENT_FORM_NOT_ACCEPTED, 8, (draft, random) -> {
                    draft.payOnDelivery();
                    draft.method = "Allegro One Kurier";
                    draft.service = "ALLEGRO_ONE_COURIER";
                }),
                new Fault(CASH_LIMIT_B2B, 3, (draft, random) -> {
                    draft.boughtBy(Buyers.regular(random.nextInt(Buyers.RETURNING)));
                    draft.setOnlyLine("DEMO-1031", 16);
                    draft.forCompany();
                    draft.payOnDelivery();
                    draft.method = "Pocztex Kurier";
                    draft.service = "POCZTEX_COURIER";
                }),
                new Fault(NEW_CUSTOMER_HIGH_VALUE, 4, (draft, random) -> {
                    draft.setOnlyLine("DEMO-1029", 1);
                    draft.payOnDelivery();
                }));
    }

    private static List<Fault> aboutGoods() {
        return List.of(
                new Fault(TOTAL_MISMATCH, 4, (draft, random) -> draft.totalDifference = -1_500),
                new Fault(PRICE_ANOMALY, 4, (draft, random) -> draft.lines.replaceAll(Fault::tenTimesCheaper)),
                new Fault(
                        QUANTITY_ANOMALY,
                        6,
                        (draft, random) -> draft.setOnlyLine("DEMO-1025", 25 + random.nextInt(20))),
                new Fault(STOCK_SHORTAGE, 24, (draft, random) -> draft.add(any(random, "DEMO-2001", "DEMO-2002"))),
                new Fault(
                        UNKNOWN_PRODUCT,
                        5,
                        (draft, random) -> draft.lines.add(
                                new Line("DEMO-OLD-17", "Kubek świąteczny 2019", 1, new Money(2_490, "PLN")))));
    }

    private static String any(RandomGenerator random, String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String withWrongCheckDigit(String taxId) {
        int last = taxId.charAt(taxId.length() - 1) - '0';
        return taxId.substring(0, taxId.length() - 1) + (last + 1) % 10;
    }

    private static Line tenTimesCheaper(Line line) {
        return new Line(
                line.sku(),
                line.name(),
                line.quantity(),
                new Money(line.unitPrice().minor() / 10, line.unitPrice().currency()));
    }
}
