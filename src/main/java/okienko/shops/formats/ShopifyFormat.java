package okienko.shops.formats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * Shopify's order as its REST Admin interface and webhooks write it, alone, as {@code {"order": …}} or
 * {@code {"orders": […]}}; and as its GraphQL interface answers when it is asked in the same words, with lists in pages
 * ({@code line_items_page.nodes}) and amounts as {@code …_set} only.
 *
 * <p>Amounts are what the customer saw and pays: the presentment currency where it differs from the shop's. An order
 * edited or refunded in part counts as it is now ({@code current_…}), and so does what was paid: what was given back is taken
 * off. What Shopify keeps from an app that may not see buyers' data is null and stays empty. Source: shopify.dev, "REST Admin API:
 * Order" and "GraphQL Admin API: Order", read 2026-11-28.
 */
public final class ShopifyFormat extends JsonFormat {

    private static final Set<String> PAID = Set.of("paid", "partially_paid", "partially_refunded");

    @Override
    public String name() {
        return "shopify";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json()
                && (sample.names("line_items_page", "total_price_set")
                        || (sample.names("line_items", "total_price")
                                && (sample.names("financial_status") || sample.names("shipping_lines"))));
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields envelope, ChannelSettings settings) {
        JsonFields order = envelope.has("order") ? envelope.at("order") : envelope;
        String id = order.required("id");
        if (order.yes("test", false)) {
            return new ReadOrder.NotReady(piece, id, ReadOrder.Why.TEST);
        }
        Prices prices = new Prices(order);
        JsonFields billing = order.at("billing_address");
        JsonFields shipping = order.at(order.has("shipping_address") ? "shipping_address" : "billing_address");
        List<Order.Line> lines = lines(order, prices);
        boolean edited = prices.given(order, "current_total_price");
        Money total = prices.required(order, edited ? "current_total_price" : "total_price");
        Order read = new Order(
                new OrderKey(settings.channelOr(name()), id),
                order.has("name") ? order.text("name") : id,
                order.requiredTime("created_at"),
                order.has("cancelled_at") ? Order.Status.CANCELLED : Order.Status.PLACED,
                buyer(order, billing, shipping),
                new Order.Delivery(
                        methods(order),
                        "",
                        address(shipping),
                        first(shipping.text("phone"), order.text("phone"), billing.text("phone")),
                        attribute(order, settings.pointFields())),
                invoice(order, billing, settings),
                payment(order, prices),
                lines,
                deliveryCost(order, prices),
                prices.orZero(order, edited ? "current_total_discounts" : "total_discounts"),
                total,
                order.text("note"));
        return new ReadOrder.Readable(piece, Gaps.filled(read, settings), order.time("updated_at"));
    }

    private static Order.Buyer buyer(JsonFields order, JsonFields billing, JsonFields shipping) {
        JsonFields customer = order.at("customer");
        return new Order.Buyer(
                customer.text("id"),
                billing.isEmpty() ? name(shipping) : name(billing),
                billing.text("company").strip(),
                first(order.text("email"), order.text("contact_email"), customer.text("email")),
                first(order.text("phone"), billing.text("phone"), customer.text("phone")),
                address(billing));
    }

    private static List<Order.Line> lines(JsonFields order, Prices prices) {
        List<Order.Line> lines = new ArrayList<>();
        List<JsonFields> items = list(order, "line_items");
        boolean allGone = items.stream().allMatch(item -> "0".equals(item.text("current_quantity")));
        for (JsonFields item : items) {
            String count = item.has("current_quantity") && !allGone ? "current_quantity" : "quantity";
            if ("0".equals(item.text(count).strip())) {
                continue; // taken out of the order after it was placed
            }
            lines.add(new Order.Line(
                    item.text("sku").strip(),
                    first(item.text("name"), item.text("title")),
                    item.quantity(count),
                    prices.gross(item, item.quantity("quantity"))));
        }
        if (lines.isEmpty()) {
            throw new UnreadableOrder(Problem.NO_LINES, "line_items", "");
        }
        Money tip = prices.orZero(order, "total_tip_received");
        if (!tip.isZero()) {
            lines.add(new Order.Line("", "Tip", 1, tip));
        }
        return lines;
    }

    private static Money deliveryCost(JsonFields order, Prices prices) {
        Money sum = Money.zero(prices.currency);
        for (JsonFields line : list(order, "shipping_lines")) {
            if (!line.yes("is_removed", false)) {
                sum = sum.plus(prices.gross(line, 1));
            }
        }
        return sum;
    }

    private static String methods(JsonFields order) {
        return list(order, "shipping_lines").stream()
                .map(line -> first(line.text("title"), line.text("code")))
                .filter(title -> !title.isEmpty())
                .collect(Collectors.joining(" + "));
    }

    private static Order.Invoice invoice(JsonFields order, JsonFields billing, ChannelSettings settings) {
        String attribute = attribute(order, settings.taxIdFields());
        String taxId = attribute.isEmpty() ? credential(order) : attribute;
        return taxId.isEmpty()
                ? Order.Invoice.NONE
                : new Order.Invoice(true, true, billing.text("company").strip(), taxId, address(billing));
    }

