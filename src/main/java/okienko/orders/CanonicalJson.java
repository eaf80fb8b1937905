package okienko.orders;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okienko.orders.UnreadableOrder.Problem;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The office's own JSON of an order: storage, REST interface, command line and warehouse all speak it. Text that was not
 * given is left out; fields stand in one fixed order, so that the same order always has the same bytes and one hash.
 */
public final class CanonicalJson {

    /** Numbers are read as exact decimals and written without an exponent. */
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads text into a tree, or says where it stops being JSON. */
    public static JsonNode parse(byte[] utf8) {
        try {
            return MAPPER.readTree(utf8);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String where = at == null ? "?" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new UnreadableOrder(Problem.NOT_JSON, where, e.getOriginalMessage());
        }
    }

    /** Reads an order that names its channel. */
    public static Order read(JsonNode json) {
        return read(json, "");
    }

    /** Reads an order; one that does not name its channel is of the given one. */
    public static Order read(JsonNode json, String channel) {
        return read(JsonFields.of(json), channel);
    }

    /** As {@link #read(JsonNode, String)}, of fields that are read already. */
    public static Order read(JsonFields order, String channel) {
        String named = order.text("channel").strip();
        if (named.isEmpty() && channel.isEmpty()) {
            throw order.missing("channel");
        }
        OrderKey key = new OrderKey(named.isEmpty() ? channel : named, order.required("externalId"));
        String currency = order.currency("currency");
        return new Order(
                key,
                order.has("number") ? order.text("number") : key.externalId(),
                order.requiredTime("placedAt"),
                choice(order, "status", Order.Status.class, Order.Status.PLACED),
                buyer(order.at("buyer")),
                delivery(order.at("delivery")),
                invoice(order.at("invoice")),
                payment(order.at("payment"), currency),
                lines(order, currency),
                order.moneyOrZero("deliveryCost", currency),
                order.moneyOrZero("discount", currency),
                order.requiredMoney("total", currency),
                order.text("comment"),
                order.time("dispatchBy"),
                order.time("cancelledAfter"));
    }

    /** Reads what {@link #write} wrote. */
    static Order read(String stored) {
        return read(MAPPER.readTree(stored));
    }

