package okienko.connections.shoper;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.Payloads;
import okienko.connections.Reply;
import okienko.connections.States;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes to Shoper: the order's {@code status_id} and {@code notes_priv}, which only the shop's people see, and a parcel with
 * its {@code shipping_code}. The notes are one text, so what the people wrote is read first and kept. The order's fields are
 * those of a demonstration shop's answers; the resource {@code parcels} is known by name and could not be read at the vendor
 * (2026-11-28), so try it with one order before relying on it.
 */
final class ShoperWriting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Access access;

    ShoperWriting(Access access) {
        this.access = access;
    }

    static States states(Access access) {
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonNode status : Shoper.all(access, "statuses?")) {
            names.put(status.path("status_id").asString(""), Meanings.translated(status, "name"));
        }
        return new States(names);
    }

    WriteBack.Answer write(WriteBack message) {
        return switch (message.kind()) {
            case NOTE -> note(message);
            case STATE, CANCELLATION -> state(message);
            case TRACKING -> tracking(message);
        };
    }

    private WriteBack.Answer note(WriteBack message) {
        Reply reply = access.send(Shoper.request(access, path(message)));
        if (!reply.ok()) return answer(reply);
        String kept = reply.json().path("notes_priv").asString("").strip();
        if (message.repeated() && kept.lines().anyMatch(line -> line.equals(message.text()))) {
            return new WriteBack.Answer.Accepted();
        }
        String notes = kept.isEmpty() ? message.text() : kept + "\n" + message.text();
        return answer(send("PUT", path(message), JSON.objectNode().put("notes_priv", notes)));
    }

    private WriteBack.Answer state(WriteBack message) {
        String status = states(access).target(access, message).orElse("");
        if (status.isEmpty()) return new WriteBack.Answer.Refused("the shop does not have the chosen status any more");
        Reply reply = access.send(Shoper.request(access, path(message)));
        if (!reply.ok()) return answer(reply);
        if (reply.json().path("status_id").asString("").equals(status)) return new WriteBack.Answer.Accepted();
        return answer(send("PUT", path(message), JSON.objectNode().put("status_id", status)));
    }

    /** A parcel somebody made in the shop before it had a number gets it; otherwise there is a new one. */
    private WriteBack.Answer tracking(WriteBack message) {
        ObjectNode filters = JSON.objectNode().put("order_id", message.externalId());
        List<JsonNode> parcels = Shoper.all(access, "parcels?filters=" + Shoper.encoded(filters.toString()) + "&");
        String open = "";
        for (JsonNode parcel : parcels) {
            String code = parcel.path("shipping_code").asString("");
            if (code.equals(message.trackingNumber())) return new WriteBack.Answer.Accepted();
            if (code.isBlank()) open = parcel.path("parcel_id").asString("");
        }
        ObjectNode body = JSON.objectNode().put("shipping_code", message.trackingNumber());
        return answer(
                open.isEmpty()
                        ? send("POST", "parcels", body.put("order_id", message.externalId()))
                        : send("PUT", "parcels/" + open, body));
    }

    private Reply send(String method, String path, ObjectNode body) {
        return access.send(Shoper.request(access, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Payloads.bytes(body))));
    }

    private static String path(WriteBack message) {
        return "orders/" + message.externalId();
    }

    private static WriteBack.Answer answer(Reply reply) {
        return reply.ok() ? new WriteBack.Answer.Accepted() : new WriteBack.Answer.Refused(reply.quoted());
    }
}
