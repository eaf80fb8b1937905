package okienko.shops.formats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * An order of Amazon's Orders API 2026-01-01, alone, as {@code {"order": …}} or {@code {"orders": […]}}; its articles, buyer,
 * recipient, money and taxes are in it, so nothing has to be put together. Source:
 * github.com/amzn/selling-partner-api-models, orders_2026-01-01.json, read 2026-11-28.
 *
 * <p>A pending order has neither address nor amounts and may still vanish: it is not there yet. What Amazon's own warehouse
 * sends, or is sent already, must not be sent again. Amazon has the money of everything else, cash on delivery apart. A
 * cancelled order loses its amounts and address. There is no billing address: a business buyer's tax registration has one,
 * otherwise it is the delivery address. Marketplaces: developer-docs.amazon.com/sp-api/docs/marketplace-ids.
 *
 * <p>What is not confirmed as sent within seven business days after {@code shipByWindow.latestDateTime} Amazon cancels.
 * Source: sellercentral.amazon.com/forums/t/694871, "Important update regarding Auto Cancellation timeline", read
 * 2026-11-28. It does not name the holidays it means, so only weekends are left out: it cancels then at the earliest.
 */
public final class AmazonFormat extends JsonFormat {

    private static final String COD = "CashOnDelivery";

    private static final int BUSINESS_DAYS_OF_GRACE = 7;

