package okienko;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The office reads a real Vendure shop and is killed meanwhile; {@code e2e/run} starts the shop and then this. */
@EnabledIfSystemProperty(named = "okienko.e2e", matches = ".+")
class VendureShopTest {

    private static final String PASSWORD = "a green umbrella in May";
    private static final String KEY = "okk_a-warehouse-that-tells";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ORDERS = Integer.getInteger("okienko.e2e.orders", 206);

    /** What becomes of each scenario of {@code shop.js}; a transfer waits until it is paid. */
    private static final List<String> VERDICTS = List.of("RELEASED", "HELD", "WAITING", "HELD", "RELEASED", "HELD");

    @TempDir
    Path folder;

    private final Map<String, Integer> scenarios = new HashMap<>();
    private final Map<String, String> acts = new HashMap<>();

    @Test
    void everyOrderOfTheShopHasTheRightVerdictThoughTheOfficeWasKilled() throws Exception {
        try (OfficeProcess office = open()) {
            connect(office);
            Thread shop = Thread.ofVirtual().start(() -> scenarios.putAll(placed()));
            awaitOrders(office, ORDERS / 4);
            office.kill();
            try (OfficeProcess again = open()) {
                awaitOrders(again, ORDERS / 2);
                again.kill();
            }
            shop.join();
        }
        assertThat(scenarios).hasSize(ORDERS);
        try (OfficeProcess office = open()) {
            awaitOrders(office, ORDERS);
            lines("act")
                    .forEach(act -> act.properties()
                            .forEach(each -> acts.put(each.getValue().asString(""), each.getKey())));
            assertThat(acts.values()).contains("paid", "cancelled");
            awaitVerdicts(office);
            tellParcel(office);
            nothingIsDoubled(office);
            theShopKnows(office);
            office.stop();
        }
    }

    private OfficeProcess open() throws Exception {
        OfficeProcess office = OfficeProcess.start(
                        folder.resolve("data"),
                        Map.of("OKIENKO_ADMIN_PASSWORD", PASSWORD, "OKIENKO_CONNECTIONS_REREADEVERY", "10s"))
                .awaitOpen();
        while (!office.said().contains("Okienko is open")) Thread.sleep(50);
        return office;
    }

