package okienko.shops;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import okienko.orders.Order;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the shops that speak it. */
final class JsonShopWriters {

    static String wooCommerce(Order order) {
        String items = lines(order, line ->
                """
                {"name": %s, "sku": %s, "quantity": %d, "subtotal": %s, "subtotal_tax": "0.00"}""".formatted(text(line.name()), text(line.sku()), line.quantity(), text(line.amount())));
        Order.Payment payment = order.payment();
        return """
                {"id": %s, "number": %s, "status": %s, "currency": %s, "date_created": "2020-01-01T00:00:00",
                 "date_created_gmt": %s, "discount_total": %s, "discount_tax": "0", "shipping_total": %s, "shipping_tax": "0.00",
                 "total": %s, "customer_id": 0, "customer_note": %s, "billing": %s, "shipping": %s,
                 "payment_method": %s, "payment_method_title": "something else", "date_paid_gmt": %s,
                 "meta_data": [{"id": 1, "key": "other", "value": {"deep": [1]}}, {"id": 2, "key": "_billing_nip", "value": %s},
                               {"id": 3, "key": "_parcel_machine_id", "value": %s}],
                 "line_items": [%s], "shipping_lines": [{"method_title": %s}], "fee_lines": []}""".formatted(
                        order.key().externalId(),
                        text(order.number()),
                        text(order.status() == Order.Status.CANCELLED ? "cancelled" : "processing"),
                        text(order.currency()),
                        gmt(order.placedAt()),
                        text(order.discount()),
                        text(order.deliveryCost()),
                        text(order.total()),
                        text(order.comment()),
                        wooAddress(
                                order.buyer().address(),
                                order.buyer().email(),
                                order.buyer().phone()),
                        wooAddress(
                                order.delivery().address(), "", order.delivery().phone()),
                        text(payment.channelForm()),
                        payment.paidAt() == null ? "null" : gmt(payment.paidAt()),
                        text(order.invoice().taxId()),
                        text(order.delivery().pickupPoint()),
                        items,
                        text(order.delivery().method()))
                .replace("\n", "");
    }

    private static String wooAddress(PostalAddress address, String email, String phone) {
        return """
                {"first_name": %s, "last_name": %s, "company": %s, "address_1": %s, "address_2": "", "city": %s,
                 "postcode": %s, "country": %s, "email": %s, "phone": %s}""".formatted(
                        text(first(address.name())),
                        text(last(address.name())),
                        text(address.company()),
                        text(address.street()),
                        text(address.city()),
                        text(address.postalCode()),
                        text(address.country()),
                        text(email),
                        text(phone));
    }

    static String allegro(Order order) {
        String items = lines(order, line -> """
                {"offer": {"id": "9", "name": %s, "external": {"id": %s}}, "quantity": %d, "price": %s, "boughtAt": "%s"}""".formatted(
                text(line.name()), text(line.sku()), line.quantity(), money(line.unitPrice()), order.placedAt()));
        Order.Payment payment = order.payment();
        String point = order.delivery().pickupPoint();
        return """
                {"id": %s, "messageToSeller": %s, "status": %s, "fulfillment": {"status": "NEW"},
                 "buyer": %s,
                 "payment": {"type": %s, "finishedAt": %s, "paidAmount": %s},
                 "delivery": {"address": %s, "method": {"id": "x", "name": %s}, "pickupPoint": %s, "cost": %s,
                  "time": {"from": null, "dispatch": {"from": null, "to": %s}}},
                 "invoice": %s, "lineItems": [%s], "summary": {"totalToPay": %s}}""".formatted(
                        text(order.key().externalId()),
                        order.comment().isEmpty() ? "null" : text(order.comment()),
                        text(order.status() == Order.Status.CANCELLED ? "CANCELLED" : "READY_FOR_PROCESSING"),
                        allegroBuyer(order.buyer()),
                        text(payment.channelForm()),
                        payment.paidAt() == null
                                ? "null"
                                : text(payment.paidAt().toString()),
                        payment.paid() == null ? "null" : money(payment.paid()),
                        allegroAddress(
                                order.delivery().address(), order.delivery().phone()),
                        text(order.delivery().method()),
                        point.isEmpty() ? "null" : "{\"id\": " + text(point) + "}",
                        money(order.deliveryCost()),
                        order.dispatchBy() == null
                                ? "null"
                                : text(order.dispatchBy().toString()),
                        allegroInvoice(order.invoice()),
                        items.replaceFirst("}$", ", \"vouchers\": [{\"value\": " + money(order.discount()) + "}]}"),
                        money(order.total()))
                .replace("\n", "");
    }

