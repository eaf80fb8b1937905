package okienko.ordercontrol.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import okienko.BenchOffice;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.evaluations.Evaluations;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.CanonicalJson;
import okienko.orders.Order;
import okienko.orders.OrderId;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a back-test takes: some parameters changed, over orders that were judged by the current rules, and the same
 * over orders that were all judged by older ones, so that every order has to be judged anew. Beside it, in the same run,
 * PostgreSQL alone reading the same rows.
 */
final class BackTestBench {

    private static final int BATCH = 5_000;

    public static void main(String[] args) throws Exception {
        int orders = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        try (ConfigurableApplicationContext office = BenchOffice.open()) {
            fill(office, orders);
            RuleSet changed = changed();
            report("rules of that day", rounds, () -> ask(office, RuleSet.DEFAULTS, changed));
            RuleSet newer = RuleSet.DEFAULTS.as(7);
            report("older rules", rounds, () -> ask(office, newer, changed));
            report("PostgreSQL alone, read by one", rounds, () -> bare(office.getBean(DataSource.class)));
        }
    }

    private static RuleSet changed() {
        RuleSet rules = RuleSets.with(
                RuleSet.DEFAULTS, ReasonCode.NEW_CUSTOMER_HIGH_VALUE, Mode.ON, Map.of("upTo", "300.00 PLN"));
        rules = RuleSets.with(rules, ReasonCode.QUANTITY_ANOMALY, Mode.ON, Map.of("mostPieces", "3"));
        return RuleSets.with(rules, ReasonCode.PHONE_INVALID, Mode.SHADOW, Map.of());
    }

    private static void report(String what, int rounds, Callable<String> round) throws Exception {
        double[] seconds = new double[rounds];
        double[] used = new double[rounds];
        String said = "";
        for (int i = -1; i < rounds; i++) {
            long start = System.nanoTime();
            Duration before = BenchOffice.cpu();
            said = round.call();
            if (i >= 0) used[i] = BenchOffice.cpu().minus(before).toMillis() / 1e3;
            if (i >= 0) seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        Arrays.sort(used);
        System.out.printf(
                "%s: median %.2f s of %d rounds (%.2f to %.2f), %.2f s of processor time; %s%n",
                what, seconds[rounds / 2], rounds, seconds[0], seconds[rounds - 1], used[rounds / 2], said);
    }

    private static String ask(ConfigurableApplicationContext office, RuleSet current, RuleSet candidate)
            throws InterruptedException {
        BackTests tests = office.getBean(BackTests.class);
        BackTests.Start start = tests.start("bench", new Question(current, candidate, 30, ""));
        BackTest test = ((BackTests.Start.Started) start).test();
        while (test.running()) Thread.sleep(10);
        Answer answer = test.answer().orElseThrow();
        return "%,d orders, held %,d, would hold %,d, newly %,d, no longer %,d"
                .formatted(
                        answer.orders(),
                        answer.heldBefore(),
                        answer.heldAfter(),
                        answer.newlyHeld().orders(),
                        answer.noLongerHeld().orders());
    }

    private static void fill(ConfigurableApplicationContext office, int count) throws SQLException, IOException {
        Iterator<PastOrders.Past> past = new PastOrders(26)
                .until(Instant.now(), count, Duration.ofDays(29))
                .iterator();
        Evaluations evaluations = office.getBean(Evaluations.class);
        try (Connection connection = office.getBean(DataSource.class).getConnection()) {
            long id = 0;
            long nanos = 0;
            while (past.hasNext()) {
                List<PastOrders.Past> batch = new ArrayList<>(BATCH);
                while (past.hasNext() && batch.size() < BATCH) batch.add(past.next());
                copy(connection, batch, id);
                List<Evaluations.Seen> seen = new ArrayList<>(BATCH);
                for (PastOrders.Past each : batch) {
                    Verdict verdict = Judge.judge(each.order(), each.facts(), RuleSet.DEFAULTS)
                            .verdict();
                    seen.add(new Evaluations.Seen(new OrderId(++id), each.facts(), 0, verdict));
                }
                long start = System.nanoTime();
                evaluations.keep(seen);
                nanos += System.nanoTime() - start;
            }
            System.out.printf("keeping what control saw: %.0f µs an order%n", nanos / 1e3 / count);
            connection.createStatement().execute("vacuum analyze");
        }
        System.out.printf("%,d orders with what control saw are there%n", count);
    }

    private static void copy(Connection connection, List<PastOrders.Past> batch, long before)
            throws SQLException, IOException {
        StringBuilder revisions = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        long id = before;
        for (PastOrders.Past past : batch) {
            Order order = past.order();
            String content = CanonicalJson.write(order).replace("\\", "\\\\");
            id++;
            revisions.append(line(id, 1, past.facts().controlledSince(), content));
            rows.append(line(
                    id,
                    order.key().channel(),
                    order.key().externalId() + "-" + id,
                    order.number(),
                    order.buyer().name(),
                    order.country(),
                    order.total().minor(),
                    order.currency(),
                    order.total().minor(),
                    order.placedAt(),
                    past.facts().controlledSince(),
                    true,
                    "RELEASED"));
        }
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        String orders = rows.toString().lines().map(BackTestBench::asOrder).reduce("", String::concat);
        copies.copyIn(
                "copy orders.customer_orders (id, channel, external_id, number, revision, status, placed_at, received_at,"
                        + " content, demo, channel_hash) from stdin",
                new ByteArrayInputStream(orders.getBytes(UTF_8)));
        copies.copyIn(
                "copy orders.revisions (order_id, revision, at, content) from stdin",
                new ByteArrayInputStream(revisions.toString().getBytes(UTF_8)));
        copies.copyIn(
                "copy ordercontrol.controlled_orders (order_id, channel, external_id, number, buyer, country, total_minor,"
                        + " currency, total_home, placed_at, received_at, demo, state) from stdin",
                new ByteArrayInputStream(rows.toString().getBytes(UTF_8)));
    }

    /** The order's own row: its content is read from the revision. */
    private static String asOrder(String row) {
        String[] cells = row.split("\t", -1);
        return line(cells[0], cells[1], cells[2], cells[3], 1, "PLACED", cells[9], cells[10], "{}", true, "\\\\x00");
    }

    private static String line(Object... cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) line.append(line.isEmpty() ? "" : "\t").append(cell);
        return line.append('\n').toString();
    }

    /** The same rows read through a cursor and thrown away. */
    private static String bare(DataSource database) throws SQLException {
        long bytes = 0;
        int rows = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(1_000);
                try (ResultSet result = statement.executeQuery("select e.*, r.content from ordercontrol.evaluations e"
                        + " join orders.revisions r on r.order_id = e.order_id and r.revision = e.revision")) {
                    while (result.next()) {
                        rows++;
                        bytes += result.getBytes("facts").length + result.getBytes("content").length;
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return "%,d rows, %,d MB".formatted(rows, bytes >> 20);
    }

    private BackTestBench() {}
}
