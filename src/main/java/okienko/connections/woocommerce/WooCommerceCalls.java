package okienko.connections.woocommerce;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import okienko.connections.Access;
import okienko.connections.Payloads;
import okienko.connections.Reply;
import okienko.connections.Subscription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * WooCommerce's webhooks. One that failed five times in a row is "disabled"; there it stays until somebody makes it "active"
 * again (https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks, read 2026-11-28).
 */
final class WooCommerceCalls {

    private static final String WEBHOOKS = "/wp-json/wc/v3/webhooks";
    private static final List<String> TOPICS = List.of("order.created", "order.updated");

    private final Access access;

    WooCommerceCalls(Access access) {
        this.access = access;
    }

    Subscription subscribe(URI address) {
        Reply list = access.send(WooCommerce.get(access, WEBHOOKS + "?per_page=100&status=all"));
        if (!list.json().isArray()) throw list.odd();
        boolean made = false;
        for (String topic : TOPICS) {
            JsonNode known = known(list.json(), topic, address);
            if (known.path("status").asString("").equals("active")) continue;
            Reply reply = known.isMissingNode()
                    ? send("POST", WEBHOOKS, wanted(address).put("topic", topic).put("name", "Okienko " + topic))
                    : send("PUT", WEBHOOKS + "/" + known.path("id").asString(""), wanted(address));
            if (!reply.ok()) return new Subscription.Refused(reply.quoted());
            made = true;
        }
        return made ? new Subscription.Made() : new Subscription.There();
    }

    private static JsonNode known(JsonNode webhooks, String topic, URI address) {
        for (JsonNode each : webhooks) {
            boolean ours = each.path("topic").asString("").equals(topic)
                    && each.path("delivery_url").asString("").equals(address.toString());
            if (ours) return each;
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private ObjectNode wanted(URI address) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", "active")
                .put("delivery_url", address.toString())
                .put("secret", access.credential("hookSecret"));
    }

    private Reply send(String method, String path, ObjectNode body) {
        return access.send(WooCommerce.get(access, path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Payloads.bytes(body))));
    }
}
