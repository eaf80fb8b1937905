package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Shoper shop: a token for a login, fifty entries an answer, every number a text, and its own local time. */
final class ShoperStub extends StubShop {

    private static final int MOST = 50;
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String SECRET = "the webhook's key";

    private final Map<String, String> notes = new ConcurrentHashMap<>();
    private final Map<String, String> parcels = new ConcurrentHashMap<>();

    @Override
    String platform() {
        return "shoper";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of(
                "login",
                "okienko",
                "password",
                "secret",
                "hookSecret",
                SECRET,
                "heldState",
                "Wyjaśniane",
                "releasedState",
                "2",
                "cancelledState",
                "anulowane");
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("login", "okienko", "password", "wrong", "hookSecret", SECRET);
    }

    @Override
    String cancelMark() {
        return "\"status_id\":\"9\"";
    }

    @Override
    String transfer() {
        return "Przelew";
    }

    @Override
    Hook hook(String id) {
        byte[] body = order(order(id)).getBytes(UTF_8);
        return new Hook(
                Map.of("X-Webhook-Id", "7", "X-Webhook-Name", "order.create", "X-Webhook-SHA1", sha1(body)), "", body);
    }

    private static String sha1(byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(("7:" + SECRET + ":").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    boolean knows(HttpExchange exchange) {
        String pair = Base64.getEncoder().encodeToString("okienko:secret".getBytes(UTF_8));
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean auth = exchange.getRequestURI().getPath().endsWith("/auth");
        return given.equals(auth ? "Basic " + pair : "Bearer a-token");
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        exchange.getResponseHeaders().set("X-Shop-Api-Calls", "1");
        exchange.getResponseHeaders().set("X-Shop-Api-Limit", "10");
        String resource = path.substring("/webapi/rest/".length());
        if (resource.matches("(orders|parcels)/.*|parcels") && !resource.equals("auth")) {
            one(exchange, resource, query, body);
            return;
        }
        switch (resource) {
            case "auth" ->
                send(exchange, 200, "{\"access_token\":\"a-token\",\"expires_in\":7776000,\"token_type\":\"bearer\"}");
            case "orders" ->
                page(exchange, query, found(query).stream().map(this::order).toList());
            case "order-products" ->
                page(
                        exchange,
                        query,
                        found(query).stream().map(ShoperStub::product).toList());
            case "payments" -> page(exchange, query, List.of("""
                    {"payment_id":"4","name":"transfer","translations":{"pl_PL":{"title":"Przelew"}}}""", """
                    {"payment_id":"5","name":"xyz-9","translations":{"pl_PL":{"title":"xyz-9"}}}"""));
            case "shippings" -> page(exchange, query, List.of("""
                    {"shipping_id":"8","name":"Kurier","translations":{"pl_PL":{"name":"Kurier DPD"}}}"""));
            case "statuses" -> page(exchange, query, List.of("""
                    {"status_id":"1","type":"1","translations":{"pl_PL":{"name":"złożone"}}}""", """
                    {"status_id":"2","type":"2","translations":{"pl_PL":{"name":"w realizacji"}}}""", """
                    {"status_id":"7","type":"2","translations":{"pl_PL":{"name":"wyjaśniane"}}}""", """
                    {"status_id":"9","type":"4","translations":{"pl_PL":{"name":"anulowane"}}}"""));
            case "currencies" -> page(exchange, query, List.of("{\"currency_id\":\"1\",\"name\":\"PLN\"}"));
            case "product-stocks" -> page(exchange, query, stocks(query));
            case "products" -> page(exchange, query, products(query));
            default -> send(exchange, 404, "{\"error\":\"not_found\"}");
        }
    }

    /** What the shop's people noted at an order before. */
    void noted(String id, String text) {
        notes.put(id, text);
    }

    String notes(String id) {
        return notes.getOrDefault(id, "");
    }

    private void one(HttpExchange exchange, String resource, Map<String, String> query, String body)
            throws IOException {
        JsonNode sent = JsonMapper.shared().readTree(body.isEmpty() ? "{}" : body);
        if (exchange.getRequestMethod().equals("GET") && resource.equals("parcels")) {
            page(exchange, query, List.copyOf(parcels.values()));
            return;
        }
        String id = resource.substring(resource.indexOf('/') + 1);
        if (resource.startsWith("parcels")) {
            parcels.put(sent.path("order_id").asString(id), body);
        } else if (named(List.of(id)).isEmpty()) {
            send(exchange, 404, "{\"error\":\"not_found\"}");
            return;
        } else if (exchange.getRequestMethod().equals("GET")) {
            send(exchange, 200, order(order(id)));
            return;
        } else if (sent.has("notes_priv")) {
            String before = notes(id);
            notes.put(id, sent.path("notes_priv").asString(""));
            body = notes(id).startsWith(before)
                    ? notes(id).substring(before.length()).strip()
                    : "LOST: " + before;
        }
        write(exchange.getRequestMethod() + " " + resource + " " + body);
        send(exchange, 200, "1");
    }

    @Override
    int catalogue() {
        return 70;
    }

    private List<String> products(Map<String, String> query) {
        JsonNode among = JsonMapper.shared()
                .readTree(query.getOrDefault("filters", "{}"))
                .at("/product_id/IN");
        List<Integer> ids = new ArrayList<>();
        among.forEach(id -> ids.add(id.asInt()));
        return wares().stream()
                .filter(ware -> ids.contains(ware.id()))
                .map(ware -> "{\"product_id\":\"%d\",\"translations\":{\"pl_PL\":{\"name\":\"%s\"}}}"
                        .formatted(ware.id(), ware.name()))
                .toList();
    }

    private List<String> stocks(Map<String, String> query) {
        JsonNode filters = JsonMapper.shared().readTree(query.getOrDefault("filters", "{}"));
        int after = Integer.parseInt(filters.path("stock_id").path(">").asString("0"));
        return wares().stream()
                .filter(ware -> ware.id() > after)
                .map(ware -> """
                        {"stock_id":"%1$d","product_id":"%1$d","extended":"0","code":"%2$s","stock":"%3$d.0000"}""".formatted(ware.id(), ware.sku(), ware.pieces()))
                .toList();
    }

    private List<Placed> found(Map<String, String> query) {
        JsonNode filters = JsonMapper.shared().readTree(query.getOrDefault("filters", "{}"));
        String since = filters.path("status_date").path(">=").asString("1970-01-02 00:00:00");
        List<Placed> changed =
                changedSince(LocalDateTime.parse(since, TIME).atZone(WARSAW).toInstant());
        JsonNode among = filters.path("order_id").path("IN");
        if (among.isMissingNode()) return changed;
        List<String> ids = new ArrayList<>();
        among.forEach(id -> ids.add(id.asString()));
        return changed.stream().filter(order -> ids.contains(order.id())).toList();
    }

    private static void page(HttpExchange exchange, Map<String, String> query, List<String> entries)
            throws IOException {
        int size = Math.min(MOST, Integer.parseInt(query.getOrDefault("limit", "10")));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        String list = entries.stream().skip((page - 1L) * size).limit(size).collect(Collectors.joining(",", "[", "]"));
        int pages = (entries.size() + size - 1) / size;
        send(
                exchange,
                200,
                "{\"count\":\"%d\",\"pages\":%d,\"page\":%d,\"list\":%s}".formatted(entries.size(), pages, page, list));
    }

    private static String product(Placed order) {
        return """
                {"id":"%1$s","order_id":"%1$s","product_id":"13","price":"49.00","discount_perc":"0.0000",
                 "quantity":"1.0000","name":"Kubek","code":"K-1","option":""}""".formatted(order.id());
    }

    private String order(Placed order) {
        String changed = LocalDateTime.ofInstant(order.changedAt(), WARSAW).format(TIME);
        String address = """
                {"firstname":"Anna","lastname":"Nowak","company":"","city":"Poznań","postcode":"61-736",
                 "street1":"Solna 4/2","street2":"","country_code":"PL","phone":"600700%s",
                 "tax_identification_number":""}""".formatted(order.id().substring(order.id().length() - 3));
        return """
                {"order_id":"%1$s","user_id":"1","date":"2026-11-20 19:00:00","status_date":"%2$s","status_id":"%3$s",
                 "sum":"49.00","payment_id":"%8$s","notes_priv":"%9$s","shipping_id":"8","shipping_cost":"0.00",
                 "email":"anna.%1$s@example.com","notes":"%4$s","currency_id":"1","paid":"%5$s",
                 "is_cash_on_delivery":false,"is_paid":%6$s,"billing_address":%7$s,"delivery_address":%7$s}""".formatted(
                        order.id(),
                        changed,
                        order.cancelled() ? "9" : "1",
                        order.comment(),
                        order.paid() ? "49.00" : "0.00",
                        order.paid(),
                        address,
                        order.payment().equals(transfer()) ? "4" : "5",
                        notes(order.id()).replace("\n", "\\n"));
    }
}
