package okienko.connections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was written to a Shopify shop's orders: details, tags, what was sent from which place. */
final class ShopifyBooks {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final StubShop shop;
    private final Map<String, List<ObjectNode>> details = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> tags = new ConcurrentHashMap<>();
    private final Map<String, ArrayNode> fulfilments = new ConcurrentHashMap<>();
    volatile int places = 1;

    ShopifyBooks(StubShop shop) {
        this.shop = shop;
    }

    Set<String> tags(String id) {
        return tags.computeIfAbsent(id, _ -> new LinkedHashSet<>(Set.of("vip")));
    }

    List<ObjectNode> details(String id) {
        return details.computeIfAbsent(id, _ -> new ArrayList<>(List.of(detail("gift", "tak"))));
    }

    private static ObjectNode detail(String key, String value) {
        return JSON.createObjectNode().put("key", key).put("value", value);
    }

    ArrayNode fulfilments(String id) {
        return fulfilments.computeIfAbsent(id, _ -> JSON.createArrayNode());
    }

    /** The order as Shopify shows it, with what was written to it. */
    ObjectNode order(StubShop.Placed order, int lines) {
        return ShopifyOrders.order(
                order, lines, details(order.id()), tags(order.id()), fulfilments(order.id()), open(order.id()));
    }

    private List<Integer> open(String id) {
        String sent = fulfilments(id).toString();
        return IntStream.range(0, places)
                .boxed()
                .filter(place -> !sent.contains("/" + id + "-" + place + "\""))
                .toList();
    }

    /** Does what is asked; what it has against it, empty when nothing. */
    String write(String mutation, JsonNode variables, Instant now) {
        String id = variables.path("id").asString("").replace(ShopifyStub.ORDER, "");
        switch (mutation) {
            case "orderUpdate" -> describe(variables.path("i"));
            case "tagsAdd" -> variables.path("on").forEach(tag -> tags(id).add(tag.asString()));
            case "tagsRemove" -> variables.path("off").forEach(tag -> tags(id).remove(tag.asString()));
            case "fulfillmentCreate" -> ship(variables.path("f"));
            case "fulfillmentTrackingInfoUpdate" -> shop.write(mutation + " " + variables.path("t"));
            case "orderCancel" -> {
                if (shop.order(id).cancelled()) return "Order has already been cancelled";
                shop.write(mutation + " " + id + " " + variables.path("why"));
                shop.cancel(id, now);
            }
            default -> throw new IllegalArgumentException(mutation);
        }
        return "";
    }

    /** Notes what is there now and was not before. */
    private void describe(JsonNode input) {
        String id = input.path("id").asString("").replace(ShopifyStub.ORDER, "");
        String before = details(id).toString();
        details(id).clear();
        for (JsonNode detail : input.path("customAttributes")) {
            String value = detail.path("value").asString();
            details(id).add(detail(detail.path("key").asString(), value));
            for (String line : value.split("\n", -1))
                if (!before.contains(line)) shop.write("orderUpdate " + id + " " + line);
        }
    }

    private void ship(JsonNode fulfilment) {
        String first = fulfilment
                .at("/lineItemsByFulfillmentOrder/0/fulfillmentOrderId")
                .asString("");
        String id = first.replaceAll(".*/(\\d+)-\\d+$", "$1");
        ObjectNode sent = fulfilments(id).addObject();
        sent.put("id", "gid://shopify/Fulfillment/" + id)
                .put("status", "SUCCESS")
                .put("of", first);
        sent.putArray("trackingInfo").addObject().set("number", fulfilment.at("/trackingInfo/number"));
        shop.write("fulfillmentCreate " + first + " " + fulfilment.path("trackingInfo"));
    }
}
