package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account of Base: a hundred orders an answer by when they were confirmed, and a journal of what changed about them. */
final class BaseStub extends StubShop {

    private static final int PAGE = 100;
    private static final int PRODUCTS = 1_000;

    private final Map<String, Instant> confirmed = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> journal = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> comments = new ConcurrentHashMap<>();
    private volatile String error = "";
    private volatile Runnable afterOrders = () -> {};

    @Override
    String platform() {
        return "base";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of(
                "token",
                "1234-secret",
                "heldState",
                "Do wyjaśnienia",
                "releasedState",
                "1",
                "cancelledState",
                "anulowane");
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("token", "1234-wrong");
    }

    @Override
    String cancelMark() {
        return "\"status_id\":2";
    }

    @Override
    String transfer() {
        return "Przelew zwykły";
    }

    @Override
    Hook hook(String id) {
        return new Hook(Map.of(), "", ("order_id=" + id).getBytes(UTF_8));
    }

    @Override
    boolean knows(HttpExchange exchange) {
        return "1234-secret".equals(exchange.getRequestHeaders().getFirst("X-BLToken"));
    }

    /** Confirmed when it is placed first; whatever happens to it later is a line in the journal. */
    @Override
    void place(Placed order) {
        boolean before = confirmed.putIfAbsent(order.id(), order.changedAt()) != null;
        boolean quiet = before && order(order.id()).changedAt().equals(order.changedAt());
        super.place(order);
        if (!quiet) journal.add(order.id());
    }

    /** After the next answer with orders: the journal is asked before, when the connection is made. */
    @Override
    void afterNextAnswer(Runnable something) {
        afterOrders = something;
    }

    /** Says this instead of an answer, with HTTP 200 as Base does; empty: it answers. */
    void says(String code) {
        error = code;
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        JsonNode parameters = JsonMapper.shared().readTree(form.getOrDefault("parameters", "{}"));
        String method = form.getOrDefault("method", "");
        if (!error.isEmpty()) {
            send(
                    exchange,
                    200,
                    "{\"status\":\"ERROR\",\"error_code\":\"%s\",\"error_message\":\"x\"}".formatted(error));
            return;
        }
        String answer = switch (method) {
            case "getOrders" -> "\"orders\":" + orders(parameters);
            case "getJournalList" ->
                "\"logs\":" + logs(parameters.path("last_log_id").asInt());
            case "getOrderStatusList" ->
                "\"statuses\":[{\"id\":1,\"name\":\"Nowe zamówienia\"},{\"id\":2,\"name\":\"Anulowane\"},"
                        + "{\"id\":3,\"name\":\"Do wyjaśnienia\"}]";
            case "getOrderPackages" -> "\"packages\":" + packages(parameters);
            case "setOrderStatus", "setOrderFields", "createPackageManual" -> take(method, parameters);
            case "getInventories", "getInventoryProductsList", "getInventoryProductsData" -> goods(method, parameters);
            default -> "";
        };
        send(
                exchange,
                200,
                answer.isEmpty()
                        ? "{\"status\":\"ERROR\",\"error_code\":\"ERROR_UNKNOWN_METHOD\",\"error_message\":\"\"}"
                        : "{\"status\":\"SUCCESS\"," + answer + "}");
        if (method.equals("getOrders") || method.equals("getInventoryProductsList")) {
            Runnable first = afterOrders;
            afterOrders = () -> {};
            first.run();
        }
    }

    /** What the seller wrote about an order. */
    void commented(String id, String text) {
        comments.put(id, text);
    }

    String comments(String id) {
        return comments.getOrDefault(id, "");
    }

    private String take(String method, JsonNode parameters) {
        String id = parameters.path("order_id").asString("");
        String told = parameters.toString();
        String comment = parameters.path("admin_comments").asString("");
        if (comment.length() > 200) return "";
        if (method.equals("setOrderFields")) {
            String before = comments(id);
            told = comment.startsWith(before)
                    ? comment.substring(before.length()).strip()
                    : comment;
            comments.put(id, comment);
        }
        write(method + " " + id + " " + told);
        return "\"package_id\":1";
    }

