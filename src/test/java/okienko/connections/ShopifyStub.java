package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Shopify shop: tokens of a day for client id and secret, questions paid for in points that come back with time, whole seconds,
 * and only the fields that are asked for and that it has. Orders are kept under the names of its own schema.
 */
final class ShopifyStub extends StubShop {

    private static final JsonMapper JSON = JsonMapper.shared();
    static final String SECRET = "shpss_what only the shop and the office know";
    static final String ORDER = "gid://shopify/Order/";

    private final Clock clock;
    private final AtomicInteger granted = new AtomicInteger();
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final ShopifyBooks books = new ShopifyBooks(this);
    private final ShopifyHooks hooks = new ShopifyHooks();
    private volatile int most = 20_000;
    private volatile int rate = 1_000;
    private volatile double points = 20_000;
    private volatile Instant countedAt;
    volatile int lines = 1;
    volatile int dearest = 1_000;
    volatile Set<String> denied = Set.of();

    ShopifyStub(Clock clock) {
        this.clock = clock;
        this.countedAt = clock.instant();
    }

    @Override
    String platform() {
        return "shopify";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of("clientId", "okienko", "clientSecret", SECRET);
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("clientId", "okienko", "clientSecret", "wrong");
    }

    @Override
    String transfer() {
        return "Bank Deposit";
    }

    /** What was written to its orders. */
    ShopifyBooks books() {
        return books;
    }

    /** The calls it makes and those who want them. */
    ShopifyHooks hooks() {
        return hooks;
    }

    @Override
    List<String> callees() {
        return hooks.callees();
    }

    @Override
    void stopCalling() {
        hooks.forget();
    }

    /** What it carries is the order in the words of REST, of which only the id is believed. */
    @Override
    Hook hook(String id) {
        return hook("orders/updated", "{\"id\":%s,\"total_price\":\"0.01\"}".formatted(id), "b-" + id);
    }

    static Hook hook(String topic, String text, String delivery) {
        byte[] body = text.getBytes(UTF_8);
        String signature = Base64.getEncoder().encodeToString(Signatures.hmac(body, SECRET));
        return new Hook(
                Map.of(
                        "x-shopify-hmac-sha256",
                        signature,
                        "x-shopify-topic",
                        topic,
                        "x-shopify-webhook-id",
                        delivery,
                        "x-shopify-event-id",
                        "event-of-many"),
                "",
                body);
    }

    /** Has so many points left, and so many come back in a second. */
    void points(int left, int ofMost, int back) {
        most = ofMost;
        rate = back;
        points = left;
        countedAt = clock.instant();
    }

    int granted() {
        return granted.get();
    }

    /** The app was installed anew: the tokens of before are void. */
    void voidTokens() {
        tokens.clear();
    }

    @Override
    boolean knows(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token");
        return exchange.getRequestURI().getPath().equals("/admin/oauth/access_token")
                || (token != null && (token.equals("shpat_for_good") || tokens.contains(token)));
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        if (path.equals("/admin/oauth/access_token")) {
            boolean right = body.contains("grant_type=client_credentials")
                    && body.contains("client_secret=" + java.net.URLEncoder.encode(SECRET, UTF_8));
            String token = "shpat_" + granted.incrementAndGet();
            if (right) tokens.add(token);
            send(
                    exchange,
                    right ? 200 : 400,
                    right
                            ? "{\"access_token\":\"%s\",\"scope\":\"read_orders\",\"expires_in\":86399}"
                                    .formatted(token)
                            : "{\"error\":\"invalid_client\"}");
        } else if (path.equals("/admin/api/2026-10/graphql.json")) {
            send(exchange, 200, asked(JSON.readTree(body)).toString());
        } else {
            send(exchange, 404, "{\"errors\":\"Not Found\"}");
        }
    }

    private synchronized ObjectNode asked(JsonNode body) {
        String document = body.path("query").asString("");
        JsonNode variables = body.path("variables");
        List<Asked.Field> fields = Asked.read(document);
        boolean writes = document.startsWith("mutation");
        int cost = writes ? 10 * fields.size() : Asked.cost(fields, variables);
        points = Math.min(
                most,
                points
                        + rate
                                * java.time.Duration.between(countedAt, clock.instant())
                                        .toMillis()
                                / 1_000.0);
        countedAt = clock.instant();
        if (cost > dearest) return error("MAX_COST_EXCEEDED", cost);
        if (cost > points) return error("THROTTLED", cost);
        if (denied.stream().anyMatch(document::contains)) return error("ACCESS_DENIED", cost);
        try {
            ObjectNode data = writes ? written(fields, variables) : Asked.answer(root(variables), fields, variables);
            points -= writes
                    ? cost
                    : data.toString().chars().filter(c -> c == '{').count();
            ObjectNode answer = JSON.createObjectNode();
            answer.set("data", data);
            return paid(answer, cost);
        } catch (IllegalArgumentException unknown) {
            return error("undefinedField", cost);
        }
    }

    private ObjectNode error(String code, int cost) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("errors")
                .addObject()
                .put("message", code)
                .putObject("extensions")
                .put("code", code);
        return paid(answer, cost);
    }

    private ObjectNode paid(ObjectNode answer, int cost) {
        answer.putObject("extensions")
                .putObject("cost")
                .put("requestedQueryCost", cost)
                .putObject("throttleStatus")
                .put("maximumAvailable", (double) most)
                .put("currentlyAvailable", (int) points)
                .put("restoreRate", (double) rate);
        return answer;
    }

    private ObjectNode root(JsonNode variables) {
        ObjectNode root = JSON.createObjectNode();
        String search = variables.path("q").asString("");
        Instant since =
                search.isEmpty() ? Instant.EPOCH : Instant.parse(search.replaceAll("^updated_at:>='(.*)'$", "$1"));
        ArrayNode all = root.putArray("orders");
        if (!search.isEmpty()) changedSince(since).forEach(order -> all.add(books.order(order, lines)));
        ArrayNode nodes = root.putArray("nodes");
        for (JsonNode id : variables.path("ids")) nodes.add(one(id.asString("")));
        if (variables.has("id")) root.set("order", one(variables.path("id").asString("")));
        root.putObject("currentAppInstallation")
                .putArray("accessScopes")
                .addObject()
                .put("handle", "read_orders");
        root.set("webhookSubscriptions", hooks.all());
        return root;
    }

    private JsonNode one(String gid) {
        return named(List.of(gid.substring(ORDER.length()))).stream()
                .findFirst()
                .<JsonNode>map(order -> books.order(order, lines))
                .orElse(JSON.nullNode());
    }

    private ObjectNode written(List<Asked.Field> fields, JsonNode variables) {
        ObjectNode data = JSON.createObjectNode();
        for (Asked.Field field : fields) {
            String refusal = field.name().equals("webhookSubscriptionCreate")
                    ? hooks.subscribe(variables)
                    : books.write(field.name(), variables, clock.instant());
            ArrayNode errors = data.putObject(field.alias())
                    .putArray(field.name().equals("orderCancel") ? "orderCancelUserErrors" : "userErrors");
            if (!refusal.isEmpty()) errors.addObject().put("message", refusal);
        }
        return data;
    }

    static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
