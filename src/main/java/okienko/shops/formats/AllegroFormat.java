package okienko.shops.formats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import okienko.orders.JsonFields;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
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
 * Allegro's checkout form, alone or in the list {@code GET /order/checkout-forms} answers with.
 *
 * <p>Events about a form repeat and come out of order, so the form's id is the order's. Until it is
 * {@code READY_FOR_PROCESSING} address and payment are not final and the form does not enter. Source:
 * developer.allegro.pl, "Jak pobrać zamówienia", and the OpenAPI model of the checkout form.
 *
 * <p>{@code delivery.time.dispatch.to} is the time to send it by, for every delivery method; Allegro computes it once the
 * form is ready, and it can be earlier than the time the seller declared. Being late cancels nothing: what Allegro cancels
 * by itself is not paid (after 7 days, after an auction 30), and such a form does not enter. Source:
 * github.com/allegro/allegro-api, issues 7170, 7582, 8235 and 4646, read 2026-11-28.
 */
public final class AllegroFormat extends JsonFormat {

    @Override
    public String name() {
        return "allegro";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && (sample.names("lineItems", "delivery", "buyer") || sample.names("checkoutForms"));
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields form, ChannelSettings settings) {
        String id = form.required("id");
        Order.Status status = status(form);
        if (status == null) {
            return new ReadOrder.NotReady(piece, id, ReadOrder.Why.UNFINISHED);
        }
        JsonFields toPay = form.at("summary").at("totalToPay");
        String currency = toPay.currency("currency");
        JsonFields buyer = form.at("buyer");
        JsonFields delivery = form.at("delivery");
        Order order = new Order(
                new OrderKey(settings.channelOr(name()), id),
                id,
                placedAt(form),
                status,
                buyer(buyer),
                delivery(delivery, buyer),
                invoice(form.at("invoice")),
                payment(form, currency),
                lines(form, currency),
                delivery.moneyOrZero("cost", currency),
                vouchers(form, currency),
                toPay.requiredMoney("amount", currency),
                form.text("messageToSeller"));
        Instant dispatchBy = delivery.at("time").at("dispatch").time("to");
        return new ReadOrder.Readable(
                piece, Gaps.filled(order.toBeSent(dispatchBy, null), settings), form.time("updatedAt"));
    }

    /** Null while the buyer has not finished. */
    private static Order.@Nullable Status status(JsonFields form) {
        return switch (form.required("status").toUpperCase(Locale.ROOT)) {
            case "READY_FOR_PROCESSING" ->
                "CANCELLED".equals(form.at("fulfillment").text("status"))
                        ? Order.Status.CANCELLED
                        : Order.Status.PLACED;
            case "CANCELLED", "BUYER_CANCELLED", "AUTO_CANCELLED", "FULFILLMENT_STATUS_CANCELLED" ->
                Order.Status.CANCELLED;
            case "BOUGHT", "FILLED_IN" -> null;
            default -> throw form.refused(Problem.NOT_A_CHOICE, "status");
        };
    }

    private static Instant placedAt(JsonFields form) {
        return form.list("lineItems").stream()
                .map(line -> line.time("boughtAt"))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseGet(() -> form.requiredTime("updatedAt"));
    }

    private static Order.Buyer buyer(JsonFields buyer) {
        String company = buyer.text("companyName").strip();
        return new Order.Buyer(
                buyer.text("login").strip(),
                name(buyer),
                company,
                buyer.text("email").strip(),
                buyer.text("phoneNumber").strip(),
                address(buyer.at("address"), name(buyer), company));
    }

    private static Order.Delivery delivery(JsonFields delivery, JsonFields buyer) {
        JsonFields address = delivery.at("address");
        String phone = address.text("phoneNumber").strip();
        return new Order.Delivery(
                delivery.at("method").text("name").strip(),
                "",
                address(address, name(address), address.text("companyName").strip()),
                phone.isEmpty() ? buyer.text("phoneNumber").strip() : phone,
                delivery.at("pickupPoint").text("id").strip());
    }

    private static Order.Invoice invoice(JsonFields invoice) {
        if (!invoice.yes("required", false)) {
            return Order.Invoice.NONE;
        }
        JsonFields address = invoice.at("address");
        JsonFields company = address.at("company");
        // newer forms list typed numbers beside or instead of the free text
        String typed = company.list("ids").stream()
                .map(number -> number.text("value").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        String companyName = company.text("name").strip();
        return new Order.Invoice(
                true,
                address.has("company"),
                companyName,
                typed.isEmpty() ? company.text("taxId").strip() : typed,
                address(address, name(address.at("naturalPerson")), companyName));
    }

    private static Order.Payment payment(JsonFields form, String currency) {
        JsonFields payment = form.at("payment");
        String type = payment.text("type").strip();
        Money paid = payment.money("paidAmount", currency);
        for (JsonFields surcharge : form.list("surcharges")) {
            Money more = surcharge.money("paidAmount", currency);
            paid = sum(surcharge, paid, more);
        }
        return new Order.Payment(form(type), type, paid, paid == null ? null : payment.time("finishedAt"));
    }

    private static PaymentForm form(String type) {
        return switch (type) {
            case "CASH_ON_DELIVERY" -> PaymentForm.CASH_ON_DELIVERY;
            case "WIRE_TRANSFER" -> PaymentForm.TRANSFER;
            case "ONLINE", "SPLIT_PAYMENT" -> PaymentForm.ONLINE;
            case "EXTENDED_TERM" -> PaymentForm.DEFERRED;
            default -> PaymentForm.UNKNOWN;
        };
    }

    private static @Nullable Money sum(JsonFields surcharge, @Nullable Money paid, @Nullable Money more) {
        if (paid == null || more == null) {
            return paid == null ? more : paid;
        }
        if (!paid.currency().equals(more.currency())) {
            throw surcharge.refused(Problem.OTHER_CURRENCY, "paidAmount");
        }
        return paid.plus(more);
    }

    private static List<Order.Line> lines(JsonFields form, String currency) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields item : form.list("lineItems")) {
            JsonFields offer = item.at("offer");
            lines.add(new Order.Line(
                    offer.at("external").text("id").strip(),
                    offer.text("name"),
                    item.quantity("quantity"),
                    item.unitPrice("price", currency)));
            for (JsonFields extra : item.list("selectedAdditionalServices")) {
                lines.add(new Order.Line(
                        "", extra.text("name"), extra.quantity("quantity"), extra.unitPrice("price", currency)));
            }
        }
        if (lines.isEmpty()) {
            throw new UnreadableOrder(Problem.NO_LINES, "lineItems", "");
        }
        return lines;
    }

    private static Money vouchers(JsonFields form, String currency) {
        Money sum = Money.zero(currency);
        for (JsonFields item : form.list("lineItems")) {
            for (JsonFields voucher : item.list("vouchers")) {
                sum = sum.plus(voucher.moneyOrZero("value", currency));
            }
        }
        return sum;
    }

    private static String name(JsonFields person) {
        return both(person, "firstName", "lastName");
    }

    private static PostalAddress address(JsonFields address, String name, String company) {
        // the buyer's address says postCode where all the others say zipCode
        String code = address.text("zipCode").strip();
        return new PostalAddress(
                name,
                company,
                address.text("street").strip(),
                code.isEmpty() ? address.text("postCode").strip() : code,
                address.text("city").strip(),
                address.country("countryCode"));
    }
}
