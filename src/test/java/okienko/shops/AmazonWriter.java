package okienko.shops;

import java.util.stream.Collectors;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of Amazon: every amount an object with its currency, one address, money that Amazon has. */
final class AmazonWriter {

    static String amazon(Order order) {
        boolean cod = order.payment().form() == PaymentForm.CASH_ON_DELIVERY;
        return """
                {"orderId": %s, "createdTime": "%s", "lastUpdatedTime": "%s", "programs": [],
                 "salesChannel": {"channelName": "AMAZON", "marketplaceId": "A1C3SOZRARQ6R3"},
                 "buyer": {"buyerName": %s, "buyerEmail": %s, "buyerCompanyName": %s},
                 "recipient": {"deliveryAddress": %s, "deliveryPreference": {"addressInstruction": %s}},
                 "proceeds": {"grandTotal": %s, "breakdowns": [{"type": "ITEM", "subtotal": %s},
                   {"type": "SHIPPING", "subtotal": %s}, {"type": "DISCOUNT", "subtotal": %s}]},
                 "payment": {"paymentExecutions": [{"paymentMethod": "%s"}]}, "tax": {"taxRegistrations": [%s]},
                 "fulfillment": {"fulfillmentStatus": "%s", "fulfilledBy": "MERCHANT", "fulfillmentServiceLevel": %s%s},
                 "orderItems": [%s]}""".formatted(
                        text(order.number()),
                        order.placedAt(),
                        order.placedAt(),
                        text(order.buyer().name()),
                        text(order.buyer().email()),
                        text(order.buyer().company()),
                        address(order.delivery().address(), order.delivery().phone()),
                        text(order.comment()),
                        money(order.total()),
                        money(order.total()),
                        money(order.deliveryCost()),
                        money(order.discount()).replace("\"amount\": \"", "\"amount\": \"-"),
                        cod ? "CashOnDelivery" : "CreditCard",
                        order.invoice().wanted() ? registration(order.invoice()) : "",
                        order.status() == Order.Status.CANCELLED ? "CANCELLED" : "UNSHIPPED",
                        text(order.delivery().method()),
                        order.dispatchBy() == null
                                ? ""
                                : ", \"shipByWindow\": {\"latestDateTime\": \"" + order.dispatchBy() + "\"}",
                        items(order))
                .replace("\n", "");
    }

    private static String items(Order order) {
        return order.lines().stream()
                .map(line ->
                        """
                {"orderItemId": "1", "quantityOrdered": %d, "product": {"asin": "B000000000", "title": %s,
                 "sellerSku": %s, "price": {"unitPrice": %s}}}""".formatted(line.quantity(), text(line.name()), text(line.sku()), money(line.unitPrice())))
                .collect(Collectors.joining(", "));
    }

    private static String registration(Order.Invoice invoice) {
        return """
                {"entityType": "MARKETPLACE", "taxRegistrationNumber": "1"}, {"entityType": "BUYER", "legalName": %s,
                 "taxRegistrationNumber": %s, "taxRegistrationAddress": %s}""".formatted(text(invoice.company()), text(invoice.taxId()), address(invoice.address(), ""));
    }

    private static String address(PostalAddress address, String phone) {
        return """
                {"name": %s, "companyName": %s, "addressLine1": %s, "addressLine2": "", "city": %s, "postalCode": %s,
                 "countryCode": %s, "phone": %s}""".formatted(
                        text(address.name()),
                        text(address.company()),
                        text(address.street()),
                        text(address.city()),
                        text(address.postalCode()),
                        text(address.country()),
                        text(phone));
    }

    private static String money(Money money) {
        return "{\"amount\": \"%s\", \"currencyCode\": \"%s\"}"
                .formatted(money.amount().toPlainString(), money.currency());
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private AmazonWriter() {}
}
