package okienko.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import okienko.orders.Order.Status;
import okienko.orders.Receipt.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** An order that came in, written and hashed, and what it makes of the one that is known. */
record Arrival(Incoming incoming, String content, String hash) {

    private static final int MAX_LISTED = 100;

    static Arrival of(Incoming incoming) {
        String content = CanonicalJson.write(incoming.order());
        return new Arrival(incoming, content, HexFormat.of().formatHex(CanonicalJson.hash(content)));
    }

    Order order() {
        return incoming.order();
    }

    OrderKey key() {
        return order().key();
    }

    /** The first revision of an order that was not known. */
    Outcome first(long id) {
        boolean cancelled = incoming.order().status() == Status.CANCELLED;
        Receipt receipt = new Receipt(new OrderId(id), cancelled ? Kind.CANCELLED : Kind.NEW, 1);
        return new Outcome(this, receipt, incoming.order(), content, null, "received", Map.of("revision", 1));
    }

    /** What it changes in a known order, if anything. */
    Outcome next(Known known) {
        if (known.saysNothingNew(this)) {
            Receipt receipt = new Receipt(new OrderId(known.id), Kind.UNCHANGED, known.revision);
            return new Outcome(this, receipt, incoming.order(), content, null, "", Map.of());
        }
        Order before = CanonicalJson.read(known.content);
        Order after = known.channelContent == null
                ? incoming.order()
                : merge(CanonicalJson.read(known.channelContent), incoming.order(), before);
        boolean corrected = !after.equals(incoming.order());
        boolean cancelled = after.status() == Status.CANCELLED && before.status() == Status.PLACED;
        int revision = known.revision + 1;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("revision", revision);
        details.put("changes", changes(before, after));
        return new Outcome(
                this,
                new Receipt(new OrderId(known.id), cancelled ? Kind.CANCELLED : Kind.REVISED, revision),
                after,
                corrected ? CanonicalJson.write(after) : content,
                corrected ? content : null,
                cancelled ? "cancelledByChannel" : "revised",
                details);
    }

    /** The fields that differ: {@code field}, {@code before}, {@code after}. */
    static List<Map<String, Object>> changes(Order before, Order after) {
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
    private static boolean branch(JsonNode before, JsonNode after, Predicate<JsonNode> kind) {
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

    /**
     * What the office has of an order.
     *
     * @param content the order as it is, read only where the channel's hash differs
     * @param channelContent what the channel last said where a consultant has corrected it since
     * @param changedAt when the channel last changed it, as far as it says
     */
    record Known(
            long id,
            int revision,
            String hash,
            String content,
            @Nullable String channelContent,
            @Nullable Instant changedAt) {

        private boolean saysNothingNew(Arrival arrival) {
            Instant changed = arrival.incoming.changedAt();
            boolean old = changed != null && changedAt != null && changed.isBefore(changedAt);
            return old || hash.equals(arrival.hash);
        }
    }

    /**
     * What is to be stored.
     *
     * @param order the order from now on
     * @param content the order as JSON
     * @param channelContent what the channel said, where corrections make the order differ from it
     * @param kind the timeline's word for it
     */
    record Outcome(
            Arrival arrival,
            Receipt receipt,
            Order order,
            String content,
            @Nullable String channelContent,
            String kind,
            Map<String, Object> details) {}
}