    private static String allegroBuyer(Order.Buyer buyer) {
        PostalAddress address = buyer.address();
        return """
                {"login": %s, "email": %s, "firstName": %s, "lastName": %s, "companyName": %s, "phoneNumber": %s,
                 "address": {"street": %s, "city": %s, "postCode": %s, "countryCode": %s}}""".formatted(
                        text(buyer.login()),
                        text(buyer.email()),
                        text(first(address.name())),
                        text(last(address.name())),
                        text(address.company()),
                        text(buyer.phone()),
                        text(address.street()),
                        text(address.city()),
                        text(address.postalCode()),
                        text(address.country()));
    }

    private static String allegroAddress(PostalAddress to, String phone) {
        return """
                {"firstName": %s, "lastName": %s, "street": %s, "city": %s, "zipCode": %s, "countryCode": %s,
                 "companyName": %s, "phoneNumber": %s}""".formatted(
                        text(first(to.name())),
                        text(last(to.name())),
                        text(to.street()),
                        text(to.city()),
                        text(to.postalCode()),
                        text(to.country()),
                        text(to.company()),
                        text(phone));
    }

    private static String allegroInvoice(Order.Invoice invoice) {
        if (!invoice.wanted()) {
            return "{\"required\": false}";
        }
        PostalAddress address = invoice.address();
        return """
                {"required": true, "address": {"street": %s, "city": %s, "zipCode": %s, "countryCode": %s,
                 "company": {"name": %s, "taxId": %s}, "naturalPerson": {"firstName": %s, "lastName": %s}}}""".formatted(
                        text(address.street()),
                        text(address.city()),
                        text(address.postalCode()),
                        text(address.country()),
                        text(invoice.company()),
                        text(invoice.taxId()),
                        text(first(address.name())),
                        text(last(address.name())));
    }

    static String shopify(Order order) {
        String items = lines(order, line ->
                """
                {"sku": %s, "name": %s, "quantity": %d, "price": %s}""".formatted(text(line.sku()), text(line.name()), line.quantity(), text(line.unitPrice())));
        boolean paid = order.payment().paid() != null;
        return """
                {"id": %s, "name": %s, "test": false, "created_at": "%s", "processed_at": %s, "cancelled_at": %s, "currency": %s,
                 "email": %s, "phone": %s, "taxes_included": true, "financial_status": "%s", "payment_gateway_names": [%s],
                 "total_price": %s, "total_discounts": %s, "note": %s,
                 "note_attributes": [{"name": "NIP", "value": %s}, {"name": "Pickup point", "value": %s}],
                 "line_items": [%s], "shipping_lines": [{"title": %s, "price": %s}],
                 "billing_address": %s, "shipping_address": %s}""".formatted(
                        order.key().externalId(),
                        text(order.number()),
                        order.placedAt().atOffset(ZoneOffset.ofHours(-5)),
                        paid ? text(String.valueOf(order.payment().paidAt())) : "null",
                        order.status() == Order.Status.CANCELLED ? "\"2026-11-23T10:00:00+01:00\"" : "null",
                        text(order.currency()),
                        text(order.buyer().email()),
                        text(order.buyer().phone()),
                        paid ? "paid" : "pending",
                        text(order.payment().channelForm()),
                        text(order.total()),
                        text(order.discount()),
                        text(order.comment()),
                        text(order.invoice().taxId()),
                        text(order.delivery().pickupPoint()),
                        items,
                        text(order.delivery().method()),
                        text(order.deliveryCost()),
                        shopifyAddress(order.buyer().address(), null),
                        shopifyAddress(
                                order.delivery().address(), order.delivery().phone()))
                .replace("\n", "");
    }

    private static String shopifyAddress(PostalAddress address, @Nullable String phone) {
        return """
                {"first_name": %s, "last_name": %s, "name": %s, "company": %s, "address1": %s, "address2": null, "zip": %s,
                 "city": %s, "country_code": %s, "phone": %s}""".formatted(
                        text(first(address.name())),
                        text(last(address.name())),
                        text(address.name()),
                        text(address.company()),
                        text(address.street()),
                        text(address.postalCode()),
                        text(address.city()),
                        text(address.country()),
                        phone == null ? "null" : text(phone));
    }

    private static String lines(Order order, java.util.function.Function<Order.Line, String> line) {
        return order.lines().stream().map(line).collect(Collectors.joining(", "));
    }

    private static String money(Money money) {
        return "{\"amount\": " + text(money) + ", \"currency\": " + text(money.currency()) + "}";
    }

    private static String text(Money money) {
        return text(money.amount().toPlainString());
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static String gmt(Instant instant) {
        return text(instant.toString().replace("Z", ""));
    }

    private static String first(String name) {
        return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : "";
    }

    private static String last(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    private JsonShopWriters() {}
}