    private String packages(JsonNode parameters) {
        return written().stream()
                .filter(line -> line.startsWith(
                        "createPackageManual " + parameters.path("order_id").asString("")))
                .map(line -> JsonMapper.shared()
                        .readTree(line.substring(line.indexOf('{')))
                        .path("package_number"))
                .map(number -> "{\"courier_package_nr\":" + number + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    int catalogue() {
        return PRODUCTS + 1;
    }

    private String goods(String method, JsonNode parameters) {
        int from = (parameters.path("page").asInt(1) - 1) * PRODUCTS;
        int most = parameters.path("inventory_id").asInt(0) == 7 ? PRODUCTS : 0;
        return switch (method) {
            case "getInventories" ->
                "\"inventories\":[{\"inventory_id\":5,\"is_default\":false},{\"inventory_id\":7,\"is_default\":true}]";
            case "getInventoryProductsList" ->
                "\"products\":{" + page(wares(), from, most, ware -> "\"%1$d\":{\"id\":%1$d}".formatted(ware.id()))
                        + "}";
            default -> "\"products\":{" + data(parameters.path("products")) + "}";
        };
    }

    /** Every seventh article is a variant; the pieces lie in two warehouses. */
    private String data(JsonNode ids) {
        List<Integer> wanted = new ArrayList<>();
        ids.forEach(id -> wanted.add(id.asInt()));
        List<Ware> found =
                wares().stream().filter(ware -> wanted.contains(ware.id())).toList();
        return page(found, 0, PRODUCTS, ware -> {
            String count = "\"stock\":{\"bl_1\":%d,\"bl_2\":1}".formatted(ware.pieces() - 1);
            return ware.id() % 7 == 0
                    ? """
                    "%1$d":{"sku":"","text_fields":{"name":"%2$s"},"stock":{},
                    "variants":{"%3$d":{"name":"duży","sku":"%4$s",%5$s}}}""".formatted(ware.id(), ware.name(), 500_000 + ware.id(), ware.sku(), count)
                    : """
                    "%1$d":{"sku":"%2$s","text_fields":{"name":"%3$s"},%4$s,"variants":{}}""".formatted(ware.id(), ware.sku(), ware.name(), count);
        });
    }

    private String orders(JsonNode wanted) {
        long from = wanted.path("date_confirmed_from").asLong(0);
        long id = wanted.path("id_from").asLong(0);
        long one = wanted.path("order_id").asLong(0);
        return changedSince(Instant.EPOCH).stream()
                .filter(order -> one == 0 || order.id().equals(Long.toString(one)))
                .filter(order -> confirmedAt(order).getEpochSecond() >= from)
                .filter(order -> Long.parseLong(order.id()) >= id)
                .sorted(Comparator.comparing(this::confirmedAt).thenComparing(Placed::id))
                .limit(PAGE)
                .map(this::json)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Instant confirmedAt(Placed order) {
        return confirmed.getOrDefault(order.id(), order.changedAt());
    }

    private String logs(int after) {
        synchronized (journal) {
            List<String> lines = new ArrayList<>();
            for (int i = after; i < journal.size() && lines.size() < PAGE; i++) {
                lines.add("{\"log_id\":%d,\"log_type\":18,\"order_id\":%s,\"object_id\":0,\"date\":1516369287}"
                        .formatted(i + 1, journal.get(i)));
            }
            return "[" + String.join(",", lines) + "]";
        }
    }

    private String json(Placed order) {
        long at = confirmedAt(order).getEpochSecond();
        return """
                {"order_id":%1$s,"shop_order_id":0,"external_order_id":"","order_source":"personal","order_status_id":%2$d,
                 "date_add":%3$d,"date_confirmed":%3$d,"date_in_status":%3$d,"confirmed":true,"user_login":"",
                 "phone":"600700%4$s","email":"anna.%1$s@example.com","user_comments":"%5$s","admin_comments":"%8$s",
                 "currency":"PLN","payment_method":"%6$s","payment_method_cod":"0","payment_done":%7$s,
                 "delivery_method":"Kurier DPD","delivery_price":0,"delivery_fullname":"Anna Nowak","delivery_company":"",
                 "delivery_address":"Solna 4/2","delivery_city":"Poznań","delivery_postcode":"61-736",
                 "delivery_country_code":"PL","delivery_point_id":"","invoice_fullname":"","invoice_company":"",
                 "invoice_nip":"","invoice_address":"","invoice_city":"","invoice_postcode":"","invoice_country_code":"",
                 "want_invoice":"0","products":[{"storage":"db","name":"Kubek","attributes":"","sku":"K-1","ean":"",
                 "price_brutto":49.00,"tax_rate":23,"quantity":1,"weight":0.3}]}""".formatted(
                        order.id(),
                        order.cancelled() ? 2 : 1,
                        at,
                        order.id().substring(order.id().length() - 3),
                        order.comment(),
                        order.payment(),
                        order.paid() ? "49.00" : "0",
                        comments(order.id()).replace("\n", "\\n"));
    }
}
