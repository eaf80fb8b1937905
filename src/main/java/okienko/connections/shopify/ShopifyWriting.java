package okienko.connections.shopify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes to Shopify (mutations orderUpdate, tagsAdd, tagsRemove, fulfillmentCreate, fulfillmentTrackingInfoUpdate and orderCancel;
 * shopify.dev/docs/api/admin-graphql/latest, read 2026-11-28). An order's {@code note} is the buyer's comment and is printed on the
 * packing slip, and its timeline takes no entries from outside: remarks stand among the order's additional details. The state is
 * a tag. Whatever is told twice is seen to be there. A cancellation moves no money: paying back is for the shop to decide.
 */
final class ShopifyWriting {

    /** The additional detail our remarks stand in. */
    private static final String DETAIL = "Okienko";

    private static final String TAG = "okienko-";
    private static final int REMARKS_KEPT = 10;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String DETAILS = "query($id:ID!){order(id:$id){customAttributes{key value}}}";
    private static final String REMARK = "mutation($i:OrderInput!){orderUpdate(input:$i){userErrors{field message}}}";
    private static final String STATE = "mutation($id:ID!,$off:[String!]!,$on:[String!]!){tagsRemove(id:$id,tags:$off){"
            + "userErrors{field message}} tagsAdd(id:$id,tags:$on){userErrors{field message}}}";
    private static final String PARCELS = "query($id:ID!){order(id:$id){fulfillments(first:50){id status"
            + " trackingInfo{number}} fulfillmentOrders(first:20){nodes{id status assignedLocation{location{id}}}}}}";
    private static final String FULFIL =
            "mutation($f:FulfillmentInput!){fulfillmentCreate(fulfillment:$f){userErrors{field message}}}";
    private static final String ADD_PARCEL = "mutation($id:ID!,$t:FulfillmentTrackingInput!){"
            + "fulfillmentTrackingInfoUpdate(fulfillmentId:$id,notifyCustomer:true,trackingInfoInput:$t){"
            + "userErrors{field message}}}";
    private static final String STANDING = "query($id:ID!){order(id:$id){cancelledAt}}";
    private static final String CANCEL =
            "mutation($id:ID!,$why:String){orderCancel(orderId:$id,reason:OTHER,restock:true,"
                    + "notifyCustomer:false,refundMethod:{originalPaymentMethodsRefund:false},staffNote:$why){"
                    + "orderCancelUserErrors{field message}}}";

    private final ShopifyCalls shopify;

    ShopifyWriting(ShopifyCalls shopify) {
        this.shopify = shopify;
    }

    WriteBack.Answer write(WriteBack message) {
        return switch (message.kind()) {
            case NOTE -> remark(message);
            case STATE -> state(message);
            case TRACKING -> parcel(message);
            case CANCELLATION -> cancel(message);
        };
    }

    /** The details are written as a whole: those of others are kept. */
    private WriteBack.Answer remark(WriteBack message) {
        ArrayNode details = JSON.arrayNode();
        List<String> remarks = new ArrayList<>();
        for (JsonNode detail : order(DETAILS, message).path("customAttributes")) {
            if (detail.path("key").asString("").equals(DETAIL)) {
                remarks.addAll(List.of(detail.path("value").asString("").split("\n", -1)));
            } else {
                details.addObject()
                        .put("key", detail.path("key").asString(""))
                        .put("value", detail.path("value").asString("")); // must not be null when written
            }
        }
        if (message.repeated() && remarks.contains(message.text())) return new WriteBack.Answer.Accepted();
        remarks.add(message.text());
        List<String> kept = remarks.subList(Math.max(0, remarks.size() - REMARKS_KEPT), remarks.size());
        details.addObject().put("key", DETAIL).put("value", String.join("\n", kept));
        ObjectNode input = JSON.objectNode();
        input.put("id", Shopify.gid(message.externalId())).set("customAttributes", details);
        return told(shopify.ask(REMARK, Map.of("i", input)));
    }

    private WriteBack.Answer state(WriteBack message) {
        String on = switch (WriteBack.Standing.valueOf(message.text())) {
            case HELD -> TAG + "held";
            case RELEASED -> TAG + "released";
        };
        ArrayNode off = JSON.arrayNode();
        for (String tag : List.of(TAG + "held", TAG + "released")) if (!tag.equals(on)) off.add(tag);
        Map<String, JsonNode> tags =
                Map.of("id", id(message), "off", off, "on", JSON.arrayNode().add(on));
        return told(shopify.ask(STATE, tags));
    }

