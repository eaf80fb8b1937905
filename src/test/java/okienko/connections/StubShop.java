package okienko.connections;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A shop on a port of its own, which asks for credentials, pages, and misbehaves as it is told to. What the platforms have in
 * common is here; each one's own interface is in its own class.
 */
abstract class StubShop implements AutoCloseable {

    /** An order as the shop keeps it. */
    record Placed(String id, Instant changedAt, boolean paid, boolean cancelled, String payment, String comment) {

        Placed with(Instant changed, boolean nowPaid, boolean nowCancelled, String nowComment) {
            return new Placed(id, changed, nowPaid, nowCancelled, payment, nowComment);
        }
    }

    private final Map<Integer, Ware> wares = new ConcurrentSkipListMap<>();
    private static final String ORDERED = "ordered";

    /** What its orders are of: an article all tests share, or one of a test's own. */
    volatile String ordered = "K-1";

    final Faults faults = new Faults();
    private final Map<String, Placed> orders = Collections.synchronizedMap(new TreeMap<>());
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger limited = new AtomicInteger();
    private volatile boolean broken;
    private volatile Runnable afterNextAnswer = () -> {};
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    StubShop() {
        server = listen(0);
    }

    /** Which platform it is. */
    abstract String platform();

    /** With what one gets in. */
    abstract Map<String, String> credentials();

    /** The same but for one that is wrong. */
    abstract Map<String, String> wrongCredentials();

    /** A call the shop makes about an order, signed. */
    abstract Hook hook(String id);

    /** Whether who asks has the credentials. */
    abstract boolean knows(HttpExchange exchange) throws IOException;

    /** Answers whoever was let in. */
    abstract void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException;

    /** The shop's id of the number-th order. */
    String id(int number) {
        return Integer.toString(1_000 + number);
    }

    /** The name of a payment form by which money is to come first. */
    abstract String transfer();

    /** Whether it calls out at all. */
    boolean calls() {
        return true;
    }

    /** The addresses it calls when an order is new or changed, one for each kind of news; where it can be asked to. */
    List<String> callees() {
        return List.of();
    }

    /** Calls nobody any more, as after too many calls that failed. */
    void stopCalling() {}

    /** What is in the message that says an order is held. */
    String heldMark() {
        return "wstrzymano";
    }

    /** What is in the message that says an order is cancelled, in small letters. */
    String cancelMark() {
        return "cancel";
    }

    /** Articles that are a page of the shop's list and a bit. */
    int catalogue() {
        return 130;
    }

    /** Whether the shop can sell an article without counting it. */
    boolean mayNotCount() {
        return false;
    }

    void stock(Ware ware) {
        wares.put(ware.id(), ware);
    }

    void sellNoMore(int id) {
        wares.remove(id);
    }

    /** What it sells, by number. */
    List<Ware> wares() {
        return List.copyOf(wares.values());
    }

    static String page(List<Ware> wares, int skip, int most, Function<Ware, String> form) {
        return wares.stream().skip(skip).limit(most).map(form).collect(Collectors.joining(","));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void place(String id, Instant at, boolean paid) {
        place(new Placed(id, at, paid, false, transfer(), ""));
    }

    void place(Placed order) {
        orders.put(order.id(), order);
    }

    /** Changes the order as a shop does, noting the time. */
    void comment(String id, Instant at, String comment) {
        Placed order = order(id);
        place(order.with(at, order.paid(), order.cancelled(), comment));
    }

    void cancel(String id, Instant at) {
        Placed order = order(id);
        place(order.with(at, order.paid(), true, order.comment()));
    }

    /** Books the money without noting that the order changed. */
    void payQuietly(String id) {
        Placed order = order(id);
        place(order.with(order.changedAt(), true, order.cancelled(), order.comment()));
    }

    Placed order(String id) {
        return java.util.Objects.requireNonNull(orders.get(id));
    }

    /** All orders changed at or after that time, the longest unchanged first. */
    List<Placed> changedSince(Instant from) {
        synchronized (orders) {
            return orders.values().stream()
                    .filter(order -> !order.changedAt().isBefore(from))
                    .sorted(Comparator.comparing(Placed::changedAt).thenComparing(Placed::id))
                    .toList();
        }
    }

    List<Placed> named(List<String> ids) {
        synchronized (orders) {
            return orders.values().stream()
                    .filter(order -> ids.contains(order.id()))
                    .toList();
        }
    }

    /** What was written to it, in order. */
    List<String> written() {
        synchronized (written) {
            return List.copyOf(written);
        }
    }

    void write(String what) {
        written.add(what);
    }

    int requests() {
        return requests.get();
    }

    /** Says "too many" to the next requests. */
    void limit(int number) {
        limited.set(number);
    }

    int limited() {
        return limited.get();
    }

    void broken(boolean is) {
        broken = is;
    }

    /** Believes the tokens it gave no longer, where it gives any. */
    void expire() {}

    /** Does something just after the next answer went out. */
    void afterNextAnswer(Runnable something) {
        afterNextAnswer = something;
    }

    /** Is gone, and is there again on the same port. */
    void die() {
        server.stop(0);
        workers.shutdownNow();
    }

    void comeBack() {
        int port = server.getAddress().getPort();
        workers = Executors.newVirtualThreadPerTaskExecutor();
        server = listen(port);
    }

    @Override
    public void close() {
        die();
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        if (Faults.lost()) {
            exchange.close();
            return;
        }
        byte[] bytes = Faults.arriving(body.replace("K-1", String.valueOf(exchange.getAttribute(ORDERED))))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private HttpServer listen(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(workers);
            started.createContext("/", this::take);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.incrementAndGet();
        exchange.setAttribute(ORDERED, ordered);
        faults.meet(exchange, body);
        if (limited.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().set("Retry-After", "2");
            send(exchange, 429, "{}");
        } else if (broken) {
            send(exchange, 500, "the database is away");
        } else if (!knows(exchange)) {
            send(exchange, 401, "{\"message\":\"who are you\"}");
        } else {
            Runnable first = afterNextAnswer;
            afterNextAnswer = () -> {};
            answer(exchange, exchange.getRequestURI().getPath(), query(exchange), body);
            first.run();
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new LinkedHashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        if (raw == null) return query;
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.put(
                    URLDecoder.decode(name, StandardCharsets.UTF_8), URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return query;
    }
}
