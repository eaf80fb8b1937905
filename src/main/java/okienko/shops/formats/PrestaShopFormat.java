package okienko.shops.formats;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
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
import org.jspecify.annotations.Nullable;

/**
 * An order of a PrestaShop. Its webservice gives an order in five to eight answers, so the office's own connection puts
 * them together as they came: {@code {"prestashop_order": {…}, "customer": {…}, "delivery_address": {…},
 * "invoice_address": {…}, "order_state": {…}, "currency": {…}, "carrier": {…}, "customer_messages": […]}}, addresses with
 * their country's {@code iso_code}.
 *
 * <p>PrestaShop 8 has the lines in {@code associations.order_rows}, 9 in {@code associations.order_details}. What the
 * customer wrote is not in the order but in its messages; {@code note} is the merchant's own. The state says whether it
 * counts as paid. InPost's own module keeps a locker's code in the delivery address's second line. Source:
 * devdocs.prestashop-project.org, webservice reference, read in November 2026.
 */
public final class PrestaShopFormat extends JsonFormat {

    /** A locker's code: three letters, two digits or three, a letter or several. */
    private static final String LOCKER = "[A-Z]{3}\\d{2,3}[A-Z]{0,4}";

    private static final List<String> CANCELLED = List.of("ps_os_canceled", "ps_os_refund", "ps_os_error");

    @Override
    public String name() {
        return "prestashop";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && sample.names("prestashop_order", "invoice_address");
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields all, ChannelSettings settings) {
        JsonFields order = all.at("prestashop_order");
        String id = order.required("id");
        String currency = all.at("currency").currency("iso_code");
        Money total = amount(order, "total_paid_tax_incl", currency);
        JsonFields invoiced = all.at("invoice_address");
        PostalAddress billing = address(invoiced, true);
        String reference = order.text("reference").strip();
        Order read = new Order(
                new OrderKey(settings.channelOr(name()), id),
                reference.isEmpty() ? id : reference,
                time(order, "date_add", settings.zone()),
                cancelled(all) ? Order.Status.CANCELLED : Order.Status.PLACED,
                new Order.Buyer(
                        "",
                        billing.name(),
                        billing.company(),
                        all.at("customer").text("email").strip(),
                        phone(invoiced),
                        billing),
                delivery(all),
                invoice(invoiced, billing),
                payment(all, order, total, currency),
                lines(order, currency),
                amount(order, "total_shipping_tax_incl", currency)
                        .plus(amountOrZero(order, "total_wrapping_tax_incl", currency)),
                amountOrZero(order, "total_discounts_tax_incl", currency),
                total,
                comment(all));
        return new ReadOrder.Readable(piece, Gaps.filled(read, settings), time(order, "date_upd", settings.zone()));
    }

    /** The state's own name, or what the shop calls it. */
    private static boolean cancelled(JsonFields all) {
        JsonFields state = all.at("order_state");
        String name = state.plainText("name").toLowerCase(Locale.ROOT);
        return CANCELLED.contains(state.text("key").toLowerCase(Locale.ROOT))
                || name.startsWith("anul")
                || name.startsWith("cancel")
                || name.startsWith("storno");
    }

    private static List<Order.Line> lines(JsonFields order, String currency) {
        JsonFields associations = order.at("associations");
        List<JsonFields> rows = associations.list("order_rows");
        if (rows.isEmpty()) rows = associations.list("order_details");
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields row : rows) {
            lines.add(new Order.Line(
                    row.text("product_reference").strip(),
                    row.text("product_name").strip(),
                    row.quantity("product_quantity"),
                    row.unitPrice("unit_price_tax_incl", currency)));
        }
        if (lines.isEmpty()) throw new UnreadableOrder(Problem.NO_LINES, "associations.order_rows", "");
        return lines;
    }

    private static Order.Delivery delivery(JsonFields all) {
        JsonFields to = all.at("delivery_address");
        String second = to.text("address2").strip();
        boolean locker = second.matches(LOCKER);
        return new Order.Delivery(
                all.at("carrier").text("name").strip(), "", address(to, !locker), phone(to), locker ? second : "");
    }

    private static Order.Invoice invoice(JsonFields invoiced, PostalAddress billing) {
        String vat = invoiced.text("vat_number").strip();
        String taxId = vat.isEmpty() ? invoiced.text("dni").strip() : vat;
        if (taxId.isEmpty()) return Order.Invoice.NONE;
        return new Order.Invoice(true, true, billing.company(), taxId, billing);
    }

    private static Order.Payment payment(JsonFields all, JsonFields order, Money total, String currency) {
        Money real = amountOrZero(order, "total_paid_real", currency);
        boolean paid = all.at("order_state").yes("paid", false);
        Money received = real.minor() > 0 ? real : paid ? total : null;
        String module = order.text("module").strip();
        String shown = order.text("payment").strip();
        return new Order.Payment(Order.PaymentForm.UNKNOWN, shown.isEmpty() ? module : shown, received, null);
    }

    /** Everything the customer wrote, in order; what employees wrote or is private is not theirs. */
    private static String comment(JsonFields all) {
        return all.list("customer_messages").stream()
                .filter(message -> message.text("id_employee").isBlank()
                        || message.text("id_employee").equals("0"))
                .filter(message -> !message.yes("private", false))
                .map(message -> message.text("message"))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static PostalAddress address(JsonFields address, boolean second) {
        String street = address.text("address1").strip()
                + (second ? " " + address.text("address2").strip() : "");
        String name = both(address, "firstname", "lastname");
        return new PostalAddress(
                name,
                address.text("company").strip(),
                street.strip(),
                address.text("postcode").strip(),
                address.text("city").strip(),
                address.country("country_iso_code"));
    }

    private static String phone(JsonFields address) {
        String mobile = address.text("phone_mobile").strip();
        return mobile.isEmpty() ? address.text("phone").strip() : mobile;
    }

    /** Amounts have six decimals: {@code 149.950000}. */
    private static Money amount(JsonFields order, String name, String currency) {
        return order.unitPrice(name, currency);
    }

    private static Money amountOrZero(JsonFields order, String name, String currency) {
        @Nullable BigDecimal amount = order.decimal(name);
        return amount == null || amount.signum() == 0 ? Money.zero(currency) : order.unitPrice(name, currency);
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
