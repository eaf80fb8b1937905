package okienko.connections;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A GraphQL question as it was asked, for a stub to answer from what it has: only the fields asked for, under the names asked for,
 * lists in pages where pages are asked for. A field the platform does not have is refused.
 */
final class Asked {

    private static final Pattern TOKEN = Pattern.compile("\\.\\.\\.|[{}():,\\[\\]]|\"[^\"]*\"|[$!=\\w-]+");

    /** One field; a fragment {@code ... on X} is not one, its fields stand in its place. */
    record Field(String alias, String name, Map<String, String> arguments, List<Field> fields) {}

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private Asked(String document) {
        Matcher matcher = TOKEN.matcher(document);
        while (matcher.find()) tokens.add(matcher.group());
    }

    /** What is asked for on top. */
    static List<Field> read(String document) {
        Asked asked = new Asked(document);
        while (!asked.tokens.get(asked.at).equals("{")) asked.at++;
        return asked.fields();
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        at++; // {
        while (!tokens.get(at).equals("}")) {
            if (tokens.get(at).equals("...")) {
                at += 3; // ... on X
                fields.addAll(fields());
                continue;
            }
            String alias = tokens.get(at++);
            String name = tokens.get(at).equals(":") ? tokens.get(at + 1) : alias;
            if (tokens.get(at).equals(":")) at += 2;
            Map<String, String> arguments = tokens.get(at).equals("(") ? arguments() : Map.of();
            fields.add(new Field(alias, name, arguments, tokens.get(at).equals("{") ? fields() : List.of()));
        }
        at++;
        return fields;
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        at++; // (
        while (!tokens.get(at).equals(")")) {
            String name = tokens.get(at);
            at += 2;
            StringBuilder value = new StringBuilder();
            int depth = 0;
            do {
                String token = tokens.get(at++);
                if ("{[".contains(token)) depth++;
                if ("}]".contains(token)) depth--;
                value.append(token);
            } while (depth > 0);
            arguments.put(name, value.toString());
            if (tokens.get(at).equals(",")) at++;
        }
        at++;
        return arguments;
    }

    /** The points such a question costs, as Shopify counts: an object one, a page two and its objects. */
    static int cost(List<Field> fields, JsonNode variables) {
        int cost = 0;
        for (Field field : fields) {
            if (field.fields.isEmpty()) continue;
            if (field.name.equals("pageInfo")) continue;
            int inside = cost(field.fields, variables);
            String first = field.arguments.get("first");
            if (field.name.equals("nodes") && field.arguments.isEmpty()) cost += inside + 1;
            else if (first != null) cost += 2 + number(first, variables) * inside;
            else if (field.arguments.containsKey("ids"))
                cost += variables.path("ids").size() * (1 + inside);
            else cost += 1 + inside;
        }
        return cost;
    }

    /** What there is of what was asked. */
    static ObjectNode answer(JsonNode there, List<Field> fields, JsonNode variables) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        for (Field field : fields) {
            JsonNode value = there.path(field.name);
            if (value.isMissingNode()) throw new IllegalArgumentException("Field '" + field.name + "' doesn't exist");
            answer.set(field.alias, value(value, field, variables));
        }
        return answer;
    }

    private static JsonNode value(JsonNode value, Field field, JsonNode variables) {
        if (value.isArray() && field.fields.stream().anyMatch(each -> each.name.equals("nodes"))) {
            return page((ArrayNode) value, field, variables);
        }
        if (value.isArray() && !field.fields.isEmpty()) {
            ArrayNode all = JsonMapper.shared().createArrayNode();
            value.forEach(each -> all.add(each.isNull() ? each : answer(each, field.fields, variables)));
            return all;
        }
        return value.isObject() ? answer(value, field.fields, variables) : value;
    }

    private static ObjectNode page(ArrayNode all, Field field, JsonNode variables) {
        String after = argument(field, "after", variables);
        int from = after == null ? 0 : Integer.parseInt(after.substring(1)) + 1;
        int most = number(field.arguments.getOrDefault("first", "0"), variables);
        int to = Math.min(all.size(), from + most);
        ObjectNode page = JsonMapper.shared().createObjectNode();
        ArrayNode nodes = page.putArray("nodes");
        for (int i = from; i < to; i++) nodes.add(all.get(i));
        page.putObject("pageInfo").put("hasNextPage", to < all.size()).put("endCursor", "c" + (to - 1));
        return answer(page, field.fields, variables);
    }

    private static @Nullable String argument(Field field, String name, JsonNode variables) {
        String given = field.arguments.get(name);
        if (given == null || !given.startsWith("$")) return given;
        JsonNode value = variables.path(given.substring(1));
        return value.isNull() || value.isMissingNode() ? null : value.asString();
    }

    private static int number(String given, JsonNode variables) {
        return given.startsWith("$") ? variables.path(given.substring(1)).asInt() : Integer.parseInt(given);
    }
}
