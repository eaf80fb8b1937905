package okienko.shops.formats;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import org.jspecify.annotations.Nullable;

/**
 * Vendure's order as its Admin interface answers with it. Amounts are whole numbers of hundredths
 * (docs.vendure.io, "Money &amp; Currency": the default {@code MoneyStrategy}). An order is {@code active} until its buyer has
 * paid or promised to. The core has no field for a comment, a tax id or a locker: where the shop has custom ones, they are
 * asked for under the names {@code comment}, {@code taxId} and {@code pickupPoint}. Tried on Vendure 3.7.3.
 */
public final class VendureFormat extends JsonFormat {

    private static final Set<String> UNFINISHED = Set.of("Created", "AddingItems", "ArrangingPayment");
    private static final Set<String> NO_PAYMENT = Set.of("Declined", "Error", "Cancelled");
    private static final int HUNDREDTHS = 2;

    @Override
    public String name() {
        return "vendure";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && sample.names("totalWithTax", "currencyCode", "shippingLines");
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields order, ChannelSettings settings) {
        String id = order.required("id");
        String state = order.required("state");
        if (UNFINISHED.contains(state) || order.yes("active", false)) {
            return new ReadOrder.NotReady(piece, id, ReadOrder.Why.UNFINISHED);
        }
        if (state.equals("Draft")) return new ReadOrder.NotReady(piece, id, ReadOrder.Why.DRAFT);
        String currency = order.currency("currencyCode");
        JsonFields own = order.at("customFields");
        JsonFields shipping = order.at("shippingAddress");
        JsonFields billing = order.at(
                order.at("billingAddress").text("streetLine1").isBlank() ? "shippingAddress" : "billingAddress");
        Money total = required(order, "totalWithTax", currency);
        Order read = new Order(
                new OrderKey(settings.channelOr(name()), id),
                order.has("code") ? order.text("code") : id,
                placedAt(order),
                state.equals("Cancelled") ? Order.Status.CANCELLED : Order.Status.PLACED,
                buyer(order.at("customer"), billing),
                new Order.Delivery(
                        methods(order),
                        "",
                        address(shipping),
                        shipping.text("phoneNumber").strip(),
                        own.plainText("pickupPoint").strip()),
                invoice(own.plainText("taxId").strip(), billing),
                payment(order, currency),
                lines(order, currency),
                sum(order.list("shippingLines"), "priceWithTax", currency),
                discount(order, currency),
                total,
                own.plainText("comment"));
        return new ReadOrder.Readable(piece, Gaps.filled(read, settings), order.time("updatedAt"));
    }

    private static Instant placedAt(JsonFields order) {
        Instant placed = order.time("orderPlacedAt");
        return placed == null ? order.requiredTime("createdAt") : placed;
    }

    private static Order.Buyer buyer(JsonFields customer, JsonFields billing) {
        String name = both(customer, "firstName", "lastName");
        String phone = customer.text("phoneNumber").strip();
        return new Order.Buyer(
                customer.text("id"),
                name,
                billing.text("company").strip(),
                customer.text("emailAddress").strip(),
                phone.isEmpty() ? billing.text("phoneNumber").strip() : phone,
                address(billing));
    }

    private static Order.Invoice invoice(String taxId, JsonFields billing) {
        return taxId.isEmpty()
                ? Order.Invoice.NONE
                : new Order.Invoice(true, true, billing.text("company").strip(), taxId, address(billing));
    }

    private static String methods(JsonFields order) {
        return order.list("shippingLines").stream()
                .map(line -> line.at("shippingMethod").text("name").strip())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" + "));
    }

    /** Only what is settled has been paid: what is authorised may still be taken back. */
    private static Order.Payment payment(JsonFields order, String currency) {
        Money paid = Money.zero(currency);
        Instant paidAt = null;
        String form = "";
        for (JsonFields payment : order.list("payments")) {
            String state = payment.text("state");
            if (NO_PAYMENT.contains(state)) continue;
            form = payment.text("method").strip();
            if (!state.equals("Settled")) continue;
            paid = paid.plus(required(payment, "amount", currency));
            for (JsonFields refund : payment.list("refunds")) {
                if (refund.text("state").equals("Settled")) paid = paid.minus(required(refund, "total", currency));
            }
            paidAt = payment.time("createdAt");
        }
        return new Order.Payment(Order.PaymentForm.UNKNOWN, form, paidAt == null ? null : paid, paidAt);
    }

    private static List<Order.Line> lines(JsonFields order, String currency) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields item : order.list("lines")) {
            if (item.text("quantity").equals("0")) continue; // taken out of the order again
            JsonFields variant = item.at("productVariant");
            lines.add(new Order.Line(
                    variant.text("sku").strip(),
                    variant.text("name"),
                    item.quantity("quantity"),
                    required(item, "unitPriceWithTax", currency)));
        }
        for (JsonFields extra : order.list("surcharges")) {
            Money price = Objects.requireNonNullElse(amount(extra, "priceWithTax", currency), Money.zero(currency));
            if (price.minor() > 0) lines.add(new Order.Line("", extra.text("description"), 1, price));
        }
        // a cancelled order has no quantities left
        if (lines.isEmpty() && order.text("state").equals("Cancelled")) {
            lines.addAll(cancelled(order, currency));
        }
        if (lines.isEmpty()) throw new UnreadableOrder(Problem.NO_LINES, "lines", "");
        return lines;
    }

    private static List<Order.Line> cancelled(JsonFields order, String currency) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields item : order.list("lines")) {
            String placed = item.text("orderPlacedQuantity");
            if (placed.isEmpty() || placed.equals("0")) continue;
            JsonFields variant = item.at("productVariant");
            lines.add(new Order.Line(
                    variant.text("sku").strip(),
                    variant.text("name"),
                    item.quantity("orderPlacedQuantity"),
                    required(item, "unitPriceWithTax", currency)));
        }
        return lines;
    }

    /** Reductions are negative there; surcharges below zero are reductions too. */
    private static Money discount(JsonFields order, String currency) {
        Money sum = Money.zero(currency).minus(sum(order.list("discounts"), "amountWithTax", currency));
        for (JsonFields extra : order.list("surcharges")) {
            Money price = Objects.requireNonNullElse(amount(extra, "priceWithTax", currency), Money.zero(currency));
            if (price.minor() < 0) sum = sum.minus(price);
        }
        return sum;
    }

    private static Money sum(List<JsonFields> all, String name, String currency) {
        Money sum = Money.zero(currency);
        for (JsonFields each : all) sum = sum.plus(required(each, name, currency));
        return sum;
    }

    private static Money required(JsonFields fields, String name, String currency) {
        Money amount = amount(fields, name, currency);
        if (amount == null) throw fields.missing(name);
        return amount;
    }

    private static @Nullable Money amount(JsonFields fields, String name, String currency) {
        BigDecimal hundredths = fields.decimal(name);
        return hundredths == null ? null : Money.of(hundredths.movePointLeft(HUNDREDTHS), currency);
    }

    private static PostalAddress address(JsonFields address) {
        return new PostalAddress(
                address.text("fullName").strip(),
                address.text("company").strip(),
                both(address, "streetLine1", "streetLine2"),
                address.text("postalCode").strip(),
                address.text("city").strip(),
                address.country("countryCode"));
    }
}
