package okienko;

import static java.nio.charset.StandardCharsets.UTF_8;
import static okienko.ordercontrol.schema.Tables.PENDING;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import okienko.access.ApiKeys;
import okienko.demo.DemoOrders;
import okienko.orders.CanonicalJson;
import org.jooq.DSLContext;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Orders a second through the interface: one {@code POST /api/v1/orders} with a stream of them, until every line is
 * answered, and until every verdict stands. Beside it, in the same run, PostgreSQL alone copying the same lines into a
 * table with the key of an order: the least that keeping them costs.
 */
final class ImportBench {

    public static void main(String[] args) throws Exception {
        int orders = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        try (ConfigurableApplicationContext office = BenchOffice.open();
                HttpClient shop = HttpClient.newHttpClient()) {
            var made = (ApiKeys.Made.Created) office.getBean(ApiKeys.class).create("bench", Set.of("orders:write"));
            double[] answered = new double[rounds];
            double[] judged = new double[rounds];
            double[] bare = new double[rounds];
            for (int round = -1; round < rounds; round++) {
                String lines = lines(orders, round + 1);
                Rates rates = send(office, shop, made.key(), lines, orders);
                double copied = orders / copy(office.getBean(DataSource.class), lines);
                if (round < 0) continue;
                answered[round] = rates.answered;
                judged[round] = rates.judged;
                bare[round] = copied;
            }
            System.out.printf(
                    "import, medians of %d rounds of %,d: %,.0f orders/s answered, %,.0f orders/s judged;"
                            + " the same lines copied by PostgreSQL alone: %,.0f orders/s%n",
                    rounds,
                    orders,
                    BenchOffice.percentile(answered, 0.5),
                    BenchOffice.percentile(judged, 0.5),
                    BenchOffice.percentile(bare, 0.5));
        }
    }

    private record Rates(double answered, double judged) {}

    private static String lines(int count, int round) {
        return new DemoOrders((long) round * count)
                .day(count, Instant.now(), Duration.ofHours(12))
                .map(demo -> CanonicalJson.write(demo.order()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static Rates send(
            ConfigurableApplicationContext office, HttpClient shop, String key, String lines, int orders)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(BenchOffice.address(office) + "/api/v1/orders"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build();
        Duration cpu = BenchOffice.cpu();
        long start = System.nanoTime();
        var answer = shop.send(request, BodyHandlers.ofInputStream());
        long answers;
        try (var reader = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            answers = reader.lines()
                    .filter(line -> line.contains("\"result\":\"NEW\""))
                    .count();
        }
        double answered = (System.nanoTime() - start) / 1e9;
        if (answers < orders * 9L / 10) throw new IllegalStateException(answer + ": " + answers + " of " + orders);
        DSLContext db = office.getBean(DSLContext.class);
        while (db.fetchCount(PENDING) > 0) Thread.sleep(20);
        double judged = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%,.0f orders/s answered, %,.0f orders/s judged, %.2f ms of processor time an order%n",
                orders / answered,
                orders / judged,
                (double) BenchOffice.cpu().minus(cpu).toMillis() / orders);
        return new Rates(orders / answered, orders / judged);
    }

    private static double copy(DataSource database, String lines) throws SQLException, IOException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists bench_lines");
            statement.execute("create table bench_lines (content jsonb not null)");
            statement.execute("create unique index on bench_lines ((content->>'channel'), (content->>'externalId'))");
            byte[] rows = lines.replace("\\", "\\\\").getBytes(UTF_8);
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_lines from stdin", new ByteArrayInputStream(rows));
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private ImportBench() {}
}
