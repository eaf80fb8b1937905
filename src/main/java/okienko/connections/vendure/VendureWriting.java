package okienko.connections.vendure;

import java.util.Map;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes to Vendure: a note only the shop's people see, a custom field for the state where the shop has one, the parcel as a
 * fulfilment that is shipped, the cancellation. What was written before a crash is seen and not written again.
 */
final class VendureWriting {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NOTES = "query($i:ID!){order(id:$i){history(options:{take:100,sort:{createdAt:DESC},"
            + "filter:{type:{eq:\"ORDER_NOTE\"}}}){items{data}}}}";
    private static final String NOTE = "mutation($i:AddNoteToOrderInput!){addNoteToOrder(input:$i){id}}";
    private static final String STATE = "mutation($i:UpdateOrderInput!){setOrderCustomFields(input:$i){id}}";
    private static final String LINES =
            "query($i:ID!){order(id:$i){lines{id quantity} fulfillments{id state trackingCode}}}";
    private static final String FULFIL = "mutation($i:FulfillOrderInput!){addFulfillmentToOrder(input:$i){"
            + "__typename ...on Fulfillment{id} ...on ErrorResult{errorCode message}}}";
    private static final String SHIP = "mutation($i:ID!){transitionFulfillmentToState(id:$i,state:\"Shipped\"){"
            + "__typename ...on ErrorResult{errorCode message}}}";
    private static final String CANCEL = "mutation($i:CancelOrderInput!){cancelOrder(input:$i){"
            + "__typename ...on ErrorResult{errorCode message}}}";
    private static final String STANDING = "query($i:ID!){order(id:$i){state}}";

    private final VendureQueries vendure;

    VendureWriting(VendureQueries vendure) {
        this.vendure = vendure;
    }

    WriteBack.Answer write(WriteBack message) {
        return switch (message.kind()) {
            case NOTE -> note(message);
            case STATE -> state(message);
            case TRACKING -> tracking(message);
            case CANCELLATION -> cancel(message);
        };
    }

    private WriteBack.Answer note(WriteBack message) {
        if (message.repeated()) {
            JsonNode notes = vendure.ask(NOTES, id(message)).at("/order/history/items");
            for (JsonNode note : notes) {
                if (note.at("/data/note").asString("").equals(message.text())) return new WriteBack.Answer.Accepted();
            }
        }
        ObjectNode input = JSON.objectNode();
        input.put("id", message.externalId()).put("note", message.text()).put("isPublic", false);
        vendure.ask(NOTE, Map.of("i", input));
        return new WriteBack.Answer.Accepted();
    }

    private WriteBack.Answer state(WriteBack message) {
        String field = vendure.credential("stateField");
        if (field.isEmpty()) return new WriteBack.Answer.Refused("stateField");
        ObjectNode input = JSON.objectNode();
        input.put("id", message.externalId());
        input.putObject("customFields").put(field, message.text());
        vendure.ask(STATE, Map.of("i", input));
        return new WriteBack.Answer.Accepted();
    }

    private WriteBack.Answer tracking(WriteBack message) {
        JsonNode order = vendure.ask(LINES, id(message)).path("order");
        for (JsonNode known : order.path("fulfillments")) {
            if (known.path("trackingCode").asString("").equals(message.trackingNumber())) {
                return known.path("state").asString("").equals("Shipped")
                        ? new WriteBack.Answer.Accepted()
                        : ship(known.path("id").asString(""));
            }
        }
        ObjectNode input = JSON.objectNode();
        var lines = input.putArray("lines");
        for (JsonNode line : order.path("lines")) {
            lines.addObject()
                    .put("orderLineId", line.path("id").asString(""))
                    .put("quantity", line.path("quantity").asInt(0));
        }
        ObjectNode handler = input.putObject("handler").put("code", "manual-fulfillment");
        var arguments = handler.putArray("arguments");
        arguments.addObject().put("name", "method").put("value", message.carrier());
        arguments.addObject().put("name", "trackingCode").put("value", message.trackingNumber());
        JsonNode made = vendure.ask(FULFIL, Map.of("i", input)).path("addFulfillmentToOrder");
        return made.has("errorCode") ? refused(made) : ship(made.path("id").asString(""));
    }

    private WriteBack.Answer ship(String fulfillment) {
        JsonNode shipped =
                vendure.ask(SHIP, Map.of("i", JSON.stringNode(fulfillment))).path("transitionFulfillmentToState");
        return shipped.has("errorCode") ? refused(shipped) : new WriteBack.Answer.Accepted();
    }

    private WriteBack.Answer cancel(WriteBack message) {
        JsonNode standing = vendure.ask(STANDING, id(message)).at("/order/state");
        if (standing.asString("").equals("Cancelled")) return new WriteBack.Answer.Accepted();
        ObjectNode input = JSON.objectNode();
        input.put("orderId", message.externalId()).put("reason", message.text());
        JsonNode cancelled = vendure.ask(CANCEL, Map.of("i", input)).path("cancelOrder");
        return cancelled.has("errorCode") ? refused(cancelled) : new WriteBack.Answer.Accepted();
    }

    private static Map<String, JsonNode> id(WriteBack message) {
        return Map.of("i", JSON.stringNode(message.externalId()));
    }

    private static WriteBack.Answer refused(JsonNode result) {
        return new WriteBack.Answer.Refused(result.path("errorCode").asString("") + ": "
                + result.path("message").asString(""));
    }
}
