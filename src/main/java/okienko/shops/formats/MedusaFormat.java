package okienko.shops.formats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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

/**
 * Medusa's order as its Admin interface answers with it, with items, addresses, payments and shipping methods asked for
 * (docs.medusajs.com/api/admin#orders, read 2026-11-22; tried on 2.21.2). Amounts are decimal numbers of whole units.
 * {@code original_total} of a line has its taxes in it and its reductions not taken off. The core has no field for a comment,
 * a tax id or a locker; shops keep them in {@code metadata}.
 */
public final class MedusaFormat extends JsonFormat {

    private static final List<String> COMMENT_FIELDS = List.of("customer_note", "comment", "note");

    @Override
    public String name() {
        return "medusa";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && sample.names("display_id", "shipping_methods", "items");
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields order, ChannelSettings settings) {
        String id = order.required("id");
        String status = order.required("status").toLowerCase(Locale.ROOT);
        if (status.equals("draft")) return new ReadOrder.NotReady(piece, id, ReadOrder.Why.DRAFT);
        String currency = order.currency("currency_code");
        JsonFields shipping = order.at("shipping_address");
        JsonFields billing = order.at(
                order.at("billing_address").text("address_1").isBlank() ? "shipping_address" : "billing_address");
        JsonFields metadata = order.at("metadata");
        Order read = new Order(
                new OrderKey(settings.channelOr(name()), id),
                order.has("display_id") ? order.text("display_id") : id,
                order.requiredTime("created_at"),
                status.equals("canceled") ? Order.Status.CANCELLED : Order.Status.PLACED,
                buyer(order, billing),
                new Order.Delivery(
                        methods(order),
                        "",
                        address(shipping),
                        shipping.text("phone").strip(),
                        point(order, settings)),
                invoice(first(metadata, settings.taxIdFields()), billing),
                payment(order, currency),
                lines(order, currency),
                sum(order.list("shipping_methods"), "original_total", currency),
                order.moneyOrZero("discount_total", currency),
                order.requiredMoney("total", currency),
                first(metadata, COMMENT_FIELDS));
        return new ReadOrder.Readable(piece, Gaps.filled(read, settings), order.time("updated_at"));
    }

    private static Order.Buyer buyer(JsonFields order, JsonFields billing) {
        return new Order.Buyer(
                order.text("customer_id"),
                name(billing),
                billing.text("company").strip(),
                order.text("email").strip(),
                billing.text("phone").strip(),
                address(billing));
    }

    private static Order.Invoice invoice(String taxId, JsonFields billing) {
        return taxId.isEmpty()
                ? Order.Invoice.NONE
                : new Order.Invoice(true, true, billing.text("company").strip(), taxId, address(billing));
    }

    private static List<Order.Line> lines(JsonFields order, String currency) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields item : order.list("items")) {
            if (item.text("quantity").equals("0")) continue; // taken out of the order again
            int quantity = item.quantity("quantity");
            BigDecimal all = item.decimal("original_total");
            if (all == null) throw item.missing("original_total");
            if (all.signum() < 0) throw item.refused(Problem.NEGATIVE, "original_total");
            BigDecimal each = all.divide(BigDecimal.valueOf(quantity), 6, RoundingMode.HALF_UP);
            String variant = item.text("subtitle").strip();
            lines.add(new Order.Line(
                    item.text("variant_sku").strip(),
                    variant.isEmpty() ? item.text("title") : item.text("title") + " – " + variant,
                    quantity,
                    Money.of(each, currency)));
        }
        if (lines.isEmpty()) throw new UnreadableOrder(Problem.NO_LINES, "items", "");
        return lines;
    }

    /** What is captured has been paid; what is authorised may still be taken back. */
    private static Order.Payment payment(JsonFields order, String currency) {
        Money paid = Money.zero(currency);
        Instant paidAt = null;
        String form = "";
        for (JsonFields collection : order.list("payment_collections")) {
            Money captured = collection.moneyOrZero("captured_amount", currency);
            paid = paid.plus(captured).minus(collection.moneyOrZero("refunded_amount", currency));
            for (JsonFields payment : collection.list("payments")) {
                if (payment.has("canceled_at")) continue;
                form = payment.text("provider_id").strip();
                if (payment.has("captured_at")) paidAt = payment.time("captured_at");
            }
        }
        return new Order.Payment(Order.PaymentForm.UNKNOWN, form, paidAt == null ? null : paid, paidAt);
    }

    private static String point(JsonFields order, ChannelSettings settings) {
        for (JsonFields method : order.list("shipping_methods")) {
            String point = first(method.at("data"), settings.pointFields());
            if (!point.isEmpty()) return point;
        }
        return first(order.at("metadata"), settings.pointFields());
    }

    private static String methods(JsonFields order) {
        return order.list("shipping_methods").stream()
                .map(method -> method.text("name").strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" + "));
    }

    private static Money sum(List<JsonFields> all, String name, String currency) {
        Money sum = Money.zero(currency);
        for (JsonFields each : all) sum = sum.plus(each.requiredMoney(name, currency));
        return sum;
    }

    private static String first(JsonFields fields, List<String> names) {
        for (String name : names) {
            String value = fields.plainText(name);
            if (!value.isBlank()) return COMMENT_FIELDS.contains(name) ? value : value.strip();
        }
        return "";
    }

    private static String name(JsonFields person) {
        return both(person, "first_name", "last_name");
    }

    private static PostalAddress address(JsonFields address) {
        return new PostalAddress(
                name(address),
                address.text("company").strip(),
                both(address, "address_1", "address_2"),
                address.text("postal_code").strip(),
                address.text("city").strip(),
                address.country("country_code"));
    }
}
