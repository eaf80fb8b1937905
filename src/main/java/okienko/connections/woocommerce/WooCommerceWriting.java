package okienko.connections.woocommerce;

import java.net.http.HttpRequest;
import okienko.connections.Access;
import okienko.connections.Payloads;
import okienko.connections.Reply;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes to WooCommerce: private notes and the order's status. The core has no field for a parcel's number, so a note says it
 * (https://woocommerce.github.io/woocommerce-rest-api-docs/#order-notes, read 2026-11-22).
 */
final class WooCommerceWriting {

    private final Access access;

    WooCommerceWriting(Access access) {
        this.access = access;
    }

    WriteBack.Answer write(WriteBack message) {
        String order = WooCommerce.ORDERS + "/" + message.externalId();
        return switch (message.kind()) {
            case NOTE, TRACKING -> note(order, message);
            case STATE ->
                status(
                        order,
                        switch (WriteBack.Standing.valueOf(message.text())) {
                            case HELD -> "on-hold";
                            case RELEASED -> "processing";
                        });
            case CANCELLATION -> status(order, "cancelled");
        };
    }

    private WriteBack.Answer note(String order, WriteBack message) {
        if (message.repeated()) {
            for (JsonNode note :
                    access.send(WooCommerce.get(access, order + "/notes")).json()) {
                if (note.path("note").asString("").equals(message.text())) return new WriteBack.Answer.Accepted();
            }
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("note", message.text()).put("customer_note", false);
        return answer(send("POST", order + "/notes", body));
    }

    private WriteBack.Answer status(String order, String status) {
        return answer(send("PUT", order, JsonNodeFactory.instance.objectNode().put("status", status)));
    }

    private Reply send(String method, String path, ObjectNode body) {
        return access.send(WooCommerce.get(access, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Payloads.bytes(body))));
    }

    private static WriteBack.Answer answer(Reply reply) {
        return reply.ok() ? new WriteBack.Answer.Accepted() : new WriteBack.Answer.Refused(reply.quoted());
    }
}
