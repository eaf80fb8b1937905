package okienko.connections;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Allegro: a journal whose events repeat, forms one by one, tokens of which each can be renewed once. */
final class AllegroStub extends StubShop {

    private final String client = UUID.randomUUID().toString();
    private final List<String> journal = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Instant> bought = new ConcurrentHashMap<>();
    private final AtomicInteger renewals = new AtomicInteger();
    private final AtomicInteger voided = new AtomicInteger();
    private volatile boolean confirmed = true;
    private volatile boolean expired;

    @Override
    String platform() {
        return "allegro";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of("clientId", client, "clientSecret", "secret");
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("clientId", client, "clientSecret", "wrong");
    }

    @Override
    boolean calls() {
        return false;
    }

    @Override
    Hook hook(String id) {
        throw new IllegalStateException("Allegro calls nobody");
    }

    @Override
    String transfer() {
        return "WIRE_TRANSFER";
    }

    @Override
    String heldMark() {
        return "SUSPENDED";
    }

    @Override
    void expire() {
        expired = true;
    }

    int renewals() {
        return renewals.get();
    }

    int voided() {
        return voided.get();
    }

    void forgetConfirmation() {
        confirmed = false;
    }

    void confirm() {
        confirmed = true;
    }

    /** Every event twice, the second time after the next one; money alone makes none. */
    @Override
    void place(Placed order) {
        boolean silent =
                bought.containsKey(order.id()) && order(order.id()).changedAt().equals(order.changedAt());
        bought.putIfAbsent(order.id(), order.changedAt());
        super.place(order);
        if (silent) return;
        synchronized (journal) {
            journal.add(order.id());
            if (journal.size() > 2) journal.add(journal.get(journal.size() - 3));
        }
    }

    @Override
    boolean knows(HttpExchange exchange) {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String pair = Base64.getEncoder().encodeToString((client + ":secret").getBytes(StandardCharsets.UTF_8));
        return exchange.getRequestURI().getPath().startsWith("/auth/")
                ? given.equals("Basic " + pair)
                : given.equals("Bearer access-" + renewals.get()) && !expired;
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        switch (path) {
            case "/auth/oauth/device" ->
                send(
                        exchange,
                        200,
                        "{\"device_code\":\"device\",\"verification_uri_complete\":\"" + address()
                                + "/skojarz-aplikacje?code=abc\"}");
            case "/auth/oauth/token" -> token(exchange, query);
            case "/order/event-stats" -> send(exchange, 200, "{\"latestEvent\":{\"id\":\"" + journal.size() + "\"}}");
            case "/order/events" -> events(exchange, query);
            case "/order/checkout-forms" -> forms(exchange, query);
            case "/sale/offers" ->
                send(
                        exchange,
                        200,
                        "{\"offers\":["
                                + page(
                                        wares(),
                                        Integer.parseInt(query.getOrDefault("offset", "0")),
                                        Integer.parseInt(query.getOrDefault("limit", "20")),
                                        AllegroStub::offer)
                                + "],\"count\":1}");
            default -> form(exchange, path.substring("/order/checkout-forms/".length()), body);
        }
    }

    @Override
    int catalogue() {
        return 230;
    }

    private static String offer(Ware ware) {
        String external = ware.sku().isEmpty() ? "null" : "{\"id\":\"" + ware.sku() + "\"}";
        return """
                {"id":"%d","name":"%s","external":%s,"stock":{"available":%d,"sold":3},
                "sellingMode":{"format":"BUY_NOW","price":{"amount":"49.00","currency":"PLN"}}}""".formatted(ware.id(), ware.name(), external, ware.pieces());
    }

    private void token(HttpExchange exchange, Map<String, String> query) throws IOException {
        boolean device = query.containsKey("device_code");
        if (device ? !confirmed : !("refresh-" + renewals.get()).equals(query.get("refresh_token"))) {
            if (!device) voided.incrementAndGet();
            send(exchange, 400, "{\"error\":\"" + (device ? "authorization_pending" : "invalid_grant") + "\"}");
            return;
        }
        int number = renewals.incrementAndGet();
        expired = false;
        send(
                exchange,
                200,
                "{\"access_token\":\"access-" + number + "\",\"refresh_token\":\"refresh-" + number
                        + "\",\"expires_in\":43199}");
    }

