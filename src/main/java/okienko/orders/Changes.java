package okienko.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells two revisions of an order apart, and brings a channel's change and a consultant's correction together. */
final class Changes {

    private static final int MAX_LISTED = 100;

    /** The fields that differ: {@code field}, {@code before}, {@code after}. */
    static List<Map<String, Object>> between(Order before, Order after) {
        List<Map<String, Object>> changes = new ArrayList<>();
        compare("", tree(before), tree(after), changes);
        return changes.size() <= MAX_LISTED ? changes : changes.subList(0, MAX_LISTED);
    }

    /**
     * The order after the channel changed it, with the consultant's corrections kept: field by field, what the channel
     * left as it had said before stays as the office has it, and what the channel changed is as the channel says now.
     * Lines are matched by place while their number is the same everywhere; otherwise the channel's lines are taken
     * where it changed them, and the office's where it did not.
     */
    static Order merge(Order saidBefore, Order saysNow, Order office) {
        return CanonicalJson.read(merge(tree(saidBefore), tree(saysNow), tree(office)));
    }

    private static JsonNode merge(JsonNode before, JsonNode now, JsonNode office) {
        if (now.equals(before)) {
            return office;
        }
        if (before.isObject() && now.isObject() && office.isObject()) {
            ObjectNode merged = JsonNodeFactory.instance.objectNode();
            for (String name : names(before, now, office)) {
                JsonNode field = merge(before.path(name), now.path(name), office.path(name));
                if (!field.isMissingNode()) {
                    merged.set(name, field);
                }
            }
            return merged;
        }
        if (before.isArray() && now.size() == before.size() && office.size() == before.size()) {
            ArrayNode merged = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < before.size(); i++) {
                merged.add(merge(before.get(i), now.get(i), office.get(i)));
            }
            return merged;
        }
        return now;
    }

    private static void compare(String path, JsonNode before, JsonNode after, List<Map<String, Object>> changes) {
        if (before.equals(after)) {
            return;
        }
        if (branch(before, after, JsonNode::isObject)) {
            for (String name : names(before, after)) {
                compare(path.isEmpty() ? name : path + "." + name, before.path(name), after.path(name), changes);
            }
        } else if (branch(before, after, JsonNode::isArray)) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "[" + i + "]", before.path(i), after.path(i), changes);
            }
        } else {
            Map<String, Object> change = new LinkedHashMap<>();
            change.put("field", path);
            change.put("before", before.asString(""));
            change.put("after", after.asString(""));
            changes.add(change);
        }
    }

    /** An address that was not there is compared field by field with one that is now. */
    private static boolean branch(JsonNode before, JsonNode after, java.util.function.Predicate<JsonNode> kind) {
        return (kind.test(before) || before.isMissingNode())
                && (kind.test(after) || after.isMissingNode())
                && (kind.test(before) || kind.test(after));
    }

    private static Set<String> names(JsonNode... objects) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode object : objects) {
            names.addAll(object.propertyNames());
        }
        return names;
    }

    private static JsonNode tree(Order order) {
        JsonNode tree = CanonicalJson.MAPPER.readTree(CanonicalJson.write(order));
        return tree == null ? MissingNode.getInstance() : tree;
    }

    private Changes() {}
}
