package okienko.shops;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the shops most met with in Poland, as the office's connections put it together. */
final class PolishShopWriters {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    static String base(Order order) {
        String products = lines(order, line ->
                """
                {"storage": "shop", "sku": %s, "name": %s, "attributes": "", "quantity": %d, "price_brutto": %s}""".formatted(text(line.sku()), text(line.name()), line.quantity(), text(line.unitPrice())));
        Order.Payment payment = order.payment();
        boolean cancelled = order.status() == Order.Status.CANCELLED;
        return """
                {"order_id": %s, "shop_order_id": %s, "order_status_id": 6624, "status_name": "%s", "date_add": %d,
                 "confirmed": true, "user_login": "", "email": %s, "phone": %s, "currency": %s, "user_comments": %s,
                 "payment_method": %s, "payment_method_cod": "%s", "payment_done": %s, "delivery_method": %s,
                 "delivery_price": %s, "delivery_point_id": %s, "want_invoice": "%s", "invoice_nip": %s, %s, %s,
                 "products": [%s]}""".formatted(
                        order.key().externalId(),
                        text(order.number()),
                        cancelled ? "Anulowane" : "Nowe",
                        order.placedAt().getEpochSecond(),
                        text(order.buyer().email()),
                        text(order.buyer().phone()),
                        text(order.currency()),
                        text(order.comment()),
                        text(payment.channelForm()),
                        payment.form() == PaymentForm.CASH_ON_DELIVERY ? "1" : "0",
                        payment.paid() == null ? "0" : text(payment.paid()),
                        text(order.delivery().method()),
                        text(order.deliveryCost()),
                        text(order.delivery().pickupPoint()),
                        order.invoice().wanted() ? "1" : "0",
                        text(order.invoice().taxId()),
                        baseAddress("invoice", order.buyer().address()),
                        baseAddress("delivery", order.delivery().address()),
                        products)
                .replace("\n", "");
    }

    private static String baseAddress(String whose, PostalAddress address) {
        return """
                "%1$s_fullname": %2$s, "%1$s_company": %3$s, "%1$s_address": %4$s, "%1$s_postcode": %5$s,
                 "%1$s_city": %6$s, "%1$s_country_code": %7$s""".formatted(
                        whose,
                        text(address.name()),
                        text(address.company()),
                        text(address.street()),
                        text(address.postalCode()),
                        text(address.city()),
                        text(address.country()));
    }

    static String shoper(Order order) {
        String products = lines(order, line ->
                """
                {"code": %s, "name": %s, "option": "", "quantity": "%d.0000", "price": %s}""".formatted(text(line.sku()), text(line.name()), line.quantity(), text(line.unitPrice())));
        Order.Payment payment = order.payment();
        return """
                {"shoper_order": {"order_id": "%s", "date": "%s", "status_date": "%s", "sum": %s, "shipping_cost": %s,
                 "email": %s, "notes": %s, "paid": %s, "is_cash_on_delivery": %s, "pickup_point": %s,
                 "billing_address": %s, "delivery_address": %s}, "order_products": [%s],
                 "payment": {"payment_id": "1", "name": "x", "title": %s}, "shipping": {"name": %s},
                 "status": {"type": "%s"}, "currency": {"name": %s}}""".formatted(
                        order.key().externalId(),
                        local(order),
                        local(order),
                        text(order.total()),
                        text(order.deliveryCost()),
                        text(order.buyer().email()),
                        text(order.comment()),
                        payment.paid() == null ? "\"0.00\"" : text(payment.paid()),
                        payment.form() == PaymentForm.CASH_ON_DELIVERY,
                        text(order.delivery().pickupPoint()),
                        shoperAddress(
                                order.buyer().address(),
                                order.buyer().phone(),
                                order.invoice().taxId()),
                        shoperAddress(
                                order.delivery().address(), order.delivery().phone(), ""),
                        products,
                        text(payment.channelForm()),
                        text(order.delivery().method()),
                        order.status() == Order.Status.CANCELLED ? "4" : "2",
                        text(order.currency()))
                .replace("\n", "");
    }

