package okienko.desk.order;

import java.util.LinkedHashMap;
import java.util.Map;
import okienko.orders.CanonicalJson;
import okienko.orders.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An order's fields as text by path, the form in which findings name and consultants correct them. */
final class OrderValues {

    private static final JsonMapper JSON = new JsonMapper();

    private OrderValues() {}

    /** Every field that has a value. */
    static Map<String, String> of(Order order) {
        var values = new LinkedHashMap<String, String>();
        flatten("", JSON.readTree(CanonicalJson.write(order)), values);
        if (order.payment().paid() != null) {
            // money in another currency is an object of its own; the form asks for the amount alone
            values.put("payment.paid", order.payment().paid().amount().toPlainString());
        }
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) flatten(path + "[" + i + "]", node.get(i), values);
        } else if (!node.isNull()) {
            values.put(path, node.asString());
        }
    }
}
