package okienko.ordercontrol.holds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.Reason;
import okienko.vocabulary.Money;
import okienko.vocabulary.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A finding as it is kept: pieces of evidence in their order, each with its type, so that it reads back the same. */
final class FindingJson {

    private static final JsonMapper JSON = new JsonMapper();

    static String write(Finding finding) {
        ObjectNode json = JSON.createObjectNode();
        json.put("reason", finding.reason().name());
        json.put("variant", finding.variant());
        ArrayNode fields = json.putArray("fields");
        finding.fields().forEach(fields::add);
        ArrayNode evidence = json.putArray("evidence");
        finding.evidence().forEach((name, value) -> evidence.add(piece(value).put("name", name)));
        ArrayNode actions = json.putArray("actions");
        for (ProposedAction action : finding.actions()) {
            actions.addObject()
                    .put("kind", action.kind().name())
                    .put("field", action.field())
                    .put("value", action.value());
        }
        if (finding.clearsBy() != null) json.put("clearsBy", finding.clearsBy().toString());
        Finding.Telling telling = finding.telling();
        if (telling != null) {
            json.set("title", texts(telling.title()));
            json.set("message", texts(telling.message()));
        }
        return json.toString();
    }

    static Finding read(String text) {
        JsonNode json = JSON.readTree(text);
        List<String> fields = new ArrayList<>();
        json.path("fields").forEach(field -> fields.add(field.asString()));
        Map<String, Object> evidence = new LinkedHashMap<>();
        json.path("evidence").forEach(piece -> evidence.put(piece.path("name").asString(), value(piece)));
        List<ProposedAction> actions = new ArrayList<>();
        for (JsonNode action : json.path("actions")) {
            actions.add(new ProposedAction(
                    ProposedAction.Kind.valueOf(action.path("kind").asString()),
                    action.path("field").asString(),
                    action.path("value").asString()));
        }
        JsonNode clearsBy = json.path("clearsBy");
        return new Finding(
                Reason.of(json.path("reason").asString()),
                json.path("variant").asString(),
                fields,
                evidence,
                actions,
                clearsBy.isMissingNode() ? null : Instant.parse(clearsBy.asString()),
                json.has("title") ? new Finding.Telling(texts(json.path("title")), texts(json.path("message"))) : null);
    }

    private static ObjectNode texts(Texts texts) {
        ObjectNode json = JSON.createObjectNode();
        texts.byLanguage().forEach(json::put);
        return json;
    }

    private static Texts texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asString()));
        return new Texts(texts);
    }

    private static ObjectNode piece(Object value) {
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
                list.forEach(item -> items.add(piece(item)));
                yield piece;
            }
            case Object text -> piece.put("type", "text").put("value", text.toString());
        };
    }

    private static Object value(JsonNode piece) {
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
                value.forEach(item -> items.add(value(item)));
                yield items;
            }
            default -> value.asString();
        };
    }

    private FindingJson() {}
}
