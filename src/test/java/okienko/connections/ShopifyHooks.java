package okienko.connections;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whom a Shopify shop calls about what; after eight failed calls nobody any more. */
final class ShopifyHooks {

    private final List<ObjectNode> subscriptions = new CopyOnWriteArrayList<>();

    ArrayNode all() {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        subscriptions.forEach(all::add);
        return all;
    }

    List<String> callees() {
        return subscriptions.stream().map(each -> each.path("uri").asString()).toList();
    }

    /** What the eighth failure in a row does. */
    void forget() {
        subscriptions.clear();
    }

    String subscribe(JsonNode variables) {
        String uri = variables.at("/s/uri").asString("");
        if (!uri.startsWith("https://")) return "Address protocol http:// is not supported";
        String topic = variables.path("topic").asString("");
        boolean taken = subscriptions.stream()
                .anyMatch(each -> each.path("topic").asString().equals(topic)
                        && each.path("uri").asString().equals(uri));
        if (taken) return "Address for this topic has already been taken";
        subscriptions.add(
                JsonMapper.shared().createObjectNode().put("topic", topic).put("uri", uri));
        return "";
    }
}
