package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Medusa shop: REST, amounts as decimal numbers, the list in an envelope, notes in the order's metadata. */
final class MedusaStub extends StubShop {

    private final Map<String, ObjectNode> metadata = new ConcurrentHashMap<>();

    private static final String SECRET = "what only the shop and the office know";

    @Override
    String platform() {
        return "medusa";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of("apiKey", "sk_okienko", "hookSecret", SECRET);
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("apiKey", "sk_wrong", "hookSecret", SECRET);
    }

    @Override
    String id(int number) {
        return "order_" + (1_000 + number);
    }

    @Override
    String transfer() {
        return "przelew";
    }

    @Override
    Hook hook(String id) {
        byte[] body = ("{\"event\":\"order.updated\",\"data\":{\"id\":\"" + id + "\"},\"at\":\""
                        + order(id).changedAt() + "\"}")
                .getBytes(UTF_8);
        String signature = Base64.getEncoder().encodeToString(Signatures.hmac(body, SECRET));
        return new Hook(Map.of("x-medusa-signature", signature), "", body);
    }

    @Override
    boolean knows(HttpExchange exchange) {
        return ("Basic " + Base64.getEncoder().encodeToString("sk_okienko:".getBytes(UTF_8)))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        if (path.equals("/admin/inventory-items")) {
            send(
                    exchange,
                    200,
                    "{\"inventory_items\":["
                            + page(
                                    wares(),
                                    Integer.parseInt(query.getOrDefault("offset", "0")),
                                    Integer.parseInt(query.getOrDefault("limit", "50")),
                                    MedusaStub::ware)
                            + "],\"count\":" + wares().size() + "}");
        } else if (!path.startsWith("/admin/orders")) {
            send(exchange, 404, "{\"type\":\"not_found\"}");
        } else if (path.equals("/admin/orders")) {
            list(exchange, query);
        } else {
            one(exchange, path.substring("/admin/orders/".length()), body);
        }
    }

    /** What was ordered is reserved, and still in stock. */
    private static String ware(Ware ware) {
        return """
                {"id":"iitem_%05d","sku":%s,"title":"%s","location_levels":[{"stocked_quantity":%d,"reserved_quantity":2},
                {"stocked_quantity":1,"reserved_quantity":1}]}""".formatted(
                ware.id(), ware.sku().isEmpty() ? "null" : "\"" + ware.sku() + "\"", ware.name(), ware.pieces() + 2);
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        List<String> ids = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&", -1))
                .map(pair -> URLDecoder.decode(pair, UTF_8))
                .filter(pair -> pair.startsWith("id[]="))
                .map(pair -> pair.substring("id[]=".length()))
                .toList();
        List<Placed> found = ids.isEmpty()
                ? changedSince(Instant.parse(query.getOrDefault("updated_at[$gte]", Instant.EPOCH.toString())))
                : named(ids);
        send(
                exchange,
                200,
                found.stream()
                        .skip(Integer.parseInt(query.getOrDefault("offset", "0")))
                        .limit(Integer.parseInt(query.getOrDefault("limit", "50")))
                        .map(MedusaStub::json)
                        .collect(Collectors.joining(",", "{\"orders\":[", "],\"count\":" + found.size() + "}")));
    }

    private void one(HttpExchange exchange, String rest, String body) throws IOException {
        String id = rest.replaceFirst("/.*", "");
        if (named(List.of(id)).isEmpty()) {
            send(exchange, 404, "{\"type\":\"not_found\"}");
            return;
        }
        ObjectNode kept = metadata.computeIfAbsent(id, _ -> JsonMapper.shared().createObjectNode());
        if (!exchange.getRequestMethod().equals("GET")) {
            JsonNode sent = JsonMapper.shared().readTree(body).path("metadata");
            if (sent.isMissingNode()) write(rest + " " + body);
            for (var entry : sent.properties()) {
                if (!entry.getValue().equals(kept.get(entry.getKey()))) {
                    write(rest + " " + entry.getKey() + "=" + entry.getValue().asString(""));
                }
                kept.set(entry.getKey(), entry.getValue());
            }
        }
        boolean fulfilled = written().stream().anyMatch(line -> line.startsWith(id + "/fulfillments "));
        send(
                exchange,
                200,
                "{\"order\":{\"id\":\"" + id + "\",\"status\":\"pending\",\"metadata\":"
                        + kept + ",\"items\":[{\"id\":\"i\",\"quantity\":1}],"
                        + "\"fulfillments\":[" + (fulfilled ? "{\"id\":\"ful_1\",\"shipped_at\":null}" : "") + "]}}");
    }

    private static String json(Placed order) {
        return """
                {"id":"%1$s","display_id":7,"status":"%2$s","created_at":"2026-11-20T18:00:00.000Z","updated_at":"%3$s",
                "currency_code":"pln","email":"anna@example.com","total":49.9,"discount_total":0,
                "metadata":{"customer_note":"%4$s"},"items":[{"title":"Kubek","subtitle":"Biały","variant_sku":"K-1",
                "quantity":1,"original_total":49.9}],"shipping_address":{"first_name":"Anna","last_name":"Nowak",
                "address_1":"Solna 4/2","city":"Poznań","postal_code":"61-736","country_code":"pl","phone":"600700800"},
                "billing_address":null,"shipping_methods":[{"name":"Kurier DPD","original_total":0}],
                "payment_collections":[{"captured_amount":%6$s,"refunded_amount":0,"payments":[{"provider_id":"%5$s",
                "canceled_at":null,"captured_at":%7$s}]}]}""".formatted(
                        order.id(),
                        order.cancelled() ? "canceled" : "pending",
                        order.changedAt(),
                        order.comment(),
                        order.payment(),
                        order.paid() ? "49.9" : "0",
                        order.paid() ? "\"2026-11-21T10:00:00.000Z\"" : "null");
    }
}
