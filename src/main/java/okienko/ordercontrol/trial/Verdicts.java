package okienko.ordercontrol.trial;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.checks.FindingWords;
import okienko.vocabulary.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Verdicts as lines of JSON.
 *
 * @param line the JSON
 * @param reasons why it is not released, for the summary
 */
record Verdicts(String line, Verdict verdict, List<String> reasons) {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    /** What control said of an order. */
    static Verdicts of(String channel, String externalId, Judgement judgement, Locale language) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = begin(text, channel, externalId, judgement.verdict())) {
            for (Finding hold : judgement.holds()) {
                String field = hold.fields().isEmpty() ? "" : hold.fields().getFirst();
                hold(json, hold.reason().name(), field, FindingWords.sentence(hold, language), hold.evidence());
            }
            end(json);
        }
        List<String> reasons = judgement.holds().stream()
                .map(hold -> hold.reason().name())
                .distinct()
                .toList();
        return new Verdicts(text.toString(), judgement.verdict(), reasons);
    }

    /** An order no check saw: unreadable, cancelled or unfinished. */
    static Verdicts unseen(
            String channel,
            String externalId,
            String reason,
            String field,
            String message,
            Map<String, Object> evidence) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = begin(text, channel, externalId, Verdict.HELD)) {
            hold(json, reason, field, message, evidence);
            end(json);
        }
        return new Verdicts(text.toString(), Verdict.HELD, List.of(reason));
    }

    private static JsonGenerator begin(StringWriter text, String channel, String externalId, Verdict verdict) {
        JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text);
        json.writeStartObject();
        json.writeStringProperty("channel", channel);
        json.writeStringProperty("externalId", externalId);
        json.writeStringProperty("verdict", verdict.name());
        json.writeArrayPropertyStart("holds");
        return json;
    }

    private static void end(JsonGenerator json) {
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void hold(
            JsonGenerator json, String reason, String field, String message, Map<String, Object> evidence) {
        json.writeStartObject();
        json.writeStringProperty("reason", reason);
        json.writeStringProperty("field", field);
        json.writeStringProperty("message", message);
        json.writeObjectPropertyStart("evidence");
        evidence.forEach((name, value) -> {
            json.writeName(name);
            value(json, value);
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case Money money -> {
                json.writeStartObject();
                json.writeStringProperty("amount", money.amount().toPlainString());
                json.writeStringProperty("currency", money.currency());
                json.writeEndObject();
            }
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Collection<?> list -> {
                json.writeStartArray();
                for (Object item : list) value(json, item);
                json.writeEndArray();
            }
            default -> json.writeString(value.toString());
        }
    }
}
