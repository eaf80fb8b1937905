package okienko.connections.amazon;

import java.util.List;
import okienko.connections.Access;
import okienko.connections.Reply;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells Amazon of a parcel by {@code confirmShipment}, which stays in the older version of its interface
 * (developer-docs.amazon.com/sp-api/docs/confirm-the-shipment-status, read 2026-11-28). The package's reference is the number
 * of our message: the same again edits the parcel and makes no second one. Orders of Ship+ refuse it, for their label says it.
 */
final class AmazonWriting {

    /** Carriers Amazon knows by a code; all others are named in words. */
    private static final List<String> CARRIERS = List.of("DPD", "DHL", "UPS", "FedEx", "GLS", "TNT");

    private final Access access;

    AmazonWriting(Access access) {
        this.access = access;
    }

    WriteBack.Answer shipped(WriteBack message) {
        Reply found = Amazon.order(access, message.externalId());
        if (!found.ok()) return new WriteBack.Answer.Refused(found.quoted());
        JsonNode order = found.json().path("order");
        for (JsonNode known : order.path("packages")) {
            if (known.path("trackingNumber").asString("").equals(message.trackingNumber())) {
                return new WriteBack.Answer.Accepted();
            }
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("marketplaceId", order.at("/salesChannel/marketplaceId").asString(""));
        ObjectNode parcel = body.putObject("packageDetail");
        parcel.put("packageReferenceId", Long.toString(message.id()));
        carrier(parcel, message.carrier());
        parcel.put("trackingNumber", message.trackingNumber());
        parcel.put("shipDate", access.now().toString());
        ArrayNode items = parcel.putArray("orderItems");
        for (JsonNode item : order.path("orderItems")) {
            int open = item.at("/fulfillment/quantityUnfulfilled")
                    .asInt(item.path("quantityOrdered").asInt(0));
            if (open > 0) {
                items.addObject()
                        .put("orderItemId", item.path("orderItemId").asString(""))
                        .put("quantity", open);
            }
        }
        if (items.isEmpty()) return new WriteBack.Answer.Refused("Amazon counts every article as sent already");
        Reply reply = new AmazonCalls(access)
                .post("/orders/v0/orders/" + message.externalId() + "/shipmentConfirmation", body, AmazonCalls.CONFIRM);
        return reply.ok() ? new WriteBack.Answer.Accepted() : new WriteBack.Answer.Refused(reply.quoted());
    }

    private static void carrier(ObjectNode parcel, String name) {
        String code = CARRIERS.stream()
                .filter(known -> known.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElse("Other");
        parcel.put("carrierCode", code);
        if (code.equals("Other")) parcel.put("carrierName", name);
    }
}
