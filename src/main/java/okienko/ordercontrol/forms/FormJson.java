package okienko.ordercontrol.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okienko.ordercontrol.forms.Form.Group;
import okienko.ordercontrol.forms.Form.Join;
import okienko.ordercontrol.forms.Form.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form as it is kept: {@code {"all": [{"field": "order.total", "operator": "MORE", "values": ["15000 PLN"]}, {"any": …}]}}.
 */
public final class FormJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Longest form: far more than its most rows need. */
    private static final int MOST_CHARACTERS = 100_000;

    private FormJson() {}

    public static String write(Form form) {
        return MAPPER.writeValueAsString(node(form));
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is no form; what is in its rows is {@link Validation}'s to judge
     */
    public static Form read(String json) {
        if (json.length() > MOST_CHARACTERS) throw new IllegalArgumentException("the form is too long");
        try {
            return form(MAPPER.readTree(json), 1);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the form is no JSON", e);
        }
    }

    private static JsonNode node(Form form) {
        ObjectNode node = MAPPER.createObjectNode();
        switch (form) {
            case Group group -> {
                ArrayNode parts = node.putArray(group.join().name().toLowerCase(Locale.ROOT));
                group.parts().forEach(part -> parts.add(node(part)));
            }
            case Row row -> {
                node.put("field", row.field()).put("operator", row.operator().name());
                ArrayNode values = node.putArray("values");
                row.values().forEach(values::add);
            }
        }
        return node;
    }

    private static Form form(JsonNode node, int depth) {
        if (depth > Form.DEEPEST + 1) throw new IllegalArgumentException("the form lies too deep in itself");
        for (Join join : Join.values()) {
            JsonNode parts = node.path(join.name().toLowerCase(Locale.ROOT));
            if (!parts.isArray()) continue;
            List<Form> read = new ArrayList<>();
            parts.forEach(part -> read.add(form(part, depth + 1)));
            return new Group(join, read);
        }
        List<String> values = new ArrayList<>();
        node.path("values").forEach(value -> values.add(value.asString()));
        return new Row(
                node.path("field").asString(),
                Operator.valueOf(node.path("operator").asString()),
                values);
    }
}
