package okienko.shops.formats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.springframework.web.util.HtmlUtils;

/**
 * WooCommerce's order as its REST interface v3 and webhooks write it.
 *
 * <p>Amounts are net with tax beside them. Core has no tax id and no locker: plug-ins keep them in {@code meta_data}
 * under names of their own, see {@link ChannelSettings}. Times with {@code _gmt} are UTC though they do not say so; the
 * others are the site's local time. Source: woocommerce.github.io/woocommerce-rest-api-docs, "Order properties".
 */
public final class WooCommerceFormat extends JsonFormat {

    /** Not bought, or not paid yet on the shop's payment page: WooCommerce cancels "pending" ones by itself. */
    private static final Set<String> UNFINISHED = Set.of("pending", "checkout-draft");

    private static final Set<String> DRAFTS = Set.of("draft", "auto-draft", "trash");
    private static final Set<String> CANCELLED = Set.of("cancelled", "refunded", "failed");
    private static final Set<String> INVOICE_FIELDS = Set.of(
            "_billing_invoice",
            "billing_invoice",
            "_billing_faktura",
            "billing_faktura",
            "_billing_want_invoice",
            "_want_invoice");
    private static final Set<String> YES = Set.of("1", "yes", "true", "tak", "on");

    @Override
    public String name() {
        return "woocommerce";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && sample.names("line_items", "billing", "date_created");
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields order, ChannelSettings settings) {
        String id = order.required("id");
        String status = order.required("status").toLowerCase(Locale.ROOT);
        if (UNFINISHED.contains(status)) {
            return new ReadOrder.NotReady(piece, id, ReadOrder.Why.UNFINISHED);
        }
        if (DRAFTS.contains(status)) {
            return new ReadOrder.NotReady(piece, id, ReadOrder.Why.DRAFT);
        }
        String currency = order.currency("currency");
        JsonFields billing = order.at("billing");
        Money total = order.requiredMoney("total", currency);
        List<Order.Line> lines = new ArrayList<>();
        Money reductions = lines(order, currency, lines);
        Order read = new Order(
                new OrderKey(settings.channelOr(name()), id),
                order.has("number") ? order.text("number") : id,
                placedAt(order, settings.zone()),
                CANCELLED.contains(status) ? Order.Status.CANCELLED : Order.Status.PLACED,
                new Order.Buyer(
                        "0".equals(order.text("customer_id")) ? "" : order.text("customer_id"),
                        name(billing),
                        billing.text("company").strip(),
                        billing.text("email").strip(),
                        billing.text("phone").strip(),
                        address(billing)),
                delivery(order, billing, settings),
                invoice(order, billing, settings),
                payment(order, total, settings.zone()),
                lines,
                gross(order, "shipping_total", "shipping_tax", currency),
                gross(order, "discount_total", "discount_tax", currency).plus(reductions),
                total,
                order.text("customer_note"));
        return new ReadOrder.Readable(
                piece, Gaps.filled(read, settings), time(order, "date_modified_gmt", ZoneOffset.UTC));
    }

    /** Articles and surcharges become lines; fees below zero are reductions, whose sum is the answer. */
    private static Money lines(JsonFields order, String currency, List<Order.Line> lines) {
        for (JsonFields item : order.list("line_items")) {
            int quantity = item.quantity("quantity");
            BigDecimal amount =
                    item.has("subtotal") ? sum(item, "subtotal", "subtotal_tax") : sum(item, "total", "total_tax");
            Money price = Money.of(amount.divide(BigDecimal.valueOf(quantity), 6, RoundingMode.HALF_UP), currency);
            if (price.minor() < 0) {
                throw item.refused(Problem.NEGATIVE, "subtotal");
            }
            lines.add(new Order.Line(
                    item.text("sku").strip(), HtmlUtils.htmlUnescape(item.text("name")), quantity, price));
        }
        if (lines.isEmpty()) {
            throw new UnreadableOrder(Problem.NO_LINES, "line_items", "");
        }
        Money reductions = Money.zero(currency);
        for (JsonFields fee : order.list("fee_lines")) {
            Money amount = Money.of(sum(fee, "total", "total_tax"), currency);
            if (amount.minor() < 0) {
                reductions = reductions.minus(amount);
            } else if (amount.minor() > 0) {
                lines.add(new Order.Line("", HtmlUtils.htmlUnescape(fee.text("name")), 1, amount));
            }
        }
        return reductions;
    }

