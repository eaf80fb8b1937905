package okienko.connections.prestashop;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What PrestaShop's orders name by number, put beside them: what {@code PrestaShopFormat} reads. */
record Envelope(
        List<JsonNode> addresses,
        List<JsonNode> countries,
        List<JsonNode> customers,
        List<JsonNode> states,
        List<JsonNode> currencies,
        List<JsonNode> carriers,
        List<JsonNode> threads,
        List<JsonNode> messages) {

    /** What a key must be allowed to read. */
    static final List<String> RESOURCES = List.of(
            "orders",
            "addresses",
            "countries",
            "customers",
            "order_states",
            "currencies",
            "carriers",
            "customer_threads",
            "customer_messages");

    private static final JsonMapper JSON = JsonMapper.shared();

    byte[] compose(JsonNode order) {
        ObjectNode all = JSON.createObjectNode();
        all.set("prestashop_order", order);
        JsonNode customer = numbered(customers, order, "id_customer");
        all.putObject("customer").put("email", customer.path("email").asString(""));
        JsonNode currency = numbered(currencies, order, "id_currency");
        all.putObject("currency").put("iso_code", currency.path("iso_code").asString(""));
        JsonNode carrier = numbered(carriers, order, "id_carrier");
        all.putObject("carrier").put("name", carrier.path("name").asString(""));
        JsonNode state = numbered(states, order, "current_state");
        all.putObject("order_state")
                .put("paid", state.path("paid").asString("0"))
                .put("name", inFirstLanguage(state.path("name")));
        all.set("delivery_address", address(order, "id_address_delivery"));
        all.set("invoice_address", address(order, "id_address_invoice"));
        ArrayNode written = all.putArray("customer_messages");
        String id = order.path("id").asString("");
        for (JsonNode thread : threads) {
            if (!thread.path("id_order").asString("").equals(id)) continue;
            String number = thread.path("id").asString("");
            messages.stream()
                    .filter(message ->
                            message.path("id_customer_thread").asString("").equals(number))
                    .forEach(written::add);
        }
        return JSON.writeValueAsBytes(all);
    }

    private JsonNode address(JsonNode order, String field) {
        JsonNode found = numbered(addresses, order, field);
        if (!(found instanceof ObjectNode object)) return found;
        ObjectNode address = object.deepCopy();
        JsonNode country = numbered(countries, address, "id_country");
        address.put("country_iso_code", country.path("iso_code").asString(""));
        return address;
    }

    private static JsonNode numbered(List<JsonNode> list, JsonNode from, String field) {
        String id = from.path(field).asString("");
        return list.stream()
                .filter(each -> each.path("id").asString("").equals(id))
                .findFirst()
                .orElseGet(JSON::createObjectNode);
    }

    /** A text, or one a language: {@code [{"id": "1", "value": "Anulowane"}]}. */
    static String inFirstLanguage(JsonNode text) {
        return text.isArray() ? text.path(0).path("value").asString("") : text.asString("");
    }
}
