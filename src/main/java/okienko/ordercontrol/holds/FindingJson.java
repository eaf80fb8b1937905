package okienko.ordercontrol.holds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.Reason;
import okienko.vocabulary.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A finding as it is kept: pieces of evidence in their order, each with its type, so that it reads back the same. */
final class FindingJson {

    static String write(Finding finding) {
        ObjectNode json = ValueJson.JSON.createObjectNode();
        json.put("reason", finding.reason().name());
        json.put("variant", finding.variant());
        ArrayNode fields = json.putArray("fields");
        finding.fields().forEach(fields::add);
        ArrayNode evidence = json.putArray("evidence");
        finding.evidence()
                .forEach((name, value) -> evidence.add(ValueJson.write(value).put("name", name)));
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
        JsonNode json = ValueJson.JSON.readTree(text);
        List<String> fields = new ArrayList<>();
        json.path("fields").forEach(field -> fields.add(field.asString()));
        Map<String, Object> evidence = new LinkedHashMap<>();
        json.path("evidence").forEach(piece -> evidence.put(piece.path("name").asString(), ValueJson.read(piece)));
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
        ObjectNode json = ValueJson.JSON.createObjectNode();
        texts.byLanguage().forEach(json::put);
        return json;
    }

    private static Texts texts(JsonNode json) {
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties()
                .forEach(text -> texts.put(text.getKey(), text.getValue().asString()));
        return new Texts(texts);
    }

    private FindingJson() {}
}
