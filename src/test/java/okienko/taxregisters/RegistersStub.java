package okienko.taxregisters;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both registers: answers as they do, counts its quota, and fails the way they fail. */
final class RegistersStub implements AutoCloseable {

    /** What the Polish list says of a number where a test says nothing else. */
    private static final String ACTIVE = "Czynny";

    private final HttpServer server;
    private final Map<String, String> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> viesErrors = new ConcurrentHashMap<>();
    private final List<List<String>> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile int outage;
    private final AtomicInteger quota = new AtomicInteger(100);

    RegistersStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/search/nips/", this::whiteList);
        server.createContext("/check-vat-number", this::vies);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Says how a number stands: a status of the Polish list, {@code valid} or {@code invalid} of VIES. */
    RegistersStub knows(String number, String status) {
        statuses.put(number, status);
        return this;
    }

    /** VIES answers with this error for a number; empty: it works again. */
    void viesError(String number, String error) {
        viesErrors.put(number, error);
    }

    void outage(int status) {
        outage = status;
    }

    /** So many questions are answered, then the address is blocked. */
    void quota(int questions) {
        this.quota.set(questions);
    }

    /** The numbers of every question. */
    List<List<String>> asked() {
        return List.copyOf(asked);
    }

    private void whiteList(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        List<String> nips = List.of(path.substring(path.lastIndexOf('/') + 1).split(",", -1));
        asked.add(nips);
        if (outage > 0) {
            send(exchange, outage, "<html>Service Unavailable</html>");
        } else if (nips.size() > 30) {
            send(exchange, 400, "{\"code\":\"WL-130\",\"message\":\"Przekroczono maksymalną liczbę parametrów\"}");
        } else if (quota.getAndDecrement() <= 0) {
            send(exchange, 429, "{\"code\":\"WL-191\",\"message\":\"Wyczerpano limit zapytań\"}");
        } else {
            String entries = nips.stream().map(this::entry).collect(Collectors.joining(","));
            send(exchange, 200, """
                    {"result":{"entries":[%s],"requestDateTime":"28-11-2026 12:00:00","requestId":"d2n10-84df1a%d"}}""".formatted(entries, asked.size()));
        }
    }

    private String entry(String nip) {
        String status = statuses.getOrDefault(nip, ACTIVE);
        if (status.isEmpty()) return "{\"identifier\":\"" + nip + "\",\"subjects\":[]}";
        if (status.startsWith("WL-")) {
            return "{\"identifier\":\"%s\",\"error\":{\"code\":\"%s\",\"message\":\"Nieprawidłowy NIP\"}}"
                    .formatted(nip, status);
        }
        return """
                {"identifier":"%s","subjects":[{"name":"ZIELONY DOM SP. Z O.O.","nip":"%s","statusVat":"%s",
                 "regon":"123456785","accountNumbers":[]}]}""".formatted(nip, nip, status);
    }

    private void vies(HttpExchange exchange) throws IOException {
        JsonNode question = JsonMapper.shared().readTree(exchange.getRequestBody());
        String number = question.path("countryCode").asString()
                + question.path("vatNumber").asString();
        asked.add(
                Stream.of(number, question.path("requesterNumber").asString("")).toList());
        String error = viesErrors.getOrDefault(number, "");
        if (outage > 0) {
            send(exchange, outage, "<html>Bad Gateway</html>");
        } else if (!error.isEmpty()) {
            send(exchange, 200, "{\"actionSucceed\":false,\"errorWrappers\":[{\"error\":\"%s\"}]}".formatted(error));
        } else {
            boolean requester = question.has("requesterNumber");
            send(exchange, 200, """
                    {"countryCode":"%s","vatNumber":"%s","requestDate":"2026-11-28T12:00:00.000Z","valid":%s,
                     "requestIdentifier":"%s","name":"---","address":"---"}""".formatted(
                            number.substring(0, 2),
                            number.substring(2),
                            !statuses.getOrDefault(number, "valid").equals("invalid"),
                            requester ? "WAPIAAAAWx" + asked.size() : ""));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
