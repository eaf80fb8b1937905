package okienko.connections.shoper;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the numbers in Shoper's orders stand for, put beside them. */
record Meanings(List<JsonNode> payments, List<JsonNode> shippings, List<JsonNode> statuses, List<JsonNode> currencies) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The order as its pieces came, in one: what {@code ShoperFormat} reads. */
    byte[] compose(JsonNode order, List<JsonNode> products) {
        String id = order.path("order_id").asString("");
        ObjectNode all = JSON.createObjectNode();
        all.set("shoper_order", order);
        ArrayNode lines = all.putArray("order_products");
        products.stream()
                .filter(product -> product.path("order_id").asString("").equals(id))
                .forEach(lines::add);
        JsonNode payment =
                named(payments, "payment_id", order.path("payment_id").asString(""));
        all.putObject("payment")
                .put("payment_id", payment.path("payment_id").asString(""))
                .put("name", payment.path("name").asString(""))
                .put("title", translated(payment, "title"));
        JsonNode shipping =
                named(shippings, "shipping_id", order.path("shipping_id").asString(""));
        String carrier = translated(shipping, "name");
        all.putObject("shipping")
                .put("name", carrier.isEmpty() ? shipping.path("name").asString("") : carrier);
        JsonNode status = named(statuses, "status_id", order.path("status_id").asString(""));
        all.putObject("status").put("type", status.path("type").asString("")).put("name", translated(status, "name"));
        JsonNode currency =
                named(currencies, "currency_id", order.path("currency_id").asString(""));
        all.putObject("currency").put("name", currency.path("name").asString(""));
        return JSON.writeValueAsBytes(all);
    }

    private static JsonNode named(List<JsonNode> list, String field, String id) {
        return list.stream()
                .filter(each -> each.path(field).asString("").equals(id))
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    /** The Polish text, or the first there is. */
    static String translated(JsonNode node, String field) {
        JsonNode translations = node.path("translations");
        JsonNode polish = translations.path("pl_PL").path(field);
        if (!polish.isMissingNode()) return polish.asString("");
        for (JsonNode translation : translations) return translation.path(field).asString("");
        return "";
    }
}
