package okienko;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real shop that {@code e2e/run} has started, asked and moved by its {@code shop.js}. */
final class RealShop {

    private final String address = System.getProperty("okienko.e2e.shop", "");
    private final Path folder = Path.of(System.getProperty("okienko.e2e", ""));

    String address() {
        return address;
    }

    /** What an administrator types into the form of the connection: the platform and what it wants for signing in. */
    Map<String, String> credentials() {
        Map<String, String> fields = new TreeMap<>();
        lines("connect")
                .forEach(line -> line.properties()
                        .forEach(field ->
                                fields.put(field.getKey(), field.getValue().asString(""))));
        return fields;
    }

    /** Buyers buy; answers the scenario of each order by its id in the shop. */
    Map<String, Integer> place(int orders) {
        Map<String, Integer> placed = new HashMap<>();
        for (JsonNode line : lines("place", Integer.toString(orders))) {
            placed.put(line.path("placed").asString(""), line.path("scenario").asInt(0));
        }
        return placed;
    }

    /** Some transfers arrive, some orders are cancelled; answers which became "paid" and "cancelled", by id. */
    Map<String, String> act() {
        Map<String, String> acts = new HashMap<>();
        lines("act")
                .forEach(act -> act.properties()
                        .forEach(each -> acts.put(each.getValue().asString(""), each.getKey())));
        return acts;
    }

    /** All orders as the shop's own people see them: id, state, okienko, notes, tracking. */
    List<JsonNode> orders() {
        return lines("read");
    }

    private List<JsonNode> lines(String... what) {
        List<String> command = new ArrayList<>(List.of("node", "shop.js"));
        command.addAll(List.of(what));
        ProcessBuilder node = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("shop.log").toFile());
        node.environment().put("BASE", address);
        try {
            Process process = node.start();
            List<JsonNode> lines = new ArrayList<>();
            try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                out.lines().forEach(line -> lines.add(JsonMapper.shared().readTree(line)));
            }
            assertThat(process.waitFor())
                    .as("shop.js %s; see %s", String.join(" ", what), folder.resolve("shop.log"))
                    .isZero();
            return lines;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
