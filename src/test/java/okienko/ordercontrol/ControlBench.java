package okienko.ordercontrol;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.PENDING;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import okienko.BenchOffice;
import okienko.demo.DemoOrders;
import okienko.orders.Order;
import org.jooq.DSLContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Orders a second through the whole server: kept raw, received, controlled, verdict written. Beside it, in the same run,
 * the rows of these orders copied by bare PostgreSQL into empty tables of the same shape: what writing alone costs.
 */
final class ControlBench {

    private static final int BATCH = 500;

    public static void main(String[] args) throws Exception {
        int orders = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        try (ConfigurableApplicationContext office = BenchOffice.open()) {
            control(office, 2_000, 0);
            double[] rates = new double[rounds];
            for (int round = 0; round < rounds; round++) rates[round] = control(office, orders, round + 1);
            double bare = bare(office.getBean(DSLContext.class));
            Arrays.sort(rates);
            System.out.printf(
                    "control: %,.0f orders/s (median of %d rounds of %,d: %s); the same rows by PostgreSQL alone: %,.0f orders/s%n",
                    rates[rounds / 2], rounds, orders, Arrays.toString(rates), bare);
        }
    }

    private static double control(ConfigurableApplicationContext office, int count, int round)
            throws InterruptedException {
        DSLContext db = office.getBean(DSLContext.class);
        List<Order> made = new DemoOrders((long) round * Math.max(count, 2_000))
                .day(count, Instant.now(), Duration.ofHours(12))
                .map(DemoOrders.Demo::order)
                .toList();
        Duration cpu = BenchOffice.cpu();
        long start = System.nanoTime();
        for (int from = 0; from < made.size(); from += BATCH) {
            List<Order> batch = made.subList(from, Math.min(made.size(), from + BATCH));
            BenchOffice.receive(office, batch);
        }
        while (db.fetchCount(PENDING) > 0) Thread.sleep(20);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "round %d: %,.0f orders/s, %.2f ms of processor time an order%n",
                round, count / seconds, (double) BenchOffice.cpu().minus(cpu).toMillis() / count);
        return count / seconds;
    }

    private static double bare(DSLContext db) {
        List<String> tables = List.of(
                "orders.raw_payloads",
                "orders.customer_orders",
                "orders.revisions",
                "orders.timeline",
                "ordercontrol.controlled_orders",
                "ordercontrol.search_texts",
                "ordercontrol.buyer_keys",
                "ordercontrol.holds");
        int count = db.fetchCount(CONTROLLED_ORDERS);
        double[] rates = new double[3];
        for (int round = 0; round < rates.length; round++) {
            long nanos = 0;
            for (String table : tables) {
                db.execute("drop table if exists bench_copy");
                db.execute("create table bench_copy (like " + table + " including indexes including storage)");
                long start = System.nanoTime();
                db.execute("insert into bench_copy select * from " + table);
                nanos += System.nanoTime() - start;
            }
            rates[round] = count / (nanos / 1e9);
        }
        Arrays.sort(rates);
        return rates[1];
    }

    private ControlBench() {}
}
