package okienko.ordercontrol.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The description of the REST interface (OpenAPI 3.1), written by hand in {@code openapi.yaml} beside this class. */
@Component
class ApiDescription {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonMapper mapper;
    private final String yaml;
    private final String json;
    private final List<Operation> operations;
    private final Map<String, Object> root;

    ApiDescription(JsonMapper mapper) {
        this.mapper = mapper;
        this.yaml = text();
        this.root = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
        this.json = mapper.writeValueAsString(root);
        this.operations = operations(root);
    }

    /**
     * One thing a program can do.
     *
     * @param scope what the key must be good for; empty when none is needed
     * @param mediaType of the body; empty when there is none
     * @param example of the body; empty when there is none
     */
    record Operation(
            String tag,
            String id,
            String method,
            String path,
            String summary,
            String description,
            String scope,
            List<Parameter> parameters,
            String mediaType,
            String example,
            List<Answer> answers) {

        /** How to try it from a shell. */
        String curl(String office) {
            StringBuilder call = new StringBuilder("curl");
            if (!method.equals("GET")) call.append(" -X ").append(method);
            call.append(" '").append(office).append(address()).append('\'');
            if (!scope.isEmpty()) call.append(" \\\n  -H 'Authorization: Bearer okk_…'");
            for (Parameter parameter : parameters) {
                if (parameter.in().equals("header")) {
                    call.append(" \\\n  -H '").append(parameter.name()).append(": ");
                    call.append(parameter.example()).append('\'');
                }
            }
            if (!example.isEmpty()) {
                call.append(" \\\n  -H 'Content-Type: ").append(mediaType).append('\'');
                call.append(" \\\n  --data-binary '")
                        .append(example.replace("'", "'\\''"))
                        .append('\'');
            }
            return call.toString();
        }

        private String address() {
            String address = path;
            String separator = "?";
            for (Parameter parameter : parameters) {
                if (parameter.in().equals("path")) {
                    address = address.replace("{" + parameter.name() + "}", parameter.example());
                } else if (parameter.in().equals("query")
                        && !parameter.example().isEmpty()) {
                    address += separator + parameter.name() + "=" + parameter.example();
                    separator = "&";
                }
            }
            return address;
        }
    }

    /** What goes into the path, the query or the headers. */
    record Parameter(String name, String in, boolean required, String description, String example) {}

    /** What may come back. */
    record Answer(String status, String description) {}

    String yaml() {
        return yaml;
    }

    String json() {
        return json;
    }

    List<Operation> operations() {
        return operations;
    }

    private List<Operation> operations(Map<String, Object> document) {
        List<Operation> all = new ArrayList<>();
        map(document.get("paths"))
                .forEach((path, methods) -> map(methods).forEach((method, described) -> {
                    if (METHODS.contains(method)) all.add(operation(path, method, map(described)));
                }));
        return List.copyOf(all);
    }

    private Operation operation(String path, String method, Map<String, Object> described) {
        var content = map(map(described.get("requestBody")).get("content"));
        String mediaType = content.keySet().stream().findFirst().orElse("");
        Object example =
                mediaType.isEmpty() ? null : map(content.get(mediaType)).get("example");
        return new Operation(
                text(list(described.get("tags")).getFirst()),
                text(described.get("operationId")),
                method.toUpperCase(Locale.ROOT),
                path,
                text(described.get("summary")),
                text(described.get("description")),
                scope(described),
                list(described.get("parameters")).stream().map(this::parameter).toList(),
                mediaType,
                example == null ? "" : example instanceof String text ? text : mapper.writeValueAsString(example),
                map(described.get("responses")).entrySet().stream()
                        .map(answer -> new Answer(
                                answer.getKey(),
                                text(resolved(answer.getValue()).get("description"))))
                        .toList());
    }

    private static String scope(Map<String, Object> described) {
        return list(described.get("security")).stream()
                .flatMap(way -> list(map(way).get("key")).stream())
                .map(ApiDescription::text)
                .findFirst()
                .orElse("");
    }

    private Parameter parameter(Object described) {
        var parameter = resolved(described);
        return new Parameter(
                text(parameter.get("name")),
                text(parameter.get("in")),
                Boolean.TRUE.equals(parameter.get("required")),
                text(parameter.get("description")),
                text(parameter.get("example")));
    }

    /** What a {@code $ref} within the document points at. */
    Map<String, Object> resolved(@Nullable Object described) {
        if (!(map(described).get("$ref") instanceof String reference)) return map(described);
        Map<String, Object> place = root;
        for (String step : reference.substring("#/".length()).split("/", -1)) {
            place = map(place.get(step));
        }
        return place;
    }

    private static String text() {
        try (InputStream in =
                Objects.requireNonNull(ApiDescription.class.getResourceAsStream("openapi.yaml"), "openapi.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @SuppressWarnings("unchecked") // a YAML mapping has text keys here: the document is ours
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // as above
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
