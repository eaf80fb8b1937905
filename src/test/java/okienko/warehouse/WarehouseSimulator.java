package okienko.warehouse;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A warehouse that keeps what it is sent by key, refuses what is not signed, and misbehaves as often as it is told to. */
final class WarehouseSimulator implements AutoCloseable {

    static final String SECRET = "the warehouse's own secret";

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final AtomicInteger forged = new AtomicInteger();
    private final AtomicInteger deliveries = new AtomicInteger();
    private final Random random;
    private final int faultsPercent;
    private final int stallMillis;
    private ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    WarehouseSimulator(long seed, int faultsPercent, int stallMillis) {
        this.random = new Random(seed);
        this.faultsPercent = faultsPercent;
        this.stallMillis = stallMillis;
        this.server = listen(0);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
    }

    /** Dies and comes back on the same port with what it had kept. */
    void dieAndComeBack() {
        int port = server.getAddress().getPort();
        close();
        workers = Executors.newVirtualThreadPerTaskExecutor();
        server = listen(port);
    }

    Map<String, byte[]> kept() {
        return kept;
    }

    int forged() {
        return forged.get();
    }

    int deliveries() {
        return deliveries.get();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private HttpServer listen(int port) {
        try {
            var started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            started.setExecutor(workers);
            started.createContext("/orders", this::take);
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        deliveries.incrementAndGet();
        String signature = exchange.getRequestHeaders().getFirst("X-Okienko-Signature");
        if (!("sha256=" + WebhookWarehouse.signature(body, SECRET)).equals(signature)) {
            forged.incrementAndGet();
            answer(exchange, 401);
            return;
        }
        int fault = random.nextInt(100) < faultsPercent ? random.nextInt(4) : -1;
        if (fault == 0) {
            answer(exchange, 500);
            return;
        }
        if (fault == 1) {
            exchange.close(); // hangs up before it has kept anything
            return;
        }
        kept.putIfAbsent(exchange.getRequestHeaders().getFirst("Idempotency-Key"), body);
        if (fault == 2) exchange.close(); // has it, but the answer is lost
        else if (fault == 3) stall(exchange);
        else answer(exchange, 200);
    }

    private void stall(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(stallMillis);
            answer(exchange, 200);
        } catch (InterruptedException e) {
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** What it has, as text. */
    List<String> bodies() {
        return kept.values().stream()
                .map(body -> new String(body, java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }
}
