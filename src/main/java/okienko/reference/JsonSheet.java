package okienko.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of a JSON array, of one object, or of one object a line; a list inside an object makes a row of each element. */
final class JsonSheet {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String example;
    private final Headings known;
    private final List<Row> rows = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private JsonSheet(List<Column> columns, Headings known) {
        this.example = Sheet.example(columns);
        this.known = known;
    }

    static Sheet read(String text, List<Column> columns, Headings known) {
        JsonSheet sheet = new JsonSheet(columns, known);
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            while (values.hasNextValue()) {
                JsonNode value = values.nextValue();
                if (value.isArray()) value.forEach(element -> sheet.add(element));
                else sheet.add(value);
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            int line = at == null ? 0 : at.getLineNr();
            sheet.problems.add(new Problem(line, "", "", "json", sheet.example));
        }
        return new Sheet(sheet.rows, sheet.problems);
    }

    private void add(JsonNode element) {
        int line = rows.size() + problems.size() + 1; // the element's place: arrays are usually on one line
        if (rows.size() == Sheet.MAX_ROWS) {
            if (problems.stream().noneMatch(problem -> problem.kind().equals("rows"))) {
                problems.add(new Problem(line, "", "", "rows", "" + Sheet.MAX_ROWS));
            }
        } else if (!element.isObject()) {
            problems.add(new Problem(line, "", element.toString(), "object", example));
        } else {
            JsonNode inner = inner(element);
            if (inner == null) rows.add(row(line, List.of(element)));
            else inner.forEach(each -> rows.add(row(rows.size() + 1, List.of(element, each))));
        }
    }

    /** The list of objects inside, as NBP's table has its rates and a page of our own its items. */
    private @Nullable JsonNode inner(JsonNode element) {
        for (var field : element.properties()) {
            JsonNode value = field.getValue();
            boolean column = known.column(field.getKey()).isPresent();
            if (!column && value.isArray() && !value.isEmpty() && value.get(0).isObject()) return value;
        }
        return null;
    }

    private Row row(int line, List<JsonNode> nodes) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (JsonNode node : nodes) {
            for (var field : node.properties()) {
                var column = known.column(field.getKey());
                if (column.isEmpty()) others.put(field.getKey(), text(field.getValue()));
                else put(fields, column.get().name(), field.getValue());
            }
        }
        return new Row(line, fields, others);
    }

    private void put(Map<String, String> fields, String name, JsonNode value) {
        if (value.isObject() && value.has("amount")) {
            fields.put(name, text(value.path("amount")));
            fields.putIfAbsent("currency", text(value.path("currency")));
        } else {
            fields.put(name, text(value));
        }
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) return "";
        if (value.isNumber() && !value.isIntegralNumber())
            return value.decimalValue().toPlainString();
        if (value.isArray()) return value.valueStream().map(JsonSheet::text).collect(Collectors.joining("|"));
        if (value.isObject()) {
            return value.properties().stream()
                    .map(field -> text(field.getValue()))
                    .collect(Collectors.joining("@"));
        }
        return value.asString();
    }
}
