package okienko.connections.prestashop;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.Reply;
import okienko.connections.States;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;

/**
 * Writes to PrestaShop, in XML, which is all its webservice takes: a note is a private message in the order's thread, a state
 * a line in its history, a parcel's number belongs to its carrier (classes CustomerThread, CustomerMessage, OrderHistory and
 * OrderCarrier of github.com/PrestaShop/PrestaShop, read 2026-11-28). Mail to the customer goes out only with
 * {@code sendemail}, which is never asked for. A key that may not write is answered with 405 and so refused.
 */
final class PrestaShopWriting {

    private final Access access;

    PrestaShopWriting(Access access) {
        this.access = access;
    }

    static States states(Access access) {
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonNode state : PrestaShop.list(access, "order_states", "display=full")) {
            names.put(text(state, "id"), Envelope.inFirstLanguage(state.path("name")));
        }
        return new States(names);
    }

    WriteBack.Answer write(WriteBack message) {
        List<JsonNode> found =
                PrestaShop.list(access, "orders", "display=full&filter[id]=[" + message.externalId() + "]");
        if (found.isEmpty()) return new WriteBack.Answer.Refused("the shop has no order " + message.externalId());
        JsonNode order = found.getFirst();
        return switch (message.kind()) {
            case NOTE -> note(order, message);
            case STATE, CANCELLATION -> state(order, message);
            case TRACKING -> tracking(message);
        };
    }

    /** A thread of our own is closed: nobody has to answer it. */
    private WriteBack.Answer note(JsonNode order, WriteBack message) {
        List<JsonNode> threads = threads(message);
        if (message.repeated() && written(threads, message.text())) return new WriteBack.Answer.Accepted();
        if (threads.isEmpty()) {
            Map<String, String> thread = new LinkedHashMap<>();
            thread.put("id_lang", text(order, "id_lang"));
            thread.put("id_shop", text(order, "id_shop"));
            thread.put("id_customer", text(order, "id_customer"));
            thread.put("id_order", message.externalId());
            thread.put("id_contact", "0");
            thread.put("email", email(order));
            thread.put("token", "okienko" + message.externalId());
            thread.put("status", "closed");
            Reply made = send("POST", "customer_threads", "customer_thread", thread);
            if (!made.ok()) return answer(made);
            threads = threads(message);
        }
        if (threads.isEmpty()) return new WriteBack.Answer.Refused("the shop shows no thread of the order");
        Map<String, String> note = new LinkedHashMap<>();
        note.put("id_customer_thread", text(threads.getLast(), "id"));
        note.put("id_employee", "0");
        note.put("private", "1");
        note.put("message", message.text());
        return answer(send("POST", "customer_messages", "customer_message", note));
    }

    private List<JsonNode> threads(WriteBack message) {
        return PrestaShop.list(
                access, "customer_threads", "display=full&filter[id_order]=[" + message.externalId() + "]");
    }

    private boolean written(List<JsonNode> threads, String note) {
        return threads.stream()
                .flatMap(thread -> PrestaShop.list(
                        access,
                        "customer_messages",
                        "display=full&filter[id_customer_thread]=[" + text(thread, "id") + "]")
                        .stream())
                .anyMatch(known -> text(known, "message").strip().equals(note.strip()));
    }

    private String email(JsonNode order) {
        return PrestaShop.list(access, "customers", "display=full&filter[id]=[" + text(order, "id_customer") + "]")
                .stream()
                .map(customer -> text(customer, "email"))
                .findFirst()
                .orElse("");
    }

    /** The history takes the same state again and again, so it is looked at first. */
    private WriteBack.Answer state(JsonNode order, WriteBack message) {
        String state = states(access).target(access, message).orElse("");
        if (state.isEmpty()) return new WriteBack.Answer.Refused("the shop does not have the chosen state any more");
        if (text(order, "current_state").equals(state)) return new WriteBack.Answer.Accepted();
        Map<String, String> step = new LinkedHashMap<>();
        step.put("id_order", message.externalId());
        step.put("id_order_state", state);
        return answer(send("POST", "order_histories", "order_history", step));
    }

    /** Of an order that goes in several parcels the first carrier without a number gets it. */
    private WriteBack.Answer tracking(WriteBack message) {
        List<JsonNode> carriers = PrestaShop.list(
                access, "order_carriers", "display=full&filter[id_order]=[" + message.externalId() + "]");
        if (carriers.stream().anyMatch(known -> text(known, "tracking_number").equals(message.trackingNumber()))) {
            return new WriteBack.Answer.Accepted();
        }
        if (carriers.isEmpty()) return new WriteBack.Answer.Refused("the order has no carrier (order_carriers)");
        JsonNode carrier = carriers.stream()
                .filter(each -> text(each, "tracking_number").isBlank())
                .findFirst()
                .orElseGet(carriers::getLast);
        Map<String, String> changed = new LinkedHashMap<>();
        carrier.properties()
                .forEach(field -> changed.put(field.getKey(), field.getValue().asString("")));
        changed.put("tracking_number", message.trackingNumber());
        return answer(send("PUT", "order_carriers/" + text(carrier, "id"), "order_carrier", changed));
    }

    private Reply send(String method, String path, String node, Map<String, String> fields) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><prestashop><" + node + ">");
        fields.forEach((name, value) -> xml.append('<')
                .append(name)
                .append('>')
                .append(escaped(value))
                .append("</")
                .append(name)
                .append('>'));
        xml.append("</").append(node).append("></prestashop>");
        return access.send(PrestaShop.request(access, path + "?output_format=JSON")
                .header("Content-Type", "text/xml; charset=utf-8")
                .method(method, HttpRequest.BodyPublishers.ofString(xml.toString())));
    }

    /** XML 1.0 has no place for control characters at all. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static WriteBack.Answer answer(Reply reply) {
        return reply.ok() ? new WriteBack.Answer.Accepted() : new WriteBack.Answer.Refused(reply.quoted());
    }
}