    /** Writes the order on one line. */
    public static String write(Order order) {
        StringWriter text = new StringWriter(1_024);
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            write(order, json);
        }
        return text.toString();
    }

    /** SHA-256 of the written order: two deliveries with one hash say the same. */
    static byte[] hash(String written) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Order.Buyer buyer(JsonFields buyer) {
        return new Order.Buyer(
                buyer.text("login"),
                buyer.text("name"),
                buyer.text("company"),
                buyer.text("email"),
                buyer.text("phone"),
                address(buyer.at("address")));
    }

    private static Order.Delivery delivery(JsonFields delivery) {
        return new Order.Delivery(
                delivery.text("method"),
                delivery.text("service"),
                address(delivery.at("address")),
                delivery.text("phone"),
                delivery.text("pickupPoint"));
    }

    private static Order.Invoice invoice(JsonFields invoice) {
        return new Order.Invoice(
                invoice.yes("wanted", false),
                invoice.yes("toCompany", false),
                invoice.text("company"),
                invoice.text("taxId"),
                address(invoice.at("address")));
    }

    private static Order.Payment payment(JsonFields payment, String currency) {
        return new Order.Payment(
                choice(payment, "form", Order.PaymentForm.class, Order.PaymentForm.UNKNOWN),
                payment.text("channelForm"),
                payment.money("paid", currency),
                payment.time("paidAt"));
    }

    private static List<Order.Line> lines(JsonFields order, String currency) {
        List<Order.Line> lines = new ArrayList<>();
        for (JsonFields line : order.list("lines")) {
            lines.add(new Order.Line(
                    line.text("sku"),
                    line.text("name"),
                    line.quantity("quantity"),
                    line.unitPrice("unitPrice", currency)));
        }
        if (lines.isEmpty()) {
            throw new UnreadableOrder(Problem.NO_LINES, "lines", "");
        }
        return lines;
    }

    private static PostalAddress address(JsonFields address) {
        return address.isEmpty()
                ? PostalAddress.NONE
                : new PostalAddress(
                        address.text("name"),
                        address.text("company"),
                        address.text("street"),
                        address.text("postalCode"),
                        address.text("city"),
                        address.country("country"));
    }

    private static <E extends Enum<E>> E choice(JsonFields fields, String name, Class<E> type, E otherwise) {
        String word = fields.text(name).strip().toUpperCase(Locale.ROOT);
        if (word.isEmpty()) {
            return otherwise;
        }
        for (E choice : type.getEnumConstants()) {
            if (choice.name().equals(word)) {
                return choice;
            }
        }
        throw fields.refused(Problem.NOT_A_CHOICE, name);
    }

    private static void write(Order order, JsonGenerator json) {
        json.writeStartObject();
        text(json, "channel", order.key().channel());
        text(json, "externalId", order.key().externalId());
        json.writeStringProperty("number", order.number());
        time(json, "placedAt", order.placedAt());
        text(json, "status", order.status().name());
        text(json, "currency", order.currency());
        write(order.buyer(), json);
        write(order.delivery(), json);
        if (!order.invoice().equals(Order.Invoice.NONE)) {
            write(order.invoice(), json);
        }
        write(order.payment(), order.currency(), json);
        json.writeArrayPropertyStart("lines");
        for (Order.Line line : order.lines()) {
            json.writeStartObject();
            text(json, "sku", line.sku());
            text(json, "name", line.name());
            json.writeNumberProperty("quantity", line.quantity());
            money(json, "unitPrice", line.unitPrice(), order.currency());
            json.writeEndObject();
        }
        json.writeEndArray();
        money(json, "deliveryCost", order.deliveryCost(), order.currency());
        money(json, "discount", order.discount(), order.currency());
        money(json, "total", order.total(), order.currency());
        text(json, "comment", order.comment());
        time(json, "dispatchBy", order.dispatchBy());
        time(json, "cancelledAfter", order.cancelledAfter());
        json.writeEndObject();
    }

    private static void write(Order.Buyer buyer, JsonGenerator json) {
        json.writeObjectPropertyStart("buyer");
        text(json, "login", buyer.login());
        text(json, "name", buyer.name());
        text(json, "company", buyer.company());
        text(json, "email", buyer.email());
        text(json, "phone", buyer.phone());
        address(json, buyer.address());
        json.writeEndObject();
    }

    private static void write(Order.Delivery delivery, JsonGenerator json) {
        json.writeObjectPropertyStart("delivery");
        text(json, "method", delivery.method());
        text(json, "service", delivery.service());
        text(json, "phone", delivery.phone());
        text(json, "pickupPoint", delivery.pickupPoint());
        address(json, delivery.address());
        json.writeEndObject();
    }

    private static void write(Order.Invoice invoice, JsonGenerator json) {
        json.writeObjectPropertyStart("invoice");
        json.writeBooleanProperty("wanted", invoice.wanted());
        json.writeBooleanProperty("toCompany", invoice.toCompany());
        text(json, "company", invoice.company());
        text(json, "taxId", invoice.taxId());
        address(json, invoice.address());
        json.writeEndObject();
    }

    private static void write(Order.Payment payment, String currency, JsonGenerator json) {
        json.writeObjectPropertyStart("payment");
        text(json, "form", payment.form().name());
        text(json, "channelForm", payment.channelForm());
        if (payment.paid() != null) {
            money(json, "paid", payment.paid(), currency);
        }
        time(json, "paidAt", payment.paidAt());
        json.writeEndObject();
    }

    private static void address(JsonGenerator json, PostalAddress address) {
        if (address.equals(PostalAddress.NONE)) {
            return;
        }
        json.writeObjectPropertyStart("address");
        text(json, "name", address.name());
        text(json, "company", address.company());
        text(json, "street", address.street());
        text(json, "postalCode", address.postalCode());
        text(json, "city", address.city());
        text(json, "country", address.country());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static void time(JsonGenerator json, String name, @Nullable Instant value) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void money(JsonGenerator json, String name, Money value, String currency) {
        if (value.currency().equals(currency)) {
            json.writeStringProperty(name, value.amount().toPlainString());
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("amount", value.amount().toPlainString());
        json.writeStringProperty("currency", value.currency());
        json.writeEndObject();
    }

    private CanonicalJson() {}
}
