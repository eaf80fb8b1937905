package okienko.ordercontrol.holds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import okienko.ordercontrol.Hold.Beyond;
import okienko.ordercontrol.Hold.Limit;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a hold was found by, and what it is beyond, as they are kept. */
@NamedInterface("releases")
public final class GroundsJson {

    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private GroundsJson() {}

    static String write(Grounds grounds) {
        ObjectNode json = ValueJson.JSON.createObjectNode();
        ArrayNode values = json.putArray("values");
        grounds.values()
                .forEach((name, value) -> values.add(ValueJson.write(value).put("name", name)));
        if (grounds.chosen()) json.put("chosen", true);
        json.set("total", ValueJson.write(grounds.total()));
        return json.toString();
    }

    static Grounds grounds(String text) {
        JsonNode json = ValueJson.JSON.readTree(text);
        Map<String, Object> values = new LinkedHashMap<>();
        json.path("values").forEach(value -> values.put(value.path("name").asString(), ValueJson.read(value)));
        return new Grounds(values, json.has("chosen"), (Money) ValueJson.read(json.path("total")));
    }

    static String write(Beyond beyond) {
        return tree(beyond).toString();
    }

    static Beyond beyond(String text) {
        return beyond(ValueJson.JSON.readTree(text));
    }

    /** As the details of a timeline's entry. */
    public static Map<String, Object> details(Beyond beyond) {
        return Objects.requireNonNull(ValueJson.JSON.convertValue(tree(beyond), MAP));
    }

    /** From the details of a timeline's entry. */
    public static Beyond beyond(Map<?, ?> details) {
        JsonNode json = ValueJson.JSON.valueToTree(details);
        return beyond(json);
    }

    private static ObjectNode tree(Beyond beyond) {
        ObjectNode json = ValueJson.JSON.createObjectNode();
        if (beyond.by() != null) json.put("by", beyond.by());
        json.put("at", beyond.at().toString());
        switch (beyond.limit()) {
            case Limit.Total(Money upTo, Money now) -> {
                json.set("upTo", ValueJson.write(upTo));
                json.set("now", ValueJson.write(now));
            }
            case Limit.Value(String name, Object before, Object now) -> {
                json.put("name", name);
                json.set("before", ValueJson.write(before));
                json.set("now", ValueJson.write(now));
            }
            case Limit.Time(Instant until) -> json.put("until", until.toString());
        }
        return json;
    }

    private static Beyond beyond(JsonNode json) {
        @Nullable String by = json.has("by") ? json.path("by").asString() : null;
        return new Beyond(by, Instant.parse(json.path("at").asString()), limit(json));
    }

    private static Limit limit(JsonNode json) {
        if (json.has("until"))
            return new Limit.Time(Instant.parse(json.path("until").asString()));
        Object now = ValueJson.read(json.path("now"));
        return json.has("upTo")
                ? new Limit.Total((Money) ValueJson.read(json.path("upTo")), (Money) now)
                : new Limit.Value(json.path("name").asString(), ValueJson.read(json.path("before")), now);
    }
}
