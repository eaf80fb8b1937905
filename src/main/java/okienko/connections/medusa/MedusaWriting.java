package okienko.connections.medusa;

import java.net.http.HttpRequest;
import okienko.connections.Access;
import okienko.connections.Payloads;
import okienko.connections.Reply;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes to Medusa. Its orders have no notes: the latest stands in {@code metadata.okienko_note}, our state in
 * {@code metadata.okienko_state}, beside what the shop keeps there. A parcel is a fulfilment with a shipment.
 */
final class MedusaWriting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Access access;

    MedusaWriting(Access access) {
        this.access = access;
    }

    WriteBack.Answer write(WriteBack message) {
        return switch (message.kind()) {
            case NOTE -> metadata(message, "okienko_note");
            case STATE -> metadata(message, "okienko_state");
            case TRACKING -> tracking(message);
            case CANCELLATION -> cancel(message);
        };
    }

    private WriteBack.Answer metadata(WriteBack message, String name) {
        JsonNode known = order(message, "+metadata").path("metadata");
        if (known.path(name).asString("").equals(message.text())) return new WriteBack.Answer.Accepted();
        ObjectNode body = JSON.objectNode();
        ObjectNode metadata = known.isObject() ? ((ObjectNode) known).deepCopy() : JSON.objectNode();
        body.set("metadata", metadata.put(name, message.text()));
        return answer(post(path(message), body));
    }

    private WriteBack.Answer tracking(WriteBack message) {
        JsonNode order = order(message, "*items,*fulfillments,*fulfillments.labels");
        ObjectNode items = JSON.objectNode();
        var list = items.putArray("items");
        for (JsonNode item : order.path("items")) {
            list.addObject()
                    .put("id", item.path("id").asString(""))
                    .put("quantity", item.path("quantity").asInt(0));
        }
        for (JsonNode known : order.path("fulfillments")) {
            for (JsonNode label : known.path("labels")) {
                if (label.path("tracking_number").asString("").equals(message.trackingNumber())) {
                    return new WriteBack.Answer.Accepted();
                }
            }
        }
        String fulfillment = open(order);
        if (fulfillment.isEmpty()) {
            Reply made = post(path(message) + "/fulfillments", items);
            if (!made.ok()) return answer(made);
            fulfillment = open(order(message, "*fulfillments"));
        }
        items.putArray("labels")
                .addObject()
                .put("tracking_number", message.trackingNumber())
                .put("tracking_url", "")
                .put("label_url", "");
        return answer(post(path(message) + "/fulfillments/" + fulfillment + "/shipments", items));
    }

    /** A fulfilment that was made and not shipped yet. */
    private static String open(JsonNode order) {
        for (JsonNode known : order.path("fulfillments")) {
            boolean gone = !known.path("shipped_at").isNull()
                    && !known.path("shipped_at").isMissingNode();
            boolean cancelled = !known.path("canceled_at").isNull()
                    && !known.path("canceled_at").isMissingNode();
            if (!gone && !cancelled) return known.path("id").asString("");
        }
        return "";
    }

    private WriteBack.Answer cancel(WriteBack message) {
        if (order(message, "+status").path("status").asString("").equals("canceled")) {
            return new WriteBack.Answer.Accepted();
        }
        return answer(post(path(message) + "/cancel", JSON.objectNode()));
    }

    private JsonNode order(WriteBack message, String fields) {
        String query = "?fields=" + fields.replace("*", "%2A").replace("+", "%2B");
        return access.send(Medusa.get(access, path(message) + query)).json().path("order");
    }

    private Reply post(String path, ObjectNode body) {
        return access.send(Medusa.get(access, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Payloads.bytes(body))));
    }

    private static String path(WriteBack message) {
        return Medusa.ORDERS + "/" + message.externalId();
    }

    private static WriteBack.Answer answer(Reply reply) {
        return reply.ok() ? new WriteBack.Answer.Accepted() : new WriteBack.Answer.Refused(reply.quoted());
    }
}
