package okienko.shops;

import java.util.stream.Collectors;
import okienko.orders.Order;
import okienko.vocabulary.PostalAddress;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the shops that are asked by GraphQL. */
final class GraphQlShopWriters {

    static String vendure(Order order) {
        Order.Payment payment = order.payment();
        boolean paid = payment.paid() != null;
        String lines = lines(order);
        return """
                {"id": %s, "code": %s, "state": %s, "active": false, "orderPlacedAt": "%s", "currencyCode": %s,
                 "totalWithTax": %d, "customer": {"id": "", "emailAddress": %s, "phoneNumber": %s, "lastName": %s},
                 "shippingAddress": %s, "billingAddress": %s, "lines": [%s], "surcharges": [],
                 "discounts": [{"amountWithTax": -%d}],
                 "shippingLines": [{"priceWithTax": %d, "shippingMethod": {"name": %s}}],
                 "payments": [{"state": "Declined", "method": "other", "amount": 1},
                              {"state": "%s", "createdAt": %s, "method": %s, "amount": %d, "refunds": []}],
                 "customFields": {"comment": %s, "taxId": %s, "pickupPoint": %s}}""".formatted(
                        text(order.key().externalId()),
                        text(order.number()),
                        text(order.status() == Order.Status.CANCELLED ? "Cancelled" : "PaymentSettled"),
                        order.placedAt(),
                        text(order.currency()),
                        order.total().minor(),
                        text(order.buyer().email()),
                        text(order.buyer().phone()),
                        text(order.buyer().name()),
                        address(order.delivery().address(), order.delivery().phone()),
                        address(order.buyer().address(), ""),
                        lines,
                        order.discount().minor(),
                        order.deliveryCost().minor(),
                        text(order.delivery().method()),
                        paid ? "Settled" : "Authorized",
                        text(String.valueOf(payment.paidAt() == null ? order.placedAt() : payment.paidAt())),
                        text(payment.channelForm()),
                        order.total().minor(),
                        text(order.comment()),
                        text(order.invoice().taxId()),
                        text(order.delivery().pickupPoint()))
                .replace("\n", "");
    }

    private static String lines(Order order) {
        return order.lines().stream()
                .map(line -> """
                {"quantity": %d, "orderPlacedQuantity": %d, "unitPriceWithTax": %d,
                 "productVariant": {"sku": %s, "name": %s}}""".formatted(
                                line.quantity(),
                                line.quantity(),
                                line.unitPrice().minor(),
                                text(line.sku()),
                                text(line.name())))
                .collect(Collectors.joining(", "));
    }

    private static String address(PostalAddress address, String phone) {
        return """
                {"fullName": %s, "company": %s, "streetLine1": %s, "streetLine2": null, "city": %s, "postalCode": %s,
                 "countryCode": %s, "phoneNumber": %s}""".formatted(
                        text(address.name()),
                        text(address.company()),
                        text(address.street()),
                        text(address.city()),
                        text(address.postalCode()),
                        text(address.country()),
                        text(phone));
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private GraphQlShopWriters() {}
}
