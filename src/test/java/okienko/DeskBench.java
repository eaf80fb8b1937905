package okienko;

import static java.nio.charset.StandardCharsets.UTF_8;
import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;
import static okienko.ordercontrol.schema.Tables.PENDING;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.demo.DemoOrders;
import okienko.orders.Order;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How long a consultant waits for each page of the desk, with many orders in the house: every page asked for again and
 * again by one visitor over HTTP. Beside it, in the same run, one row of PostgreSQL by its key, through the same pool.
 */
final class DeskBench {

    private static final int BATCH = 500;
    private static final int WARM_UP = 10;

    public static void main(String[] args) throws Exception {
        int orders = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int visits = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        try (ConfigurableApplicationContext office = BenchOffice.open();
                HttpClient visitor = HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            fill(office, orders);
            DSLContext db = office.getBean(DSLContext.class);
            db.execute("vacuum analyze");
            int held = db.fetchCount(CONTROLLED_ORDERS, CONTROLLED_ORDERS.STATE.eq("HELD"));
            System.out.printf("%,d orders, %,d of them held; %d visits a page%n", orders, held, visits);
            String address = BenchOffice.address(office);
            Rehearsal.signIn(visitor, address, BenchOffice.PASSWORD);
            for (var page : pages(db).entrySet()) {
                measure(
                        page.getKey(),
                        visits,
                        () -> Rehearsal.visit(visitor, HttpRequest.newBuilder(URI.create(address + page.getValue()))));
            }
            Long one = db.select(DSL.max(CONTROLLED_ORDERS.ORDER_ID))
                    .from(CONTROLLED_ORDERS)
                    .fetchSingle()
                    .value1();
            measure(
                    "PostgreSQL alone, one order by its key",
                    visits,
                    () -> db.selectFrom(CONTROLLED_ORDERS)
                            .where(CONTROLLED_ORDERS.ORDER_ID.eq(one))
                            .fetchSingle());
        }
    }

    private static Map<String, String> pages(DSLContext db) {
        var held = db.select(CONTROLLED_ORDERS.ORDER_ID, CONTROLLED_ORDERS.NUMBER, CONTROLLED_ORDERS.BUYER)
                .from(CONTROLLED_ORDERS)
                .where(CONTROLLED_ORDERS.STATE.eq("HELD"))
                .orderBy(CONTROLLED_ORDERS.RECEIVED_AT)
                .offset(100)
                .limit(1)
                .fetchSingle();
        var customer = db.fetchValue("select max(id) from customers.cards");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("board", "/");
        pages.put("board, live part", "/board");
        pages.put("list, all", "/orders");
        pages.put("list, held", "/orders?state=HELD");
        pages.put("list, one reason", "/orders?state=HELD&reason=PHONE_INVALID");
        pages.put("list, by amount", "/orders?sort=-amount");
        pages.put("list, words found", "/orders?q=" + encoded(held.value3()));
        pages.put("list, number found", "/orders?q=" + encoded(held.value2()));
        pages.put("order, held", "/orders/" + held.value1());
        pages.put("order, live part", "/orders/" + held.value1() + "/live");
        pages.put("customers", "/customers");
        if (customer != null) pages.put("customer", "/customers/" + customer);
        pages.put("palette", "/palette?q=" + encoded(held.value2()));
        return pages;
    }

    private interface Visit {
        Object make() throws IOException, InterruptedException;
    }

    private static void measure(String what, int visits, Visit visit) throws IOException, InterruptedException {
        double[] millis = new double[visits];
        for (int i = -WARM_UP; i < visits; i++) {
            long start = System.nanoTime();
            visit.make();
            if (i >= 0) millis[i] = (System.nanoTime() - start) / 1e6;
        }
        System.out.printf(
                "%-40s median %7.1f ms, p95 %7.1f ms, p99 %7.1f ms%n",
                what,
                BenchOffice.percentile(millis, 0.5),
                BenchOffice.percentile(millis, 0.95),
                BenchOffice.percentile(millis, 0.99));
    }

    private static void fill(ConfigurableApplicationContext office, int count) throws InterruptedException {
        List<Order> batch = new ArrayList<>(BATCH);
        var made = new DemoOrders(0)
                .day(count, Instant.now(), Duration.ofDays(20))
                .map(DemoOrders.Demo::order)
                .iterator();
        while (made.hasNext()) {
            batch.add(made.next());
            if (batch.size() < BATCH && made.hasNext()) continue;
            BenchOffice.receive(office, batch);
            batch.clear();
        }
        while (office.getBean(DSLContext.class).fetchCount(PENDING) > 0) Thread.sleep(100);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, UTF_8);
    }

    private DeskBench() {}
}
