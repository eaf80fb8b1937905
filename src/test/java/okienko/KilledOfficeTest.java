package okienko;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office killed in the middle of its work, again and again, loses no order and sends none twice. */
class KilledOfficeTest {

    private static final int ORDERS = 1_500;
    private static final int CHUNK = 250;
    private static final List<Integer> KILLED_AFTER = List.of(300, 900);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String KEY = "okk_a-shop-that-does-not-give-up";
    private static final Pattern CONFIRMED = Pattern.compile("\"externalId\":\"(\\d+)\",\"id\"");

    @TempDir
    Path folder;

    private final Set<Integer> confirmed = new ConcurrentSkipListSet<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    void everyConfirmedOrderIsJudgedAndReachesTheWarehouseOnce() throws Exception {
        for (int enough : KILLED_AFTER) {
            try (OfficeProcess office = open()) {
                Thread shop = Thread.ofVirtual().start(() -> sendAll(office));
                while (confirmed.size() < enough && shop.isAlive()) Thread.sleep(1);
                office.kill();
                shop.join();
            }
        }
        assertThat(confirmed).as("it was killed in the middle").hasSizeGreaterThanOrEqualTo(KILLED_AFTER.getLast());
        try (OfficeProcess office = open()) {
            sendAll(office);
            assertThat(confirmed).hasSize(ORDERS);
            try (Connection database = office.database()) {
                awaitRest(database);
                everyOrderStandsAsItShould(database);
                theWarehouseHasEachReleasedOrderOnce(database);
            }
            office.stop();
        }
    }

    private OfficeProcess open() throws IOException, SQLException {
        OfficeProcess office =
                OfficeProcess.start(folder.resolve("data"), Map.of()).awaitOpen();
        try (Connection database = office.database();
                var key = database.prepareStatement("""
                        insert into access.api_keys (name, prefix, key_hash, scopes, created_at, created_by)
                        values ('shop', 'okk', ?, '{orders:write}', now(), 'test') on conflict do nothing""");
                var warehouse = database.prepareStatement(
                        "update warehouse.destination set kind = 'FOLDER', folder = ? where kind = 'NONE'")) {
            key.setBytes(1, sha256(KEY));
            key.execute();
            warehouse.setString(1, folder.resolve("warehouse").toString());
            warehouse.execute();
        }
        return office;
    }

    /** As a shop's own outbox does: what was not confirmed is sent again, with what went along with it. */
    private void sendAll(OfficeProcess office) {
        for (int from = 0; from < ORDERS; from += CHUNK) {
            List<Integer> chunk = IntStream.range(from, Math.min(ORDERS, from + CHUNK))
                    .boxed()
                    .toList();
            if (confirmed.containsAll(chunk)) continue;
            try {
                HttpResponse<Stream<String>> answers =
                        http.send(request(office, chunk), HttpResponse.BodyHandlers.ofLines());
                answers.body().forEach(this::note);
            } catch (IOException | java.io.UncheckedIOException killed) {
                return;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static HttpRequest request(OfficeProcess office, List<Integer> chunk) {
        String body = chunk.stream().map(KilledOfficeTest::order).collect(Collectors.joining("\n"));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + office.port() + "/api/v1/orders"))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/x-ndjson")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private void note(String answer) {
        var id = CONFIRMED.matcher(answer);
        assertThat(id.find()).as(answer).isTrue();
        confirmed.add(Integer.parseInt(id.group(1)));
    }

    /** Every tenth has a postal code that is none. */
    private static String order(int number) {
        return """
                {"channel":"web","externalId":"%1$d","number":"N-%1$d","placedAt":"%2$s","currency":"PLN",\
                "buyer":{"name":"Anna Nowak","email":"anna.%1$d@example.com","phone":"+48600%1$06d",\
                "address":{"name":"Anna Nowak","street":"Solna 4/2","postalCode":"%3$s","city":"Poznań","country":"PL"}},\
                "delivery":{"method":"Kurier DPD","service":"DPD_COURIER","phone":"+48600%1$06d",\
                "address":{"name":"Anna Nowak","street":"Solna 4/2","postalCode":"%3$s","city":"Poznań","country":"PL"}},\
                "payment":{"form":"ONLINE","channelForm":"payu","paid":"129.98"},\
                "lines":[{"sku":"K-1","name":"Kubek","quantity":2,"unitPrice":"59.99"}],\
                "deliveryCost":"10.00","total":"129.98"}""".formatted(
                        number, Instant.EPOCH.plusSeconds(1_760_000_000L + number), faulty(number) ? "61" : "61-736");
    }

    private static boolean faulty(int number) {
        return number % 10 == 0;
    }

    private static void awaitRest(Connection database) throws SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number(database, """
                select (select count(*) from ordercontrol.pending)
                     + (select count(*) from warehouse.handovers where state = 'PENDING')""") > 0) {
            assertThat(System.nanoTime()).as("the office does not come to rest").isLessThan(end);
            Thread.sleep(100);
        }
    }

    private static void everyOrderStandsAsItShould(Connection database) throws SQLException {
        assertThat(number(database, "select count(*) from orders.customer_orders"))
                .isEqualTo(ORDERS);
        assertThat(number(database, "select count(*) from orders.revisions")).isEqualTo(ORDERS);
        Set<Integer> held = new TreeSet<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select external_id, state, reasons::text from ordercontrol.controlled_orders")) {
            while (rows.next()) {
                int number = Integer.parseInt(rows.getString(1));
                assertThat(rows.getString(2))
                        .as("order %d %s", number, rows.getString(3))
                        .isEqualTo(faulty(number) ? "HELD" : "RELEASED");
                if (faulty(number)) held.add(number);
            }
        }
        assertThat(held).hasSize(ORDERS / 10);
        assertThat(number(database, "select count(*) from work.work_items where closed_at is null"))
                .isEqualTo(held.size());
    }

    private void theWarehouseHasEachReleasedOrderOnce(Connection database) throws SQLException, IOException {
        long released = ORDERS - ORDERS / 10;
        assertThat(number(database, "select count(*) from orders.timeline where kind = 'released'"))
                .isEqualTo(released);
        assertThat(number(
                        database, "select count(distinct order_id) from warehouse.handovers where state = 'DELIVERED'"))
                .isEqualTo(released);
        try (Stream<Path> files = Files.list(folder.resolve("warehouse"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.endsWith(".part"))
                    .hasSize((int) released)
                    .allMatch(name -> name.matches("web_3a\\d+_3aRELEASED_3a1\\.json"));
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
