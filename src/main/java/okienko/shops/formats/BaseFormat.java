package okienko.shops.formats;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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
 * An order as Base (formerly BaseLinker) gives it in {@code getOrders}, with the name of its status beside it where the
 * office's own connection fetched it ({@code status_name}).
 *
 * <p>There is no total: the customer pays the articles and the delivery, both gross. Times are seconds since 1970. A status
 * is the shop's own; one whose name says so is a cancelled order. Source: api.baselinker.com, method getOrders, and the
 * field list of the open client baselinker-dotnet, read in November 2026.
 */
public final class BaseFormat extends JsonFormat {

    /** How shops call the status of an order that will not be sent, in the languages of the office and a few others. */
    private static final Pattern CANCELLED =
            Pattern.compile("(?iu)anulow|cancel|storno|zrušen|отмен|отказ|zwrot zrealizowany|stornier");

    @Override
    public String name() {
        return "base";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && sample.names("order_id", "payment_done", "delivery_fullname");
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields order, ChannelSettings settings) {
        String id = order.required("order_id");
        if (!order.yes("confirmed", true)) return new ReadOrder.NotReady(piece, id, ReadOrder.Why.UNFINISHED);
        String currency = order.currency("currency");
        List<Order.Line> lines = lines(order, currency);
        Money deliveryCost = order.moneyOrZero("delivery_price", currency);
        Money total = deliveryCost;
        for (Order.Line line : lines) total = total.plus(line.amount());
        PostalAddress billing = address(order, "invoice");
        PostalAddress to = address(order, "delivery");
        if (billing.equals(PostalAddress.NONE)) billing = to;
        String shops = order.text("shop_order_id").strip();
        Order read = new Order(
                new OrderKey(settings.channelOr(name()), id),
                shops.isEmpty() || shops.equals("0") ? id : shops,
                time(order, "date_add"),
                CANCELLED.matcher(order.text("status_name")).find() ? Order.Status.CANCELLED : Order.Status.PLACED,
                new Order.Buyer(
                        order.text("user_login").strip(),
                        billing.name(),
                        billing.company(),
                        order.text("email").strip(),
                        order.text("phone").strip(),
                        billing),
                new Order.Delivery(
                        order.text("delivery_method").strip(),
                        "",
                        to,
                        order.text("phone").strip(),
                        order.text("delivery_point_id").strip()),
                invoice(order, billing),
                payment(order, currency),
                lines,
                deliveryCost,
                Money.zero(currency),
                total,
                order.text("user_comments"));
        return new ReadOrder.Readable(piece, Gaps.filled(read, settings), null);
    }

    private static List<Order.Line> lines(JsonFields order, String currency) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields product : order.list("products")) {
            String attributes = product.text("attributes").strip();
            String name = product.text("name").strip();
            lines.add(new Order.Line(
                    product.text("sku").strip(),
                    attributes.isEmpty() ? name : name + " (" + attributes + ")",
                    product.quantity("quantity"),
                    product.unitPrice("price_brutto", currency)));
        }
        if (lines.isEmpty()) throw new UnreadableOrder(Problem.NO_LINES, "products", "");
        return lines;
    }

    private static Order.Invoice invoice(JsonFields order, PostalAddress billing) {
        String taxId = order.text("invoice_nip").strip();
        if (taxId.isEmpty() && !order.yes("want_invoice", false)) return Order.Invoice.NONE;
        String company = order.text("invoice_company").strip();
        return new Order.Invoice(true, !taxId.isEmpty() || !company.isEmpty(), company, taxId, billing);
    }

    /** What is paid is an amount without a date; on delivery says a field of its own, whatever the form is called. */
    private static Order.Payment payment(JsonFields order, String currency) {
        Money paid = order.money("payment_done", currency);
        if (paid != null && paid.minor() < 0) throw order.refused(Problem.NEGATIVE, "payment_done");
        boolean onDelivery = order.yes("payment_method_cod", false);
        return new Order.Payment(
                onDelivery ? Order.PaymentForm.CASH_ON_DELIVERY : Order.PaymentForm.UNKNOWN,
                order.text("payment_method").strip(),
                paid == null || paid.minor() == 0 ? null : paid,
                null);
    }

    private static PostalAddress address(JsonFields order, String whose) {
        return new PostalAddress(
                order.text(whose + "_fullname").strip(),
                order.text(whose + "_company").strip(),
                order.text(whose + "_address").strip(),
                order.text(whose + "_postcode").strip(),
                order.text(whose + "_city").strip(),
                order.country(whose + "_country_code"));
    }

    private static Instant time(JsonFields order, String name) {
        @Nullable BigDecimal seconds = order.decimal(name);
        if (seconds == null) throw order.missing(name);
        try {
            return Instant.ofEpochSecond(seconds.longValueExact());
        } catch (ArithmeticException | DateTimeException e) {
            throw order.refused(Problem.NOT_A_TIME, name);
        }
    }
}