    /** A marketplace's currency, by its id, for orders that have no amounts any more. */
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("A1C3SOZRARQ6R3", "PLN"),
            Map.entry("A1PA6795UKMFR9", "EUR"), // Germany
            Map.entry("A13V1IB3VIYZZH", "EUR"), // France
            Map.entry("APJ6JRA9NG5V4", "EUR"), // Italy
            Map.entry("A1RKKUPIHCS9HS", "EUR"), // Spain
            Map.entry("A1805IZSGTT6HS", "EUR"), // the Netherlands
            Map.entry("AMEN7PMS3EDWL", "EUR"), // Belgium
            Map.entry("A28R8C7NBKEWEA", "EUR"), // Ireland
            Map.entry("A2NODRKZP88ZB9", "SEK"),
            Map.entry("A1F83G8C2ARO7P", "GBP"),
            Map.entry("A33AVAJ2PDY3EV", "TRY"),
            Map.entry("ATVPDKIKX0DER", "USD"),
            Map.entry("A2EUQ1WTGCTBG2", "CAD"),
            Map.entry("A1AM78C64UM0Y8", "MXN"),
            Map.entry("A2Q3Y263D00KWC", "BRL"),
            Map.entry("A1VC38T7YXB528", "JPY"));

    /**
     * What the customer pays beside the articles.
     *
     * @param delivery with gift wrap and fees
     * @param tax shown beside the prices, as in the United States; within them elsewhere
     */
    private record Charges(Money delivery, Money discount, Money tax) {}

    @Override
    public String name() {
        return "amazon";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && sample.names("orderId", "salesChannel", "orderItems");
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields envelope, ChannelSettings settings) {
        JsonFields order = envelope.has("order") ? envelope.at("order") : envelope;
        String id = order.required("orderId");
        JsonFields fulfillment = order.at("fulfillment");
        String status = fulfillment.required("fulfillmentStatus");
        Optional<ReadOrder.Why> not = notReady(status, fulfillment.text("fulfilledBy"));
        if (not.isPresent()) return new ReadOrder.NotReady(piece, id, not.get());
        boolean cancelled = status.equals("CANCELLED");
        if (!cancelled && !status.equals("UNSHIPPED"))
            throw fulfillment.refused(Problem.NOT_A_CHOICE, "fulfillmentStatus");
        return new ReadOrder.Readable(
                piece,
                Gaps.filled(
                        timed(
                                read(new OrderKey(settings.channelOr(name()), id), order, cancelled),
                                fulfillment.at("shipByWindow").time("latestDateTime")),
                        settings),
                order.time("lastUpdatedTime"));
    }

    private static Order timed(Order order, @Nullable Instant shipBy) {
        return shipBy == null ? order : order.toBeSent(shipBy, graceAfter(shipBy));
    }

    /** In UTC: west of it a day may begin a weekend too early, which only makes the end earlier. */
    private static Instant graceAfter(Instant shipBy) {
        OffsetDateTime end = shipBy.atOffset(ZoneOffset.UTC);
        for (int days = 0; days < BUSINESS_DAYS_OF_GRACE; ) {
            end = end.plusDays(1);
            if (end.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) days++;
        }
        return end.toInstant();
    }

    private static Order read(OrderKey key, JsonFields order, boolean cancelled) {
        JsonFields proceeds = order.at("proceeds");
        boolean priced = proceeds.has("grandTotal");
        String currency = cancelled && !priced
                ? marketplaceCurrency(order)
                : proceeds.at("grandTotal").currency("currencyCode");
        Money total = priced ? proceeds.requiredMoney("grandTotal", currency) : Money.zero(currency);
        Charges charges = charges(order, currency);
        JsonFields to = order.at("recipient").at("deliveryAddress");
        JsonFields tax = registration(order);
        PostalAddress billing = address(tax.has("taxRegistrationAddress") ? tax.at("taxRegistrationAddress") : to);
        boolean cod = cod(order);
        return new Order(
                key,
                key.externalId(),
                order.requiredTime("createdTime"),
                cancelled ? Order.Status.CANCELLED : Order.Status.PLACED,
                buyer(order.at("buyer"), to, billing),
                new Order.Delivery(
                        order.at("fulfillment").text("fulfillmentServiceLevel").strip(),
                        "",
                        address(to),
                        to.text("phone").strip(),
                        ""),
                invoice(tax, billing),
                new Order.Payment(
                        Order.PaymentForm.UNKNOWN,
                        cod ? "Amazon COD" : "Amazon",
                        cod || cancelled ? null : total,
                        null),
                taxed(lines(order, currency, cancelled), charges, total),
                charges.delivery,
                charges.discount,
                total,
                comment(order));
    }

    /** With the tax as a line of its own where only that makes up the total. */
    private static List<Order.Line> taxed(List<Order.Line> lines, Charges charges, Money total) {
        if (charges.tax.isZero()) return lines;
        Money sum = charges.delivery.minus(charges.discount).plus(charges.tax);
        for (Order.Line line : lines) sum = sum.plus(line.amount());
        if (sum.equals(total)) lines.add(new Order.Line("", "Tax", 1, charges.tax));
        return lines;
    }

    private static Optional<ReadOrder.Why> notReady(String status, String fulfilledBy) {
        if (fulfilledBy.equals("AMAZON")) return Optional.of(ReadOrder.Why.SENT);
        return switch (status) {
            case "PENDING", "PENDING_AVAILABILITY" -> Optional.of(ReadOrder.Why.UNFINISHED);
            case "SHIPPED", "PARTIALLY_SHIPPED", "UNFULFILLABLE" -> Optional.of(ReadOrder.Why.SENT);
            default -> Optional.empty();
        };
    }

    private static String marketplaceCurrency(JsonFields order) {
        String currency = CURRENCIES.get(order.at("salesChannel").text("marketplaceId"));
        if (currency == null) throw order.at("proceeds").missing("grandTotal.currencyCode");
        return currency;
    }

    /** Of a cancelled order Amazon counts no pieces any more; one stays, so that it is seen what it was. */
    private static List<Order.Line> lines(JsonFields order, String currency, boolean cancelled) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields item : order.list("orderItems")) {
            boolean none = item.text("quantityOrdered").equals("0");
            if (none && !cancelled) continue;
            JsonFields product = item.at("product");
            int quantity = none ? 1 : item.quantity("quantityOrdered");
            lines.add(new Order.Line(
                    product.text("sellerSku").strip(),
                    product.text("title").strip(),
                    quantity,
                    price(item, product.at("price"), quantity, currency, cancelled)));
        }
        if (lines.isEmpty() && cancelled) lines.add(new Order.Line("", "–", 1, Money.zero(currency)));
        if (lines.isEmpty()) throw new UnreadableOrder(Problem.NO_LINES, "orderItems", "");
        return lines;
    }

    private static Money price(JsonFields item, JsonFields price, int quantity, String currency, boolean cancelled) {
        if (price.has("unitPrice")) return price.unitPrice("unitPrice", currency);
        for (JsonFields part : item.at("proceeds").list("breakdowns")) {
            BigDecimal all = part.at("subtotal").decimal("amount");
            if (part.text("type").equals("ITEM") && all != null) {
                return Money.of(all.divide(BigDecimal.valueOf(quantity), 6, RoundingMode.HALF_UP), currency);
            }
        }
        if (cancelled) return Money.zero(currency);
        throw price.missing("unitPrice");
    }

    /** Of the order as a whole, or of its articles where the order does not say. */
    private static Charges charges(JsonFields order, String currency) {
        List<JsonFields> parts = order.at("proceeds").list("breakdowns");
        if (parts.isEmpty()) {
            parts = order.list("orderItems").stream()
                    .flatMap(item -> item.at("proceeds").list("breakdowns").stream())
                    .toList();
        }
        Charges sum = new Charges(Money.zero(currency), Money.zero(currency), Money.zero(currency));
        for (JsonFields part : parts) {
            BigDecimal amount = part.at("subtotal").decimal("amount");
            Money money = Money.of(amount == null ? BigDecimal.ZERO : amount.abs(), currency);
            sum = switch (part.text("type")) {
                case "ITEM" -> sum;
                case "DISCOUNT" -> new Charges(sum.delivery, sum.discount.plus(money), sum.tax);
                case "TAX" -> new Charges(sum.delivery, sum.discount, sum.tax.plus(money));
                default -> new Charges(sum.delivery.plus(money), sum.discount, sum.tax);
            };
        }
        return sum;
    }

    /** The address of mail is one of Amazon's own that passes it on, another for every buyer. */
    private static Order.Buyer buyer(JsonFields buyer, JsonFields to, PostalAddress billing) {
        String name = buyer.text("buyerName").strip();
        return new Order.Buyer(
                "",
                name.isEmpty() ? to.text("name").strip() : name,
                buyer.text("buyerCompanyName").strip(),
                buyer.text("buyerEmail").strip(),
                to.text("phone").strip(),
                billing);
    }

    private static JsonFields registration(JsonFields order) {
        return order.at("tax").list("taxRegistrations").stream()
                .filter(each -> each.text("entityType").equals("BUYER"))
                .findFirst()
                .orElseGet(() -> order.at("tax").at("none"));
    }

    private static Order.Invoice invoice(JsonFields tax, PostalAddress billing) {
        String number = tax.text("taxRegistrationNumber").strip();
        return number.isEmpty()
                ? Order.Invoice.NONE
                : new Order.Invoice(true, true, tax.text("legalName").strip(), number, billing);
    }

    private static boolean cod(JsonFields order) {
        return order.at("payment").list("paymentExecutions").stream()
                        .anyMatch(each -> each.text("paymentMethod").equals(COD))
                || order.list("orderItems").stream()
                        .map(item -> item.at("fulfillment").at("shipping").at("shippingConstraints"))
                        .anyMatch(constraints ->
                                constraints.text("cashOnDelivery").equals("MANDATORY"));
    }

    /** That the buyer wants to cancel, which Amazon leaves to the seller, and what they wrote about the delivery. */
    private static String comment(JsonFields order) {
        String cancel = order.list("orderItems").stream()
                .map(item -> item.at("cancellation").at("cancellationRequest"))
                .filter(request -> !request.isEmpty())
                .map(request -> ("Cancellation requested: " + request.text("cancelReason")).strip())
                .distinct()
                .collect(Collectors.joining("\n"));
        String delivery = order.at("recipient").at("deliveryPreference").text("addressInstruction");
        return cancel.isEmpty() ? delivery : (cancel + "\n" + delivery).strip();
    }

    private static PostalAddress address(JsonFields address) {
        return new PostalAddress(
                address.text("name").strip(),
                address.text("companyName").strip(),
                (both(address, "addressLine1", "addressLine2") + " "
                                + address.text("addressLine3").strip())
                        .strip(),
                address.text("postalCode").strip(),
                address.text("city").strip(),
                address.country("countryCode"));
    }
}
