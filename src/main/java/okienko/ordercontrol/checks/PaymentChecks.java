package okienko.ordercontrol.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.payments.IncomingPayment;
import okienko.vocabulary.Money;

/** Whether the money is there, all of it and in the right currency. */
final class PaymentChecks {

    static final Parameter ONLINE_WITHIN = Parameter.duration("onlineWithin", Duration.ofHours(1), Duration.ofDays(30));
    static final Parameter TRANSFER_WITHIN =
            Parameter.duration("transferWithin", Duration.ofDays(7), Duration.ofDays(90));
    static final Parameter TOLERANCE = Parameter.money("tolerance", "1.00 PLN");

    private static final String PAID = "payment.paid";

    private PaymentChecks() {}

    /**
     * What is known to have been paid.
     *
     * @param inOrderCurrency the sum of money in the order's currency
     * @param others money in other currencies
     */
    private record Paid(Money inOrderCurrency, List<Money> others) {

        boolean nothing() {
            return inOrderCurrency.isZero() && others.isEmpty();
        }
    }

    static List<Finding> unpaid(Order order, Facts facts, Settings settings) {
        if (!order.payment().form().prepaid() || order.total().minor() <= 0) return Seen.nothing();
        if (!paid(order, facts).nothing()) return Seen.nothing();
        boolean online = order.payment().form() == PaymentForm.ONLINE;
        Duration within = settings.duration(online ? ONLINE_WITHIN : TRANSFER_WITHIN);
        // an order that reaches us late must not be late at once
        Instant from = order.placedAt().isAfter(facts.controlledSince()) ? order.placedAt() : facts.controlledSince();
        Instant deadline = from.plus(within);
        return Seen.of(ReasonCode.UNPAID, deadline.isAfter(facts.now()) ? "waiting" : "overdue")
                .at(PAID)
                .saw("total", order.total())
                .saw("form", order.payment().form().name())
                .saw("deadline", deadline)
                .then(Kind.CHECK_PAYMENT, Kind.CONTACT_CUSTOMER, Kind.CANCEL_ORDER)
                .clearsBy(deadline)
                .alone();
    }

    static List<Finding> underpaid(Order order, Facts facts, Settings settings) {
        if (!order.payment().form().prepaid()) return Seen.nothing();
        Paid paid = paid(order, facts);
        // money in another currency is that check's business, not a sum of its own
        if (paid.nothing() || !paid.others().isEmpty()) return Seen.nothing();
        Money missing = order.total().minus(paid.inOrderCurrency());
        return difference(ReasonCode.UNDERPAID, missing, paid.inOrderCurrency(), order, facts, settings);
    }

    static List<Finding> overpaid(Order order, Facts facts, Settings settings) {
        Paid paid = paid(order, facts);
        if (paid.nothing() || !paid.others().isEmpty()) return Seen.nothing();
        Money tooMuch = paid.inOrderCurrency().minus(order.total());
        return difference(ReasonCode.OVERPAID, tooMuch, paid.inOrderCurrency(), order, facts, settings);
    }

    private static List<Finding> difference(
            ReasonCode reason, Money difference, Money paid, Order order, Facts facts, Settings settings) {
        if (difference.minor() <= 0) return Seen.nothing();
        Money tolerance = settings.money(TOLERANCE);
        Optional<Money> compared = facts.rates().convert(difference, tolerance.currency());
        if (compared.isPresent() && compared.get().compareTo(tolerance) <= 0) return Seen.nothing();
        Seen seen = Seen.of(reason, compared.isPresent() ? "beyondTolerance" : "noRate")
                .at(PAID, "total")
                .saw("total", order.total())
                .saw("paid", paid)
                .saw("difference", difference)
                .saw("tolerance", tolerance);
        if (compared.isPresent() && !difference.currency().equals(tolerance.currency())) {
            seen.sawRates(facts.rates(), difference.currency(), tolerance.currency());
        }
        return seen.then(
                        reason == ReasonCode.OVERPAID
                                ? new Kind[] {Kind.REFUND, Kind.RELEASE}
                                : new Kind[] {Kind.CONTACT_CUSTOMER, Kind.CHECK_PAYMENT, Kind.RELEASE})
                .alone();
    }

    static List<Finding> currency(Order order, Facts facts, Settings settings) {
        Paid paid = paid(order, facts);
        if (paid.others().isEmpty()) return Seen.nothing();
        Money other = paid.others().getFirst();
        Seen seen = Seen.of(ReasonCode.PAYMENT_CURRENCY_MISMATCH, "other")
                .at(PAID, "currency")
                .saw("paid", other)
                .saw("total", order.total())
                .saw("currency", order.currency());
        Optional<Money> worth = facts.rates().convert(other, order.currency());
        worth.ifPresent(money -> {
            seen.saw("converted", money);
            seen.sawRates(facts.rates(), other.currency(), order.currency());
        });
        return seen.then(Kind.CHECK_PAYMENT, Kind.REFUND, Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                .alone();
    }

    static List<Finding> formUnknown(Order order, Facts facts, Settings settings) {
        if (order.payment().form() != PaymentForm.UNKNOWN) return Seen.nothing();
        String named = order.payment().channelForm();
        return Seen.of(ReasonCode.PAYMENT_FORM_UNKNOWN, named.isBlank() ? "none" : "unmapped")
                .at("payment.form")
                .saw("channelForm", named)
                .saw("channel", order.key().channel())
                .edit("payment.form")
                .then(Kind.CHECK_PAYMENT)
                .alone();
    }

    /** Money booked for the order; where none is, what the channel says has been paid. Refunds count against it. */
    private static Paid paid(Order order, Facts facts) {
        List<Money> amounts = new ArrayList<>();
        for (IncomingPayment payment : facts.received()) amounts.add(payment.amount());
        if (amounts.isEmpty() && order.payment().paid() != null)
            amounts.add(order.payment().paid());
        Money same = Money.zero(order.currency());
        List<Money> others = new ArrayList<>();
        for (Money amount : amounts) {
            if (amount.currency().equals(order.currency())) same = same.plus(amount);
            else if (!amount.isZero()) others.add(amount);
        }
        return new Paid(same, others);
    }
}