    /** As an administrator does it, by the form. */
    private static void connect(OfficeProcess office) throws Exception {
        try (HttpClient browser = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
                Connection database = office.database();
                var key = database.prepareStatement("""
                        insert into access.api_keys (name, prefix, key_hash, scopes, created_at, created_by)
                        values ('warehouse', 'okk', ?, '{orders:write}', now(), 'test')""")) {
            key.setBytes(1, MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8)));
            key.execute();
            String address = "http://127.0.0.1:" + office.port();
            Rehearsal.signIn(browser, address, PASSWORD);
            String form = Rehearsal.visit(
                    browser,
                    HttpRequest.newBuilder(URI.create(address + "/settings/connections/new?platform=vendure")));
            Map<String, String> fields = form();
            StringBuilder sent = new StringBuilder("_csrf=" + Rehearsal.token(form));
            fields.forEach(
                    (name, value) -> sent.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8)));
            assertThat(Rehearsal.send(browser, address + "/settings/connections", sent.toString()))
                    .contains("/settings/connections/1/pause");
        }
    }

    private static Map<String, String> form() {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "platform", "vendure",
                "channel", "vendure",
                "address", System.getProperty("okienko.e2e.shop", ""),
                "credential-username", "superadmin",
                "credential-password", "superadmin",
                "importFrom", "2020-01-01",
                "interval", "5"));
        fields.putAll(Map.of(
                "credential-commentField", "buyerComment",
                "credential-taxIdField", "taxId",
                "credential-pointField", "pickupPointId",
                "credential-stateField", "okienko"));
        for (String kind : List.of("NOTE", "STATE", "TRACKING", "CANCELLATION")) fields.put("tell-" + kind, "yes");
        return fields;
    }

    private static Map<String, Integer> placed() {
        Map<String, Integer> placed = new HashMap<>();
        for (JsonNode line : lines("place", Integer.toString(ORDERS))) {
            placed.put(line.path("placed").asString(""), line.path("scenario").asInt(0));
        }
        return placed;
    }

    private static List<JsonNode> lines(String... what) {
        List<String> command = new ArrayList<>(List.of("node", "shop.js"));
        command.addAll(List.of(what));
        ProcessBuilder node = new ProcessBuilder(command)
                .directory(Path.of(System.getProperty("okienko.e2e", "")).toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        node.environment().put("BASE", System.getProperty("okienko.e2e.shop", ""));
        try {
            Process process = node.start();
            List<JsonNode> lines = new ArrayList<>();
            try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
                out.lines().forEach(line -> lines.add(JsonMapper.shared().readTree(line)));
            }
            assertThat(process.waitFor()).as(String.join(" ", what)).isZero();
            return lines;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tellParcel(OfficeProcess office) throws Exception {
        String order =
                text(office, "select order_id from ordercontrol.controlled_orders where state = 'RELEASED' limit 1");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + office.port() + "/api/v1/orders/" + order + "/parcels"))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"carrier\":\"DPD\",\"trackingNumber\":\"620000001\"}"))
                .build();
        try (HttpClient warehouse = HttpClient.newHttpClient()) {
            assertThat(warehouse
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(202);
        }
    }

    /** What the order of the shop with this id should be. */
    private String verdict(String id) {
        int scenario = Objects.requireNonNull(scenarios.get(id));
        String act = acts.getOrDefault(id, "");
        if (act.equals("cancelled")) return "CANCELLED";
        return scenario == 2 && act.equals("paid") ? "RELEASED" : VERDICTS.get(scenario);
    }

    private void awaitVerdicts(OfficeProcess office) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, String> wrong = wrong(office);
        while (!wrong.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(1_000);
            wrong = wrong(office);
        }
        assertThat(wrong)
                .as("orders with another verdict than they should have")
                .isEmpty();
    }

    private Map<String, String> wrong(OfficeProcess office) throws Exception {
        Map<String, String> wrong = new TreeMap<>();
        try (Connection database = office.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select external_id, state, reasons::text from ordercontrol.controlled_orders")) {
            while (rows.next()) {
                String should = verdict(rows.getString(1));
                if (!rows.getString(2).equals(should)) {
                    wrong.put(
                            rows.getString(1) + " of scenario " + scenarios.get(rows.getString(1)),
                            rows.getString(2) + " " + rows.getString(3) + ", not " + should);
                }
            }
        }
        return wrong;
    }

    private void nothingIsDoubled(OfficeProcess office) throws Exception {
        assertThat(text(office, "select count(*) || '/' || count(distinct external_id) from orders.customer_orders"))
                .isEqualTo(ORDERS + "/" + ORDERS);
        assertThat(text(office, "select count(*) from shops.unreadable_payloads"))
                .isEqualTo("0");
        // read some times over, but told only once of each thing that happened
        assertThat(text(office, "select count(*) from orders.revisions"))
                .as("one revision an order, one more for each that was paid or cancelled")
                .isEqualTo(Integer.toString(ORDERS + acts.size()));
    }

    private void theShopKnows(OfficeProcess office) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!text(office, "select count(*) from connections.messages where state = 'PENDING'")
                .equals("0")) {
            assertThat(System.nanoTime()).as("the shop is still not told").isLessThan(end);
            Thread.sleep(500);
        }
        assertThat(text(office, "select string_agg(last_error, ' | ') from connections.messages where state = 'DEAD'"))
                .isNull();
        int parcels = 0;
        for (JsonNode order : lines("read")) {
            String id = order.path("id").asString("");
            List<String> notes = new ArrayList<>();
            order.path("notes").forEach(note -> notes.add(note.asString("")));
            assertThat(notes).as("notes of order %s", id).doesNotHaveDuplicates();
            switch (verdict(id)) {
                case "RELEASED" -> {
                    assertThat(notes).anyMatch(note -> note.contains("magazynu"));
                    assertThat(order.path("okienko").asString("")).isEqualTo("RELEASED");
                }
                case "HELD" -> {
                    assertThat(notes).anyMatch(note -> note.contains("wstrzymano"));
                    assertThat(order.path("okienko").asString("")).isEqualTo("HELD");
                }
                default -> assertThat(notes).noneMatch(note -> note.contains("magazynu"));
            }
            for (JsonNode tracking : order.path("tracking")) {
                assertThat(tracking.asString("")).isEqualTo("620000001:Shipped");
                parcels++;
            }
        }
        assertThat(parcels).isEqualTo(1);
    }

    private static void awaitOrders(OfficeProcess office, int number) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Integer.parseInt(text(office, "select count(*) from orders.customer_orders")) < number) {
            assertThat(System.nanoTime()).as("orders come in").isLessThan(end);
            Thread.sleep(200);
        }
    }

    private static String text(OfficeProcess office, String question) throws IOException, SQLException {
        try (Connection database = office.database();
                var statement = database.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
