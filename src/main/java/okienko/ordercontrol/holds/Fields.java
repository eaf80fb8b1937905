package okienko.ordercontrol.holds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import okienko.orders.CanonicalJson;
import okienko.orders.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An order as its canonical fields: text by path, {@code delivery.address.city} → {@code Poznań}. */
public final class Fields {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> values;

    private Fields(Map<String, String> values) {
        this.values = values;
    }

    /** The fields of an order that have a value. */
    public static Fields of(Order order) {
        Map<String, String> values = new LinkedHashMap<>();
        collect("", tree(order), values);
        return new Fields(values);
    }

    public static JsonNode tree(Order order) {
        return JSON.readTree(CanonicalJson.write(order));
    }

    private static void collect(String path, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            for (var field : node.properties()) {
                collect(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), values);
            }
        } else if (!node.isNull() && !node.asString().isEmpty()) {
            values.put(path, node.asString());
        }
    }

    /** The value at a path, or everything below it; empty when nothing stands there. */
    public String at(String path) {
        String value = values.get(path);
        if (value != null) return value;
        StringBuilder below = new StringBuilder();
        values.forEach((name, text) -> {
            if (within(name, path)) below.append(name).append('=').append(text).append('\n');
        });
        return below.toString();
    }

    /** One field that differs between two revisions. */
    public record Change(String field, String before, String after) {

        /** As the timeline keeps it. */
        public Map<String, Object> details() {
            return Map.of("field", field, "before", before, "after", after);
        }

        /** Whether a finding about that path has to do with this change. */
        public boolean concerns(String path) {
            return field.equals(path) || within(field, path) || within(path, field);
        }
    }

    /** What differs from these fields to the later ones. */
    public List<Change> changesTo(Fields later) {
        var paths = new TreeSet<>(values.keySet());
        paths.addAll(later.values.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            String before = values.getOrDefault(path, "");
            String after = later.values.getOrDefault(path, "");
            if (!before.equals(after)) changes.add(new Change(path, before, after));
        }
        return changes;
    }

    private static boolean within(String path, String parent) {
        return path.length() > parent.length()
                && path.startsWith(parent)
                && (path.charAt(parent.length()) == '.' || path.charAt(parent.length()) == '[');
    }
}