    private static Order.Payment payment(JsonFields order, Prices prices) {
        List<String> gateways = order.texts("payment_gateway_names");
        String form = gateways.isEmpty() ? order.text("gateway") : String.join(", ", gateways);
        boolean paid = PAID.contains(order.text("financial_status").toLowerCase(Locale.ROOT));
        return new Order.Payment(
                Order.PaymentForm.UNKNOWN,
                form,
                paid ? prices.paid(order) : null,
                paid ? order.time("processed_at") : null);
    }

    /** The tax number Shopify's own checkout asks for in some countries: {@code TAX_CREDENTIAL_IT}, {@code …_ES}, {@code …_PT} */
    private static String credential(JsonFields order) {
        for (JsonFields field : order.at("localized_fields").list("nodes")) {
            if (field.text("name").matches("TAX_CREDENTIAL_[A-Z]{2}")) {
                return field.plainText("value").strip();
            }
        }
        return "";
    }

    /** GraphQL gives a list in an object with its nodes. */
    private static List<JsonFields> list(JsonFields of, String name) {
        return of.has(name + "_page") ? of.at(name + "_page").list("nodes") : of.list(name);
    }

    private static String attribute(JsonFields order, List<String> names) {
        for (String name : names) {
            for (JsonFields attribute : order.list("note_attributes")) {
                String value = attribute.plainText("value").strip();
                if (plain(attribute.text("name")).equals(plain(name)) && !value.isEmpty()) {
                    return value;
                }
            }
        }
        return "";
    }

    /** "Pickup point" and "pickup_point" are one name. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isBlank()) {
                return text.strip();
            }
        }
        return "";
    }

    private static String name(JsonFields person) {
        return first(
                person.text("name"),
                person.text("first_name").strip() + " "
                        + person.text("last_name").strip());
    }

    private static PostalAddress address(JsonFields address) {
        return new PostalAddress(
                name(address),
                address.text("company").strip(),
                both(address, "address1", "address2"),
                address.text("zip").strip(),
                address.text("city").strip(),
                address.country("country_code"));
    }

    /** Reads amounts in the currency the customer pays in, tax included. */
    private static final class Prices {

        private final boolean presentment;
        private final boolean taxesIncluded;
        private final String currency;

        Prices(JsonFields order) {
            String shops = order.currency("currency");
            String customers = order.has("presentment_currency") ? order.currency("presentment_currency") : shops;
            presentment = !order.has("total_price") || (!customers.equals(shops) && order.has("total_price_set"));
            currency = presentment ? customers : shops;
            taxesIncluded = order.yes("taxes_included", true);
        }

        boolean given(JsonFields fields, String name) {
            return fields.has(presentment ? name + "_set" : name);
        }

        Money required(JsonFields fields, String name) {
            return presentment
                    ? fields.at(name + "_set").at("presentment_money").requiredMoney("amount", currency)
                    : fields.requiredMoney(name, currency);
        }

        Money orZero(JsonFields fields, String name) {
            return presentment
                    ? fields.at(name + "_set").at("presentment_money").moneyOrZero("amount", currency)
                    : fields.moneyOrZero(name, currency);
        }

        /** What was paid: all of it, unless the shop says how much is outstanding; less what was given back. */
        Money paid(JsonFields order) {
            if (order.has("net_payment_set")) {
                return required(order, "net_payment");
            }
            Money total = required(order, "total_price");
            @Nullable Money outstanding = presentment ? null : order.money("total_outstanding", currency);
            boolean partly = "partially_paid".equals(order.text("financial_status"));
            return (partly && outstanding != null ? total.minus(outstanding) : total).minus(givenBack(order));
        }

        private Money givenBack(JsonFields order) {
            Money sum = Money.zero(currency);
            for (JsonFields refund : order.list("refunds")) {
                for (JsonFields transaction : refund.list("transactions")) {
                    boolean done = transaction.text("kind").equals("refund")
                            && transaction.text("status").equals("success")
                            && transaction.text("currency").equals(currency);
                    if (done) {
                        sum = sum.plus(transaction.moneyOrZero("amount", currency));
                    }
                }
            }
            return sum;
        }

        /** The price of one piece; where prices are net, with the line's taxes shared among its pieces. */
        Money gross(JsonFields line, int pieces) {
            BigDecimal price = amount(line, "price");
            if (price.signum() < 0) {
                throw line.refused(Problem.NEGATIVE, "price");
            }
            BigDecimal tax = BigDecimal.ZERO;
            if (!taxesIncluded) {
                for (JsonFields taxLine : line.list("tax_lines")) {
                    tax = tax.add(amount(taxLine, "price"));
                }
            }
            return Money.of(price.add(tax.divide(BigDecimal.valueOf(pieces), 6, RoundingMode.HALF_UP)), currency);
        }

        private BigDecimal amount(JsonFields fields, String name) {
            BigDecimal amount = presentment
                    ? fields.at(name + "_set").at("presentment_money").decimal("amount")
                    : fields.decimal(name);
            if (amount == null) {
                throw fields.missing(name);
            }
            return amount;
        }
    }
}
