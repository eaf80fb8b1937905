package okienko.payments.notifications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The side of the providers: Przelewy24's confirmation, which fails as often as told, and Tpay's certificates. */
final class ProviderSimulator implements AutoCloseable {

    static final String CRC = "a0b1c2d3";
    static final String API_KEY = "the key of the interface";
    static final String MERCHANT = "12345";

    final List<String> confirmed = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();
    final AtomicInteger fetches = new AtomicInteger();
    private final SigningKeys keys;
    private final HttpServer server;

    ProviderSimulator(SigningKeys keys) {
        this.keys = keys;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v1/transaction/verify", this::verify);
        server.createContext("/x509/", this::certificate);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void verify(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((MERCHANT + ":" + API_KEY).getBytes(StandardCharsets.UTF_8));
        JsonNode said = JsonMapper.shared().readTree(body);
        String signed = "{\"sessionId\":\"" + said.path("sessionId").asString("") + "\",\"orderId\":"
                + said.path("orderId").asLong(0) + ",\"amount\":"
                + said.path("amount").asLong(0) + ",\"currency\":\""
                + said.path("currency").asString("") + "\",\"crc\":\"" + CRC + "\"}";
        boolean genuine = exchange.getRequestMethod().equals("PUT")
                && expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && said.path("sign").asString("").equals(Digests.of("SHA-384", Digests.bytes(signed)))
                && !body.contains("crc");
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            answer(exchange, 503, "maintenance");
        } else if (!genuine) {
            answer(exchange, 400, "{\"error\":\"Wrong sign\"}");
        } else {
            confirmed.add(said.path("sessionId").asString(""));
            answer(exchange, 200, "{\"data\":{\"status\":\"success\"},\"responseCode\":0}");
        }
    }

    private void certificate(HttpExchange exchange) throws IOException {
        fetches.incrementAndGet();
        boolean root = exchange.getRequestURI().getPath().endsWith("tpay-jws-root.pem");
        answer(exchange, 200, root ? keys.root() : keys.leaf());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
