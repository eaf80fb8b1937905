package okienko.payments;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import okienko.orders.CanonicalJson;
import okienko.orders.Incoming;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;

/** A shop whose orders the tests of payments pay for. */
public record PaidShop(Orders orders, String channel, Instant now) {

    /** An order that is to be paid by transfer. */
    public OrderKey order(String number, String buyer, String total) {
        return order(number, buyer, total, PaymentForm.TRANSFER, Order.Status.PLACED);
    }

    /** An order as wanted. */
    public OrderKey order(String number, String buyer, String total, PaymentForm form, Order.Status status) {
        OrderKey key = new OrderKey(channel, "id-" + number);
        Money due = Money.of(total, "PLN");
        PostalAddress home = new PostalAddress(buyer, "", "Solna 4/2", "61-736", "Poznań", "PL");
        Order order = new Order(
                key,
                number,
                now.minus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
                status,
                new Order.Buyer("", buyer, "", "buyer." + number + "@example.com", "+48 601 000 000", home),
                new Order.Delivery("Kurier DPD", "DPD_COURIER", home, "+48 601 000 000", ""),
                Order.Invoice.NONE,
                new Order.Payment(form, form.name(), null, null),
                List.of(new Order.Line("K-1", "Kubek emaliowany", 1, due)),
                Money.zero("PLN"),
                Money.zero("PLN"),
                due,
                "");
        long raw = orders.keep(
                "api", "canonical", CanonicalJson.write(order).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        orders.receive(List.of(new Incoming(order, raw, false)));
        return key;
    }
}
