package okienko;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The office reads a real Vendure or Medusa and is killed meanwhile; {@code e2e/run} starts the shop and then this. */
@EnabledIfSystemProperty(named = "okienko.e2e", matches = ".+")
class RealShopTest {

    private static final String PARCEL = "620000001";

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int ORDERS = Integer.getInteger("okienko.e2e.orders", 206);

    /** What becomes of an order, and why. */
    private record Verdict(String state, Set<String> reasons) {

        private static Verdict of(String state, String... reasons) {
            return new Verdict(state, new TreeSet<>(Set.of(reasons)));
        }

        @Override
        public String toString() {
            return state + " " + reasons;
        }
    }

    /** What becomes of each of {@code e2e/scenarios.js}: one that is right, one that says something, a transfer that waits. */
    private static final List<Verdict> VERDICTS = List.of(
            Verdict.of("RELEASED"),
            Verdict.of("HELD", "COMMENT_RELEVANT", "UNPAID"),
            Verdict.of("WAITING", "UNPAID"),
            Verdict.of("HELD", "NEW_CUSTOMER_HIGH_VALUE", "PAYMENT_FORM_NOT_ACCEPTED", "CASH_LIMIT_B2B"),
            Verdict.of("HELD", "FOREIGN_ORDER"),
            Verdict.of("HELD", "POSTAL_CODE_INVALID", "PHONE_INVALID"));

    /** What the office knows of the articles, at the prices of the shop. */
    private static final String CATALOGUE = """
            sku,name,price,currency
            KUB-1,Kubek,29.00,PLN
            KOSZ-CZ,Koszulka czarna,49.90,PLN
            TV-75,Telewizor 75,8999.00,PLN
            EKS-1,Ekspres do kawy,1899.00,PLN
            """;

    private static final String STOCK = "sku,quantity\nKUB-1,9999\nKOSZ-CZ,9999\nTV-75,9999\nEKS-1,9999\n";

    @TempDir
    Path folder;

    private final RealShop shop = new RealShop();
    private final Map<String, Integer> scenarios = new HashMap<>();
    private final Map<String, String> acts = new HashMap<>();
    private String key = "";

    @Test
    void everyOrderOfTheShopHasTheRightVerdictThoughTheOfficeWasKilled() throws Exception {
        try (OfficeProcess office = open()) {
            try (Administrator administrator = new Administrator(office)) {
                key = administrator.makeKey();
                administrator.connect(shop, "sklep");
            }
            send(office, "/api/v1/catalogue", "text/csv", CATALOGUE);
            send(office, "/api/v1/stock", "text/csv", STOCK);
            Thread buyers = Thread.ofVirtual().start(() -> scenarios.putAll(shop.place(ORDERS)));
            awaitOrders(office, ORDERS / 4);
            office.kill();
            try (OfficeProcess again = open()) {
                awaitOrders(again, ORDERS / 2);
                again.kill();
            }
            buyers.join();
        }
        assertThat(scenarios).as("orders the shop took").hasSize(ORDERS);
        try (OfficeProcess office = open()) {
            awaitOrders(office, ORDERS);
            try (Administrator administrator = new Administrator(office)) {
                administrator.explain();
            }
            awaitNone(office, "ordercontrol.controlled_orders where 'PAYMENT_FORM_UNKNOWN' = any (reasons)");
            acts.putAll(shop.act());
            assertThat(acts.values()).contains("paid", "cancelled");
            office.kill(); // with the news half read and half told
        }
        try (OfficeProcess office = open()) {
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
                        Map.of(
                                "OKIENKO_ADMIN_PASSWORD",
                                Administrator.PASSWORD,
                                "OKIENKO_CONNECTIONS_REREADEVERY",
                                "10s"))
                .awaitOpen();
        while (!office.said().contains("Okienko is open")) Thread.sleep(50);
        return office;
    }

    private void send(OfficeProcess office, String path, String type, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + office.port() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient program = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = program.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 299);
        }
    }

    private void tellParcel(OfficeProcess office) throws Exception {
        String order =
                text(office, "select order_id from ordercontrol.controlled_orders where state = 'RELEASED' limit 1");
        send(
                office,
                "/api/v1/orders/" + order + "/parcels",
                "application/json",
                "{\"carrier\":\"DPD\",\"trackingNumber\":\"" + PARCEL + "\"}");
    }

    /** What the order of the shop with this id should be. */
    private Verdict verdict(String id) {
        int scenario = Objects.requireNonNull(scenarios.get(id), () -> "the shop took no order " + id);
        String act = acts.getOrDefault(id, "");
        if (act.equals("cancelled")) return Verdict.of("CANCELLED");
        Verdict verdict = VERDICTS.get(scenario);
        if (!act.equals("paid")) return verdict;
        Set<String> left = new TreeSet<>(verdict.reasons);
        left.remove("UNPAID");
        return new Verdict(left.isEmpty() ? "RELEASED" : "HELD", left);
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
                var rows = statement.executeQuery("select external_id, state, array_to_string(reasons, ' ')"
                        + " from ordercontrol.controlled_orders")) {
            while (rows.next()) {
                String id = rows.getString(1);
                Set<String> reasons = new TreeSet<>(List.of(rows.getString(3).split(" ", -1)));
                reasons.remove("");
                Verdict is = new Verdict(rows.getString(2), reasons);
                Verdict should = verdict(id);
                // why something was held once is of no interest when it is cancelled
                boolean cancelled = should.state.equals("CANCELLED") && is.state.equals("CANCELLED");
                if (!cancelled && !is.equals(should))
                    wrong.put(id + " of scenario " + scenarios.get(id), is + ", not " + should);
            }
        }
        return wrong;
    }

    private void nothingIsDoubled(OfficeProcess office) throws Exception {
        assertThat(text(office, "select count(*) || '/' || count(distinct external_id) from orders.customer_orders"))
                .isEqualTo(ORDERS + "/" + ORDERS);
        assertThat(text(office, "select count(*) from ordercontrol.controlled_orders"))
                .isEqualTo(Integer.toString(ORDERS));
        assertThat(text(office, "select count(*) from shops.unreadable_payloads"))
                .isEqualTo("0");
        // read some times over, and once more after each kill, but kept only when there was something new
        assertThat(text(office, """
                select count(*) from (select content = lag(content) over (partition by order_id order by revision) as same
                from orders.revisions) as each where same"""))
                .as("revisions that say what the one before said")
                .isEqualTo("0");
    }

    private void theShopKnows(OfficeProcess office) throws Exception {
        awaitNone(office, "connections.messages where state = 'PENDING'");
        assertThat(text(office, "select string_agg(last_error, ' | ') from connections.messages where state = 'DEAD'"))
                .isNull();
        int parcels = 0;
        for (JsonNode order : shop.orders()) {
            String id = order.path("id").asString("");
            List<String> notes = new ArrayList<>();
            order.path("notes").forEach(note -> notes.add(note.asString("")));
            assertThat(notes).as("notes of order %s", id).doesNotHaveDuplicates();
            switch (verdict(id).state) {
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
                assertThat(tracking.asString("")).isEqualTo(PARCEL + ":Shipped");
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

    private static void awaitNone(OfficeProcess office, String what) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!text(office, "select count(*) from " + what).equals("0")) {
            assertThat(System.nanoTime()).as("still there: " + what).isLessThan(end);
            Thread.sleep(500);
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