    private static String shoperAddress(PostalAddress address, String phone, String taxId) {
        return """
                {"firstname": %s, "lastname": %s, "company": %s, "street1": %s, "street2": "", "postcode": %s, "city": %s,
                 "country_code": %s, "phone": %s, "tax_identification_number": %s}""".formatted(
                        text(first(address.name())),
                        text(last(address.name())),
                        text(address.company()),
                        text(address.street()),
                        text(address.postalCode()),
                        text(address.city()),
                        text(address.country()),
                        text(phone),
                        text(taxId));
    }

    static String prestaShop(Order order) {
        String rows = lines(order, line ->
                """
                {"id": "1", "product_reference": %s, "product_name": %s, "product_quantity": "%d", "unit_price_tax_incl": %s}""".formatted(text(line.sku()), text(line.name()), line.quantity(), six(line.unitPrice())));
        Order.Payment payment = order.payment();
        return """
                {"prestashop_order": {"id": %s, "reference": %s, "date_add": "%s", "date_upd": "%s", "payment": %s,
                 "module": "m", "note": "ours", "total_paid_tax_incl": %s, "total_paid_real": %s,
                 "total_shipping_tax_incl": %s, "total_discounts_tax_incl": %s, "associations": {"%s": [%s]}},
                 "customer": {"email": %s}, "currency": {"iso_code": %s}, "carrier": {"name": %s},
                 "order_state": {"paid": "0", "name": "%s"}, "customer_messages": [%s],
                 "invoice_address": %s, "delivery_address": %s}""".formatted(
                        order.key().externalId(),
                        text(order.number()),
                        local(order),
                        local(order),
                        text(payment.channelForm()),
                        text(order.total()),
                        payment.paid() == null ? "\"0.000000\"" : text(payment.paid()),
                        six(order.deliveryCost()),
                        six(order.discount()),
                        order.lines().size() % 2 == 0 ? "order_rows" : "order_details", // 8 and 9
                        rows,
                        text(order.buyer().email()),
                        text(order.currency()),
                        text(order.delivery().method()),
                        order.status() == Order.Status.CANCELLED ? "Anulowane" : "Płatność zaakceptowana",
                        prestaMessage(order.comment()),
                        prestaAddress(
                                order.buyer().address(),
                                "",
                                order.buyer().phone(),
                                order.invoice().taxId()),
                        prestaAddress(
                                order.delivery().address(),
                                order.delivery().pickupPoint(),
                                order.delivery().phone(),
                                ""))
                .replace("\n", "");
    }

    private static String prestaMessage(String comment) {
        return comment.isBlank()
                ? ""
                : "{\"id\": 1, \"id_employee\": \"0\", \"private\": \"0\", \"message\": " + text(comment) + "}";
    }

    private static String prestaAddress(PostalAddress address, String point, String phone, String taxId) {
        return """
                {"firstname": %s, "lastname": %s, "company": %s, "address1": %s, "address2": %s, "postcode": %s, "city": %s,
                 "country_iso_code": %s, "phone": "", "phone_mobile": %s, "vat_number": %s, "dni": ""}""".formatted(
                        text(first(address.name())),
                        text(last(address.name())),
                        text(address.company()),
                        text(address.street()),
                        text(point),
                        text(address.postalCode()),
                        text(address.city()),
                        text(address.country()),
                        text(phone),
                        text(taxId));
    }

    private static String local(Order order) {
        return LocalDateTime.ofInstant(order.placedAt(), WARSAW).toString().replace('T', ' ');
    }

    private static String lines(Order order, Function<Order.Line, String> line) {
        return order.lines().stream().map(line).collect(Collectors.joining(", "));
    }

    private static String text(Money money) {
        return text(money.amount().toPlainString());
    }

    private static String six(Money money) {
        return text(money.amount().setScale(6).toPlainString());
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    private static String first(String name) {
        return name.contains(" ") ? name.substring(0, name.indexOf(' ')) : "";
    }

    private static String last(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    private PolishShopWriters() {}
}
