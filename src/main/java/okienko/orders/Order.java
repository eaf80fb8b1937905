package okienko.orders;

import java.time.Instant;
import java.util.List;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * One order in the office's own shape, whatever channel it came from. Text that was not given is the empty string;
 * what may be unknown is {@code null} and says so.
 *
 * @param key channel and id in that channel
 * @param number the number the customer sees
 * @param placedAt when the customer placed it
 * @param status whether the channel still wants it
 * @param buyer who bought it
 * @param delivery where and how it goes
 * @param invoice whether and for whom an invoice is wanted
 * @param payment how it is paid
 * @param lines what was bought, in the channel's order
 * @param deliveryCost what the customer pays for delivery, gross
 * @param discount what was taken off the sum of lines and delivery, as a positive amount
 * @param total what the customer has to pay, gross
 * @param comment what the customer wrote to the shop
 * @param dispatchBy by when the channel wants it sent; null when it does not say
 * @param cancelledAfter when at the earliest the channel cancels by itself what was not sent; null when it does not, or
 *     nobody knows
 */
public record Order(
        OrderKey key,
        String number,
        Instant placedAt,
        Status status,
        Buyer buyer,
        Delivery delivery,
        Invoice invoice,
        Payment payment,
        List<Line> lines,
        Money deliveryCost,
        Money discount,
        Money total,
        String comment,
        @Nullable Instant dispatchBy,
        @Nullable Instant cancelledAfter) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** An order the channel sets no time for, as most do. */
    public Order(
            OrderKey key,
            String number,
            Instant placedAt,
            Status status,
            Buyer buyer,
            Delivery delivery,
            Invoice invoice,
            Payment payment,
            List<Line> lines,
            Money deliveryCost,
            Money discount,
            Money total,
            String comment) {
        this(
                key,
                number,
                placedAt,
                status,
                buyer,
                delivery,
                invoice,
                payment,
                lines,
                deliveryCost,
                discount,
                total,
                comment,
                null,
                null);
    }

    /** Whether the channel still wants the order. */
    public enum Status {
        PLACED,
        CANCELLED
    }

    /**
     * Who bought.
     *
     * @param login the buyer's account in the channel
     * @param address the billing address
     */
    public record Buyer(String login, String name, String company, String email, String phone, PostalAddress address) {}

    /**
     * Where and how it goes.
     *
     * @param method the delivery method as the channel names it
     * @param service our code of the delivery service, e.g. {@code INPOST_LOCKER}; empty when the method is not mapped
     * @param phone the receiver's phone; where the channel has none, the buyer's
     * @param pickupPoint the code of the locker or point, e.g. {@code POZ08A}
     */
    public record Delivery(String method, String service, PostalAddress address, String phone, String pickupPoint) {}

    /**
     * The invoice wanted, if one is.
     *
     * @param toCompany whether it is to be made out to a company
     * @param taxId as typed: {@code PL 525-000-10-09} occurs
     */
    public record Invoice(boolean wanted, boolean toCompany, String company, String taxId, PostalAddress address) {
        public static final Invoice NONE = new Invoice(false, false, "", "", PostalAddress.NONE);
    }

    /**
     * How it is paid.
     *
     * @param channelForm the form as the channel names it, shown where it is not mapped
     * @param paid what the channel says has been paid; null when it says nothing
     * @param paidAt when, null when not known or not paid
     */
    public record Payment(
            PaymentForm form,
            String channelForm,
            @Nullable Money paid,
            @Nullable Instant paidAt) {}

    /** Forms of payment the office tells apart. */
    public enum PaymentForm {
        /** Card, instant transfer, wallet: money is there within the hour or never. */
        ONLINE,
        /** Ordinary bank transfer. */
        TRANSFER,
        /** Paid to the courier. */
        CASH_ON_DELIVERY,
        /** Paid in cash at the shop's counter. */
        CASH_AT_COUNTER,
        /** Invoice with a term, instalments, pay-later: the shop bears or sells the risk. */
        DEFERRED,
        /** The channel's form is not mapped to one of ours. */
        UNKNOWN;

        /** Whether money must arrive before the goods leave. */
        public boolean prepaid() {
            return this == ONLINE || this == TRANSFER;
        }

        /** Whether banknotes may change hands. */
        public boolean cash() {
            return this == CASH_ON_DELIVERY || this == CASH_AT_COUNTER;
        }
    }

    /**
     * One line.
     *
     * @param sku the shop's own article number; empty when the channel has none
     * @param unitPrice gross price of one piece
     */
    public record Line(String sku, String name, int quantity, Money unitPrice) {

        public Money amount() {
            return unitPrice.times(quantity);
        }
    }

    /** The same order, no longer wanted. */
    public Order cancelled() {
        return with(Status.CANCELLED, delivery, payment, dispatchBy, cancelledAfter);
    }

    /** The same order, going and paid otherwise. */
    public Order with(Delivery otherDelivery, Payment otherPayment) {
        return with(status, otherDelivery, otherPayment, dispatchBy, cancelledAfter);
    }

    /** The same order with the channel's times for sending it. */
    public Order toBeSent(@Nullable Instant by, @Nullable Instant elseCancelledAfter) {
        return with(status, delivery, payment, by, elseCancelledAfter);
    }

    private Order with(
            Status otherStatus,
            Delivery otherDelivery,
            Payment otherPayment,
            @Nullable Instant by,
            @Nullable Instant elseCancelledAfter) {
        return new Order(
                key,
                number,
                placedAt,
                otherStatus,
                buyer,
                otherDelivery,
                invoice,
                otherPayment,
                lines,
                deliveryCost,
                discount,
                total,
                comment,
                by,
                elseCancelledAfter);
    }

    /** ISO 4217 code of the order's amounts. */
    public String currency() {
        return total.currency();
    }

    /** Whether the buyer acts as a business: a tax id or a company on the invoice. */
    public boolean business() {
        return invoice.toCompany() || !invoice.taxId().isBlank();
    }

    /** The two-letter country the parcel goes to, or the buyer's where no delivery address was given. */
    public String country() {
        return delivery.address().country().isBlank()
                ? buyer.address().country()
                : delivery.address().country();
    }
}
