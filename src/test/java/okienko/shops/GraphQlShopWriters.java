package okienko.shops;

import java.util.stream.Collectors;
import okienko.orders.Order;
import okienko.vocabulary.Money;
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

    /** As Shopify answers when it is asked in the words of its webhooks. */
    static String shopify(Order order) {
        String currency = order.currency();
        boolean paid = order.payment().paid() != null;
        return """
                {"id": %s, "name": %s, "test": false, "created_at": "%s", "processed_at": %s, "cancelled_at": %s,
                 "currency": "EUR", "presentment_currency": %s, "taxes_included": true, "email": %s, "phone": %s, "note": %s,
                 "financial_status": "%s", "payment_gateway_names": [%s],
                 "note_attributes": [{"name": "NIP", "value": %s}, {"name": "Pickup point", "value": %s}],
                 "localized_fields": {"nodes": []}, "customer": null, "risk": {"recommendation": "ACCEPT"},
                 "total_price_set": %s, "current_total_price_set": %s, "current_total_discounts_set": %s, "net_payment_set": %s,
                 "total_tip_received_set": {"presentment_money": {"amount": "0.0", "currency_code": %s}},
                 "shipping_lines_page": {"nodes": [{"title": %s, "code": null, "price_set": %s, "tax_lines": []}]},
                 "line_items_page": {"nodes": [%s], "pageInfo": {"hasNextPage": false, "endCursor": null}},
                 "billing_address": %s, "shipping_address": %s}""".formatted(
                        text(order.key().externalId()),
                        text(order.number()),
                        order.placedAt(),
                        paid ? text(String.valueOf(order.payment().paidAt())) : "null",
                        order.status() == Order.Status.CANCELLED ? "\"2026-11-23T10:00:00Z\"" : "null",
                        text(currency),
                        text(order.buyer().email()),
                        text(order.buyer().phone()),
                        text(order.comment()),
                        paid ? "PAID" : "PENDING",
                        text(order.payment().channelForm()),
                        text(order.invoice().taxId()),
                        text(order.delivery().pickupPoint()),
                        bag(order.total()),
                        bag(order.total()),
                        bag(order.discount()),
                        bag(order.total()),
                        text(currency),
                        text(order.delivery().method()),
                        bag(order.deliveryCost()),
                        shopifyLines(order),
                        shopifyAddress(order.buyer().address(), ""),
                        shopifyAddress(
                                order.delivery().address(), order.delivery().phone()))
                .replace("\n", "");
    }

    private static String shopifyLines(Order order) {
        return order.lines().stream()
                .map(line -> """
                {"sku": %s, "name": %s, "quantity": %d, "current_quantity": %d, "price_set": %s, "tax_lines": []}""".formatted(
                        text(line.sku()), text(line.name()), line.quantity(), line.quantity(), bag(line.unitPrice())))
                .collect(Collectors.joining(", "));
    }

    private static String bag(Money money) {
        return "{\"presentment_money\": {\"amount\": %s, \"currency_code\": %s}}"
                .formatted(text(money.amount().toPlainString()), text(money.currency()));
    }

    private static String shopifyAddress(PostalAddress address, String phone) {
        return """
                {"first_name": null, "last_name": null, "name": %s, "company": %s, "address1": %s, "address2": null, "zip": %s,
                 "city": %s, "country_code": %s, "phone": %s}""".formatted(
                        text(address.name()),
                        text(address.company()),
                        text(address.street()),
                        text(address.postalCode()),
                        text(address.city()),
                        text(address.country()),
                        text(phone));
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private GraphQlShopWriters() {}
}
