package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Vendure shop on SQLite: whole seconds, sessions that run out, "after" means after. */
final class VendureStub extends StubShop {

    private static final String SECRET = "what only the shop and the office know";

    /** Requests a session lasts. */
    private static final int SESSION = 6;

    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();

    @Override
    String platform() {
        return "vendure";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of(
                "username",
                "biuro",
                "password",
                "haslo",
                "commentField",
                "buyerComment",
                "stateField",
                "okienko",
                "hookSecret",
                SECRET);
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("username", "biuro", "password", "wrong", "hookSecret", SECRET);
    }

    @Override
    String transfer() {
        return "przelew";
    }

    @Override
    Hook hook(String id) {
        byte[] body = ("{\"event\":\"order.state\",\"orderId\":\"" + id + "\",\"at\":\""
                        + order(id).changedAt() + "\"}")
                .getBytes(UTF_8);
        String signature = Base64.getEncoder().encodeToString(Signatures.hmac(body, SECRET));
        return new Hook(Map.of("x-vendure-signature", signature), "", body);
    }

    @Override
    void expire() {
        left.set(0);
    }

    /** GraphQL says who may do what in its answers. */
    @Override
    boolean knows(HttpExchange exchange) {
        return true;
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        JsonNode asked = JsonMapper.shared().readTree(body);
        String text = asked.path("query").asString("");
        JsonNode variables = asked.path("variables");
        if (text.contains("login(")) {
            boolean right = variables.path("p").asString("").equals("haslo");
            if (right) {
                left.set(SESSION);
                exchange.getResponseHeaders().set("vendure-auth-token", "session-" + sessions.incrementAndGet());
            }
            String type = right ? "CurrentUser" : "InvalidCredentialsError";
            send(exchange, 200, "{\"data\":{\"login\":{\"__typename\":\"" + type + "\"}}}");
            return;
        }
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!bearer.equals("Bearer session-" + sessions.get()) || left.getAndDecrement() <= 0) {
            send(exchange, 200, "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"FORBIDDEN\"}}]}");
            return;
        }
        send(exchange, 200, text.startsWith("mutation") ? written(text, variables) : read(text, variables));
    }

    @Override
    boolean mayNotCount() {
        return true;
    }

    /** What was ordered is allocated, and still on hand. */
    private static String ware(Ware ware) {
        return """
                {"id":"%d","sku":"%s","name":"%s","trackInventory":"%s","priceWithTax":4900,"currencyCode":"PLN",
                "stockLevels":[{"stockOnHand":%d,"stockAllocated":3},{"stockOnHand":0,"stockAllocated":0}]}""".formatted(
                ware.id(), ware.sku(), ware.name(), ware.free() == null ? "FALSE" : "INHERIT", ware.pieces() + 3);
    }

    private String read(String text, JsonNode variables) {
        if (text.contains("productVariants(")) {
            JsonNode list = variables.path("o");
            return "{\"data\":{\"globalSettings\":{\"trackInventory\":true},\"productVariants\":{\"items\":["
                    + page(
                            wares(),
                            list.path("skip").asInt(0),
                            list.path("take").asInt(10),
                            VendureStub::ware)
                    + "]}}}";
        }
        if (!text.contains("orders(")) {
            String id = variables.path("i").asString("");
            String state = written().stream().anyMatch(line -> line.startsWith("cancelOrder " + id + " "))
                    ? "Cancelled"
                    : "PaymentSettled";
            String notes = written().stream()
                    .filter(line -> line.startsWith("addNoteToOrder " + id + " "))
                    .map(line -> "{\"data\":{\"note\":\"" + line.substring(line.lastIndexOf("| ") + 2) + "\"}}")
                    .collect(Collectors.joining(","));
            return "{\"data\":{\"order\":{\"state\":\"" + state + "\",\"lines\":[{\"id\":\"1\",\"quantity\":1}],"
                    + "\"fulfillments\":[],\"history\":{\"items\":[" + notes + "]}}}}";
        }
        JsonNode options = variables.path("o");
        JsonNode filter = options.path("filter");
        List<String> ids = new ArrayList<>();
        for (JsonNode id : filter.at("/id/in")) ids.add(id.asString(""));
        String after = filter.at("/updatedAt/after").asString("");
        List<Placed> found = after.isEmpty()
                ? named(ids)
                : changedSince(
                        Instant.parse(after).truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
        return found.stream()
                .skip(options.path("skip").asInt(0))
                .limit(options.path("take").asInt(10))
                .map(VendureStub::json)
                .collect(Collectors.joining(",", "{\"data\":{\"orders\":{\"items\":[", "]}}}"));
    }

    private String written(String text, JsonNode variables) {
        String name = text.replaceFirst("^mutation\\([^)]*\\)\\{(\\w+).*", "$1");
        JsonNode input = variables.path("i");
        String id = input.path("id").asString(input.path("orderId").asString(input.asString("")));
        write(name + " " + id + " | " + input.path("note").asString(input.toString()));
        return "{\"data\":{\"" + name + "\":{\"__typename\":\"Order\",\"id\":\"" + id + "\"}}}";
    }

    private static String json(Placed order) {
        String state = order.cancelled() ? "Cancelled" : order.paid() ? "PaymentSettled" : "PaymentAuthorized";
        Instant changed = order.changedAt().truncatedTo(ChronoUnit.SECONDS);
        return """
                {"id":"%1$s","createdAt":"2026-11-20T18:00:00.000Z","updatedAt":"%3$s","code":"C%1$s","state":"%2$s",
                "active":false,"orderPlacedAt":"2026-11-20T18:00:00.000Z","currencyCode":"PLN","totalWithTax":4900,
                "customer":{"id":"7","firstName":"Anna","lastName":"Nowak","emailAddress":"anna.%1$s@example.com"},
                "shippingAddress":{"fullName":"Anna Nowak","streetLine1":"Solna 4/2","city":"Poznań","postalCode":"61-736",
                "countryCode":"PL","phoneNumber":"600700800"},"billingAddress":{"streetLine1":null},
                "customFields":{"comment":"%4$s"},"surcharges":[],"discounts":[],
                "lines":[{"quantity":1,"orderPlacedQuantity":1,"unitPriceWithTax":4900,
                "productVariant":{"sku":"K-1","name":"Kubek"}}],
                "shippingLines":[{"priceWithTax":0,"shippingMethod":{"name":"Kurier DPD"}}],
                "payments":[{"createdAt":"2026-11-20T18:00:00.000Z","method":"%5$s","amount":4900,"state":"%6$s",
                "refunds":[]}]}""".formatted(
                order.id(), state, changed, order.comment(), order.payment(), order.paid() ? "Settled" : "Authorized");
    }
}
