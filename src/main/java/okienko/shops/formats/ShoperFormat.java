package okienko.shops.formats;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import okienko.orders.JsonFields;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.orders.UnreadableOrder;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ChannelSettings;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;
import okienko.shops.Sample;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * An order of a Shoper shop. Its interface gives an order in pieces, so the office's own connection puts them together as
 * they came: {@code {"shoper_order": {…}, "order_products": […], "payment": {…}, "shipping": {…}, "status": {…},
 * "currency": {…}}}.
 *
 * <p>Ids and amounts are texts, {@code "149.95"}; times are the shop's local ones. The total is {@code sum}; what the
 * customer's, the group's and the code's discounts come to is only to be had as the difference. A status of type 4 is an
 * order that will not be fulfilled. Source: developers.shoper.pl, resources orders, order-products and statuses, and answers
 * of the vendor's demo shop, read in November 2026.
 */
public final class ShoperFormat extends JsonFormat {

    private static final String NOT_FULFILLED = "4";

    @Override
    public String name() {
        return "shoper";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && sample.names("shoper_order", "order_products");
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields all, ChannelSettings settings) {
        JsonFields order = all.at("shoper_order");
        String id = order.required("order_id");
        String currency = all.at("currency").currency("name");
        Money total = order.requiredMoney("sum", currency);
        Money deliveryCost = order.moneyOrZero("shipping_cost", currency);
        List<Order.Line> lines = lines(all, currency);
        Money parts = deliveryCost;
        for (Order.Line line : lines) parts = parts.plus(line.amount());
        boolean less = total.compareTo(parts) < 0;
        JsonFields billing = order.at("billing_address");
        PostalAddress from = address(billing);
        Order read = new Order(
                new OrderKey(settings.channelOr(name()), id),
                id,
                time(order, "date", settings.zone()),
                all.at("status").text("type").equals(NOT_FULFILLED) ? Order.Status.CANCELLED : Order.Status.PLACED,
                new Order.Buyer(
                        "",
                        from.name(),
                        from.company(),
                        order.text("email").strip(),
                        billing.text("phone").strip(),
                        from),
                delivery(all, order),
                invoice(billing, from),
                payment(all, order, currency),
                lines,
                deliveryCost,
                less ? parts.minus(total) : Money.zero(currency),
                total,
                order.text("notes"));
        Instant changed = order.text("status_date").isBlank() ? null : time(order, "status_date", settings.zone());
        return new ReadOrder.Readable(piece, Gaps.filled(read, settings), changed);
    }

    private static List<Order.Line> lines(JsonFields all, String currency) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields product : all.list("order_products")) {
            String option = product.text("option").strip();
            String name = product.text("name").strip();
            lines.add(new Order.Line(
                    product.text("code").strip(),
                    option.isEmpty() ? name : name + " (" + option + ")",
                    quantity(product),
                    product.unitPrice("price", currency)));
        }
        if (lines.isEmpty()) throw new UnreadableOrder(Problem.NO_LINES, "order_products", "");
        return lines;
    }

    /** Shoper writes {@code "2.0000"} for two pieces, too. */
    private static int quantity(JsonFields product) {
        @Nullable BigDecimal pieces = product.decimal("quantity");
        if (pieces == null || pieces.stripTrailingZeros().scale() > 0) return product.quantity("quantity");
        try {
            int whole = pieces.intValueExact();
            return whole > 0 ? whole : product.quantity("quantity");
        } catch (ArithmeticException e) {
            return product.quantity("quantity"); // says what is wrong with it
        }
    }

    private static Order.Delivery delivery(JsonFields all, JsonFields order) {
        JsonFields to = order.at("delivery_address");
        return new Order.Delivery(
                all.at("shipping").text("name").strip(),
                "",
                address(to),
                to.text("phone").strip(),
                order.plainText("pickup_point").strip());
    }

    private static Order.Invoice invoice(JsonFields billing, PostalAddress from) {
        String taxId = billing.text("tax_identification_number").strip();
        if (taxId.isEmpty()) return Order.Invoice.NONE;
        return new Order.Invoice(true, true, from.company(), taxId, from);
    }

    private static Order.Payment payment(JsonFields all, JsonFields order, String currency) {
        JsonFields payment = all.at("payment");
        String title = payment.text("title").strip();
        Money paid = order.money("paid", currency);
        boolean onDelivery = order.yes("is_cash_on_delivery", false);
        return new Order.Payment(
                onDelivery ? Order.PaymentForm.CASH_ON_DELIVERY : Order.PaymentForm.UNKNOWN,
                title.isEmpty() ? payment.text("name").strip() : title,
                paid == null || paid.minor() <= 0 ? null : paid,
                null);
    }

    private static PostalAddress address(JsonFields address) {
        String name = both(address, "firstname", "lastname");
        String street = both(address, "street1", "street2");
        return new PostalAddress(
                name,
                address.text("company").strip(),
                street,
                address.text("postcode").strip(),
                address.text("city").strip(),
                address.country("country_code"));
    }

    private static Instant time(JsonFields order, String name, ZoneId zone) {
        String text = order.required(name);
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw order.refused(Problem.NOT_A_TIME, name);
        }
    }
}
