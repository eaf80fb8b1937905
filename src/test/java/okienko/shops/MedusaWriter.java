package okienko.shops;

import java.util.Locale;
import java.util.stream.Collectors;
import okienko.orders.Order;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of Medusa: amounts are decimal numbers, a line has the price of all its pieces. */
final class MedusaWriter {

    static String medusa(Order order) {
        Order.Payment payment = order.payment();
        boolean paid = payment.paid() != null;
        String items = items(order);
        return """
                {"id": %s, "display_id": %s, "status": %s, "created_at": "%s", "currency_code": %s, "customer_id": "",
                 "email": %s, "total": %s, "discount_total": %s,
                 "metadata": {"customer_note": %s, "nip": %s, "pickup_point": %s},
                 "shipping_address": %s, "billing_address": %s, "items": [%s],
                 "shipping_methods": [{"name": %s, "original_total": %s, "data": {}}],
                 "payment_collections": [{"captured_amount": %s, "refunded_amount": 0,
                   "payments": [{"provider_id": "other", "canceled_at": "2026-11-20T10:00:00Z"},
                                {"provider_id": %s, "canceled_at": null, "captured_at": %s}]}]}""".formatted(
                        text(order.key().externalId()),
                        text(order.number()),
                        text(order.status() == Order.Status.CANCELLED ? "canceled" : "pending"),
                        order.placedAt(),
                        text(order.currency().toLowerCase(Locale.ROOT)),
                        text(order.buyer().email()),
                        amount(order.total()),
                        amount(order.discount()),
                        text(order.comment()),
                        text(order.invoice().taxId()),
                        text(order.delivery().pickupPoint()),
                        address(order.delivery().address(), order.delivery().phone()),
                        address(order.buyer().address(), order.buyer().phone()),
                        items,
                        text(order.delivery().method()),
                        amount(order.deliveryCost()),
                        paid ? amount(order.total()) : "0",
                        text(payment.channelForm()),
                        payment.paidAt() == null
                                ? "null"
                                : text(payment.paidAt().toString()))
                .replace("\n", "");
    }

    private static String items(Order order) {
        return order.lines().stream()
                .map(line -> """
                {"title": %s, "subtitle": null, "variant_sku": %s, "quantity": %d, "original_total": %s}""".formatted(text(line.name()), text(line.sku()), line.quantity(), amount(line.amount())))
                .collect(Collectors.joining(", "));
    }

    private static String address(PostalAddress address, String phone) {
        String name = address.name();
        int blank = name.indexOf(' ');
        return """
                {"first_name": %s, "last_name": %s, "company": %s, "address_1": %s, "address_2": null, "city": %s,
                 "postal_code": %s, "country_code": %s, "phone": %s}""".formatted(
                        text(blank < 0 ? "" : name.substring(0, blank)),
                        text(name.substring(blank + 1)),
                        text(address.company()),
                        text(address.street()),
                        text(address.city()),
                        text(address.postalCode()),
                        text(address.country().toLowerCase(Locale.ROOT)),
                        text(phone));
    }

    private static String amount(Money money) {
        return money.amount().toPlainString();
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private MedusaWriter() {}
}