    private void events(HttpExchange exchange, Map<String, String> query) throws IOException {
        int from = Integer.parseInt(query.getOrDefault("from", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        List<String> all = List.copyOf(journal);
        StringBuilder events = new StringBuilder();
        for (int i = from; i < Math.min(all.size(), from + limit); i++) {
            events.append(events.isEmpty() ? "" : ",")
                    .append("{\"id\":\"" + (i + 1)
                            + "\",\"type\":\"READY_FOR_PROCESSING\",\"order\":{\"checkoutForm\":")
                    .append("{\"id\":\"" + all.get(i) + "\",\"revision\":\"x\"}}}");
        }
        send(exchange, 200, "{\"events\":[" + events + "]}");
    }

    private void forms(HttpExchange exchange, Map<String, String> query) throws IOException {
        Instant since = Instant.parse(query.getOrDefault("lineItems.boughtAt.gte", Instant.EPOCH.toString()));
        send(
                exchange,
                200,
                changedSince(Instant.EPOCH).stream()
                        .filter(order -> !boughtAt(order).isBefore(since))
                        .sorted(java.util.Comparator.comparing(this::boughtAt).thenComparing(Placed::id))
                        .skip(Integer.parseInt(query.getOrDefault("offset", "0")))
                        .limit(Integer.parseInt(query.getOrDefault("limit", "100")))
                        .map(this::json)
                        .collect(Collectors.joining(",", "{\"checkoutForms\":[", "],\"count\":1}")));
    }

    private void form(HttpExchange exchange, String rest, String body) throws IOException {
        List<Placed> found = named(List.of(rest.replaceFirst("/.*", "")));
        if (found.isEmpty()) {
            send(exchange, 404, "{\"errors\":[]}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, rest.endsWith("/shipments") ? "{\"shipments\":[]}" : json(found.getFirst()));
        } else {
            write(exchange.getRequestMethod() + " " + rest + " " + body);
            send(exchange, 200, "{}");
        }
    }

    private Instant boughtAt(Placed order) {
        return java.util.Objects.requireNonNull(bought.get(order.id()));
    }

    private String json(Placed order) {
        return """
                {"id":"%1$s","messageToSeller":"%4$s","status":"%2$s","updatedAt":"%3$s","buyer":{"login":"anna",
                "email":"anna.%1$s@example.com","firstName":"Anna","lastName":"Nowak","phoneNumber":"600700800",
                "address":{"street":"Solna 4/2","city":"Poznań","postCode":"61-736","countryCode":"PL"}},
                "payment":{"type":"%5$s","finishedAt":%6$s,"paidAmount":%7$s},"fulfillment":{"status":"NEW"},
                "delivery":{"address":{"firstName":"Anna","lastName":"Nowak","street":"Solna 4/2","city":"Poznań",
                "zipCode":"61-736","countryCode":"PL","phoneNumber":"600700800"},"method":{"id":"x","name":"Kurier DPD"},
                "cost":{"amount":"0.00","currency":"PLN"}},"invoice":{"required":false},
                "lineItems":[{"offer":{"id":"9","name":"Kubek","external":{"id":"K-1"}},"quantity":1,
                "price":{"amount":"49.00","currency":"PLN"},"boughtAt":"%8$s"}],
                "summary":{"totalToPay":{"amount":"49.00","currency":"PLN"}}}""".formatted(
                        order.id(),
                        order.cancelled() ? "CANCELLED" : "READY_FOR_PROCESSING",
                        order.changedAt(),
                        order.comment(),
                        order.payment(),
                        order.paid() ? "\"2026-11-21T10:00:00Z\"" : "null",
                        order.paid() ? "{\"amount\":\"49.00\",\"currency\":\"PLN\"}" : "null",
                        boughtAt(order));
    }
}
