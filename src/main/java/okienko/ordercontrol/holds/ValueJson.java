package okienko.ordercontrol.holds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import okienko.vocabulary.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A value with its type, so that it reads back the same. */
final class ValueJson {

    static final JsonMapper JSON = new JsonMapper();

    static ObjectNode write(Object value) {
        ObjectNode piece = JSON.createObjectNode();
        return switch (value) {
            case Integer number -> piece.put("type", "integer").put("value", number);
            case Long number -> piece.put("type", "long").put("value", number);
            case BigDecimal number -> piece.put("type", "decimal").put("value", number.toPlainString());
            case Boolean yes -> piece.put("type", "boolean").put("value", yes);
            case Money money ->
                piece.put("type", "money").put("value", money.minor()).put("currency", money.currency());
            case Instant instant -> piece.put("type", "instant").put("value", instant.toString());
            case LocalDate date -> piece.put("type", "date").put("value", date.toString());
            case Collection<?> list -> {
                ArrayNode items = piece.put("type", "list").putArray("value");
                list.forEach(item -> items.add(write(item)));
                yield piece;
            }
            case Object text -> piece.put("type", "text").put("value", text.toString());
        };
    }

    static Object read(JsonNode piece) {
        JsonNode value = piece.path("value");
        return switch (piece.path("type").asString()) {
            case "integer" -> value.asInt();
            case "long" -> value.asLong();
            case "decimal" -> new BigDecimal(value.asString());
            case "boolean" -> value.asBoolean();
            case "money" -> new Money(value.asLong(), piece.path("currency").asString());
            case "instant" -> Instant.parse(value.asString());
            case "date" -> LocalDate.parse(value.asString());
            case "list" -> {
                List<Object> items = new ArrayList<>();
                value.forEach(item -> items.add(read(item)));
                yield items;
            }
            default -> value.asString();
        };
    }

    private ValueJson() {}
}
