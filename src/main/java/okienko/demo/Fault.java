package okienko.demo;

import static okienko.ordercontrol.ReasonCode.ADDRESS_INCOMPLETE;
import static okienko.ordercontrol.ReasonCode.CASH_LIMIT_B2B;
import static okienko.ordercontrol.ReasonCode.COMMENT_RELEVANT;
import static okienko.ordercontrol.ReasonCode.EMAIL_INVALID;
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

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order.Line;
import okienko.orders.Order.PaymentForm;
import okienko.vocabulary.Money;

/**
 * Something customers and channels get wrong.
 *
 * @param reason what order control must find
 * @param perTenThousand how often it happens; together about eight of a hundred orders, as order desks report
 */
record Fault(ReasonCode reason, int perTenThousand, BiConsumer<Draft, Random> spoil) {

    static final List<Fault> ALL = List.of(
            new Fault(COMMENT_RELEVANT, 150, (draft, random) -> draft.comment = Remarks.relevant(random)),
            new Fault(UNPAID, 180, (draft, random) -> {
                draft.form = PaymentForm.TRANSFER;
                draft.channelForm = "bacs";
                draft.paid = false;
            }),
            new Fault(ADDRESS_INCOMPLETE, 45, (draft, random) -> {
                draft.deliverToDoor();
                draft.street = draft.street.replaceAll("\\s+\\d+(/\\d+)?$", "");
            }),
            new Fault(POSTAL_CODE_INVALID, 35, (draft, random) -> {
                draft.deliverToDoor();
                draft.postalCode = draft.postalCode.substring(0, draft.postalCode.length() - 1);
            }),
            new Fault(PICKUP_POINT_MISSING, 20, (draft, random) -> draft.deliverToLocker("")),
            new Fault(
                    PHONE_INVALID,
                    35,
                    (draft, random) -> draft.phone = draft.phone.substring(0, draft.phone.length() - 2)),
            new Fault(
                    EMAIL_INVALID,
                    35,
                    (draft, random) -> draft.email = draft.email.substring(0, draft.email.indexOf('@'))
                            + List.of("@gmial.com", "@wp.lp", "@onet").get(random.nextInt(3))),
            new Fault(TAX_ID_INVALID, 20, (draft, random) -> company(draft, "526-025-02-75")),
            new Fault(TAX_ID_MISSING, 15, (draft, random) -> company(draft, "")),
            new Fault(
                    NAME_SUSPICIOUS,
                    12,
                    (draft, random) ->
                            draft.name = List.of("asdf", "x", "Jan123").get(random.nextInt(3))),
            new Fault(TOTAL_MISMATCH, 8, (draft, random) -> draft.totalDifference = -1_500),
            new Fault(PRICE_ANOMALY, 8, (draft, random) -> draft.lines.replaceAll(Fault::tenTimesCheaper)),
            new Fault(
                    QUANTITY_ANOMALY,
                    12,
                    (draft, random) -> draft.setOnlyLine(Catalogue.article("DEMO-1025"), 25 + random.nextInt(20))),
            new Fault(NEW_CUSTOMER_HIGH_VALUE, 8, (draft, random) -> {
                draft.setOnlyLine(Catalogue.article("DEMO-1029"), 1);
                draft.payOnDelivery();
            }),
            new Fault(UNDERPAID, 10, (draft, random) -> draft.paidDifference = -1_000),
            new Fault(OVERPAID, 10, (draft, random) -> draft.paidDifference = 1_000),
            new Fault(PAYMENT_CURRENCY_MISMATCH, 5, (draft, random) -> draft.paidCurrency = "EUR"),
            new Fault(PAYMENT_FORM_UNKNOWN, 10, (draft, random) -> {
                draft.form = PaymentForm.UNKNOWN;
                draft.channelForm = "voucher_partner";
            }),
            new Fault(PAYMENT_FORM_NOT_ACCEPTED, 15, (draft, random) -> {
                draft.setOnlyLine(Catalogue.article("DEMO-1001"), 1);
                draft.payOnDelivery();
                draft.deliverToLocker(Remarks.point(random));
            }),
            new Fault(CASH_LIMIT_B2B, 5, (draft, random) -> {
                draft.setOnlyLine(Catalogue.article("DEMO-1028"), 9);
                company(draft, "5260250274");
                draft.payOnDelivery();
            }),
            new Fault(
                    STOCK_SHORTAGE,
                    40,
                    (draft, random) ->
                            draft.add(Catalogue.article(random.nextBoolean() ? "DEMO-2001" : "DEMO-2002"), 1)),
            new Fault(
                    UNKNOWN_PRODUCT,
                    10,
                    (draft, random) -> draft.lines.add(
                            new Line("DEMO-OLD-17", "Kubek świąteczny 2019", 1, new Money(2_490, draft.currency)))),
            new Fault(PARCEL_TOO_BIG, 10, (draft, random) -> {
                draft.setOnlyLine(Catalogue.article(random.nextBoolean() ? "DEMO-2003" : "DEMO-2004"), 1);
                draft.deliverToLocker(Remarks.point(random));
            }));

    private static void company(Draft draft, String taxId) {
        draft.invoice = true;
        draft.company = "Zielony Dom sp. z o.o.";
        draft.taxId = taxId;
    }

    private static Line tenTimesCheaper(Line line) {
        return new Line(
                line.sku(),
                line.name(),
                line.quantity(),
                new Money(line.unitPrice().minor() / 10, line.unitPrice().currency()));
    }
}