    private static Order.Delivery delivery(JsonFields order, JsonFields billing, ChannelSettings settings) {
        JsonFields shipping = order.at("shipping");
        PostalAddress address = address(shipping);
        String method = order.list("shipping_lines").stream()
                .map(line -> HtmlUtils.htmlUnescape(line.text("method_title")).strip())
                .filter(title -> !title.isEmpty())
                .collect(Collectors.joining(" + "));
        String phone = shipping.text("phone").strip();
        return new Order.Delivery(
                method,
                "",
                address.equals(PostalAddress.NONE) ? address(billing) : address,
                phone.isEmpty() ? billing.text("phone").strip() : phone,
                meta(order, settings.pointFields()));
    }

    private static Order.Invoice invoice(JsonFields order, JsonFields billing, ChannelSettings settings) {
        String taxId = meta(order, settings.taxIdFields());
        boolean asked = YES.contains(meta(order, List.copyOf(INVOICE_FIELDS)).toLowerCase(Locale.ROOT));
        if (taxId.isEmpty() && !asked) {
            return Order.Invoice.NONE;
        }
        String company = billing.text("company").strip();
        return new Order.Invoice(true, !taxId.isEmpty() || !company.isEmpty(), company, taxId, address(billing));
    }

    private static Order.Payment payment(JsonFields order, Money total, ZoneId zone) {
        String code = order.text("payment_method").strip();
        Instant paidAt = time(order, "date_paid_gmt", ZoneOffset.UTC);
        if (paidAt == null) {
            paidAt = time(order, "date_paid", zone);
        }
        return new Order.Payment(
                Order.PaymentForm.UNKNOWN,
                code.isEmpty() ? order.text("payment_method_title").strip() : code,
                paidAt == null ? null : total,
                paidAt);
    }

    /** The first of the names that the order or its buyer's data carries. */
    private static String meta(JsonFields order, List<String> names) {
        for (String name : names) {
            for (JsonFields entry : order.list("meta_data")) {
                if (entry.text("key").equalsIgnoreCase(name)) {
                    String value = entry.plainText("value").strip();
                    if (!value.isEmpty()) {
                        return value;
                    }
                }
            }
        }
        return "";
    }

    private static String name(JsonFields address) {
        return both(address, "first_name", "last_name");
    }

    private static PostalAddress address(JsonFields address) {
        return new PostalAddress(
                name(address),
                address.text("company").strip(),
                both(address, "address_1", "address_2"),
                address.text("postcode").strip(),
                address.text("city").strip(),
                address.country("country"));
    }

    private static Money gross(JsonFields fields, String net, String tax, String currency) {
        Money gross = Money.of(sum(fields, net, tax), currency);
        if (gross.minor() < 0) {
            throw fields.refused(Problem.NEGATIVE, net);
        }
        return gross;
    }

    private static BigDecimal sum(JsonFields fields, String net, String tax) {
        BigDecimal taxed = fields.decimal(tax);
        BigDecimal untaxed = fields.decimal(net);
        return (untaxed == null ? BigDecimal.ZERO : untaxed).add(taxed == null ? BigDecimal.ZERO : taxed);
    }

    private static Instant placedAt(JsonFields order, ZoneId zone) {
        Instant gmt = time(order, "date_created_gmt", ZoneOffset.UTC);
        Instant local = gmt == null ? time(order, "date_created", zone) : gmt;
        if (local == null) {
            throw order.missing("date_created");
        }
        return local;
    }

    private static @Nullable Instant time(JsonFields fields, String name, ZoneId zone) {
        String text = fields.text(name).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10;
            return offset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            throw fields.refused(Problem.NOT_A_TIME, name);
        }
    }
}
