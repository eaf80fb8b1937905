package okienko;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold whose time is over while the office is closed has ended when it opens again. */
class LapseAfterRestartTest {

    private static final String KEY = "okk_a-shop-that-waits";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String RULES = """
            okienko: rules/1
            rules:
              - rule: POSTAL_CODE_INVALID
                releases: {lapsesAfter: PT10S}
            """;

    @SuppressWarnings("InlineFormatString") // an order reads better apart from the code that fills it in
    private static final String ORDER = """
            {"channel":"web","externalId":"1","number":"N-1","placedAt":"%s","currency":"PLN",\
            "buyer":{"name":"Anna Nowak","email":"anna.1@example.com","phone":"+48600100200"},\
            "delivery":{"method":"Kurier DPD","service":"DPD_COURIER","phone":"+48600100200",\
            "address":{"name":"Anna Nowak","street":"Solna 4/2","postalCode":"61","city":"Poznań","country":"PL"}},\
            "payment":{"form":"ONLINE","channelForm":"payu","paid":"129.98"},\
            "lines":[{"sku":"K-1","name":"Kubek","quantity":2,"unitPrice":"59.99"}],\
            "deliveryCost":"10.00","total":"129.98"}""";

    @TempDir
    Path folder;

    @Test
    void whatLapsedMeanwhileGoesWhenTheOfficeOpens() throws Exception {
        try (OfficeProcess office = open();
                HttpClient shop = HttpClient.newHttpClient()) {
            try (Connection database = office.database()) {
                prepare(database);
                send(shop, office);
                await(database, "HELD");
            }
            office.stop();
        }
        Thread.sleep(Duration.ofSeconds(10));
        try (OfficeProcess office = open();
                Connection database = office.database()) {
            await(database, "RELEASED");
            assertThat(text(database, "select state from ordercontrol.holds")).isEqualTo("LAPSED");
            assertThat(text(database, "select coalesce(released_by, 'itself') from ordercontrol.controlled_orders"))
                    .isEqualTo("itself");
            office.stop();
        }
    }

    private OfficeProcess open() throws Exception {
        return OfficeProcess.start(folder.resolve("data"), Map.of()).awaitOpen();
    }

    private static void prepare(Connection database) throws Exception {
        try (var key = database.prepareStatement("""
                        insert into access.api_keys (name, prefix, key_hash, scopes, created_at, created_by)
                        values ('shop', 'okk', ?, '{orders:write}', now(), 'test')""");
                var rules = database.prepareStatement("""
                        insert into ordercontrol.rule_versions (version, at, agent, origin, rules, open_too)
                        select coalesce(max(version), 0) + 1, now(), 'test', 'CHANGED', ?, false
                        from ordercontrol.rule_versions""")) {
            key.setBytes(1, MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8)));
            key.execute();
            rules.setString(1, RULES);
            rules.execute();
        }
    }

    private static void send(HttpClient shop, OfficeProcess office) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + office.port() + "/api/v1/orders"))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ORDER.formatted(Instant.now())))
                .build();
        assertThat(shop.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isBetween(200, 299);
    }

    private static void await(Connection database, String state) throws SQLException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!text(database, "select state from ordercontrol.controlled_orders")
                .equals(state)) {
            assertThat(Instant.now()).as("the order is still not " + state).isBefore(until);
            Thread.sleep(100);
        }
    }

    private static String text(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }
}