    /** A parcel ends what is still to be sent, place by place; a further one is added to what was sent. */
    private WriteBack.Answer parcel(WriteBack message) {
        JsonNode order = order(PARCELS, message);
        JsonNode sent = null;
        boolean known = false;
        for (JsonNode fulfilment : order.path("fulfillments")) {
            if (!fulfilment.path("status").asString("").equals("SUCCESS")) continue;
            sent = fulfilment;
            known |= numbers(fulfilment).contains(message.trackingNumber());
        }
        Map<String, ArrayNode> open = open(order);
        // a crash between two places leaves the second one open
        if (known && (open.isEmpty() || !message.repeated())) return new WriteBack.Answer.Accepted();
        if (open.isEmpty()) {
            return sent == null
                    ? new WriteBack.Answer.Refused("fulfillmentOrders: " + standings(order))
                    : add(sent, message);
        }
        for (ArrayNode place : open.values()) {
            ObjectNode fulfilment = JSON.objectNode();
            fulfilment.put("notifyCustomer", true).set("lineItemsByFulfillmentOrder", place);
            fulfilment
                    .putObject("trackingInfo")
                    .put("company", message.carrier())
                    .put("number", message.trackingNumber());
            WriteBack.Answer answer = told(shopify.ask(FULFIL, Map.of("f", fulfilment)));
            if (answer instanceof WriteBack.Answer.Refused) return answer;
        }
        return new WriteBack.Answer.Accepted();
    }

    private WriteBack.Answer add(JsonNode sent, WriteBack message) {
        ObjectNode tracking = JSON.objectNode();
        tracking.put("company", message.carrier());
        ArrayNode numbers = tracking.putArray("numbers");
        numbers(sent).forEach(numbers::add);
        numbers.add(message.trackingNumber());
        return told(shopify.ask(ADD_PARCEL, Map.of("id", sent.path("id"), "t", tracking)));
    }

    /** What is still to be sent, by the place it is sent from: one fulfilment cannot be from two. */
    private static Map<String, ArrayNode> open(JsonNode order) {
        Map<String, ArrayNode> open = new LinkedHashMap<>();
        for (JsonNode each : order.at("/fulfillmentOrders/nodes")) {
            if (!List.of("OPEN", "IN_PROGRESS").contains(each.path("status").asString(""))) continue;
            String place = each.at("/assignedLocation/location/id").asString("");
            open.computeIfAbsent(place, _ -> JSON.arrayNode()).addObject().set("fulfillmentOrderId", each.path("id"));
        }
        return open;
    }

    private static List<String> numbers(JsonNode fulfilment) {
        return StreamSupport.stream(fulfilment.path("trackingInfo").spliterator(), false)
                .map(tracking -> tracking.path("number").asString(""))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    private static String standings(JsonNode order) {
        return StreamSupport.stream(order.at("/fulfillmentOrders/nodes").spliterator(), false)
                .map(each -> each.path("status").asString(""))
                .collect(Collectors.joining(", "));
    }

    private WriteBack.Answer cancel(WriteBack message) {
        if (!order(STANDING, message).path("cancelledAt").asString("").isEmpty())
            return new WriteBack.Answer.Accepted();
        return told(shopify.ask(CANCEL, Map.of("id", id(message), "why", JSON.stringNode(message.text()))));
    }

    private JsonNode order(String query, WriteBack message) {
        return shopify.ask(query, Map.of("id", id(message))).path("order");
    }

    private static JsonNode id(WriteBack message) {
        return JSON.stringNode(Shopify.gid(message.externalId()));
    }

    /** What Shopify has against it, it says in the answer itself. */
    static WriteBack.Answer told(JsonNode data) {
        List<String> errors = new ArrayList<>();
        for (JsonNode mutation : data) {
            for (String list : List.of("userErrors", "orderCancelUserErrors")) {
                for (JsonNode error : mutation.path(list))
                    errors.add(error.path("message").asString(""));
            }
        }
        return errors.isEmpty()
                ? new WriteBack.Answer.Accepted()
                : new WriteBack.Answer.Refused(String.join("; ", errors));
    }
}
