package okienko.connections;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A WooCommerce shop's webhooks: disabled after five failures in a row, and then they stay so. */
final class WooCommerceWebhooks {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<ObjectNode> webhooks = new CopyOnWriteArrayList<>();

    List<String> callees() {
        return webhooks.stream()
                .filter(each -> each.path("status").asString().equals("active"))
                .map(each -> each.path("delivery_url").asString())
                .toList();
    }

    void disable() {
        webhooks.forEach(each -> each.put("status", "disabled"));
    }

    void answer(HttpExchange exchange, String path, String body) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            StubShop.send(exchange, 200, webhooks.toString());
            return;
        }
        JsonNode wanted = JSON.readTree(body);
        if (wanted.path("secret").asString("").isEmpty()) {
            StubShop.send(exchange, 400, "{\"code\":\"rest_missing_callback_param\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            ObjectNode made = (ObjectNode) wanted;
            webhooks.add(made.put("id", webhooks.size() + 1));
            StubShop.send(exchange, 201, made.toString());
        } else {
            int id = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            webhooks.get(id - 1).setAll((ObjectNode) wanted);
            StubShop.send(exchange, 200, webhooks.get(id - 1).toString());
        }
    }
}
