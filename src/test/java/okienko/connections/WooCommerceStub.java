package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A WooCommerce shop in Warsaw: its own times are local unless GMT is asked for, and "after" means after. */
final class WooCommerceStub extends StubShop {

    /** Numbers of products that only have variations begin here. */
    private static final int VARIABLE = 100_000;

    private static final ZoneId SITE = ZoneId.of("Europe/Warsaw");
    private static final String SECRET = "what only the shop and the office know";

    private final WooCommerceWebhooks webhooks = new WooCommerceWebhooks();

    @Override
    String platform() {
        return "woocommerce";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of("consumerKey", "ck_okienko", "consumerSecret", "cs_secret", "hookSecret", SECRET);
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("consumerKey", "ck_okienko", "consumerSecret", "cs_wrong", "hookSecret", SECRET);
    }

    @Override
    String transfer() {
        return "bacs";
    }

    @Override
    List<String> callees() {
        return webhooks.callees();
    }

    @Override
    void stopCalling() {
        webhooks.disable();
    }

    @Override
    Hook hook(String id) {
        byte[] body = json(order(id)).getBytes(UTF_8);
        String signature = Base64.getEncoder().encodeToString(Signatures.hmac(body, SECRET));
        return new Hook(
                Map.of(
                        "x-wc-webhook-signature",
                        signature,
                        "x-wc-webhook-delivery-id",
                        "delivery-" + id + "-" + order(id).changedAt(),
                        "x-wc-webhook-topic",
                        "order.updated"),
                "",
                body);
    }

    @Override
    boolean knows(HttpExchange exchange) {
        String pair = Base64.getEncoder().encodeToString("ck_okienko:cs_secret".getBytes(UTF_8));
        return ("Basic " + pair).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        if (path.startsWith("/wp-json/wc/v3/products")) {
            send(exchange, 200, products(path, query));
            return;
        }
        if (path.startsWith("/wp-json/wc/v3/webhooks")) {
            webhooks.answer(exchange, path, body);
            return;
        }
        if (!path.startsWith("/wp-json/wc/v3/orders")) {
            send(exchange, 404, "{\"code\":\"rest_no_route\"}");
            return;
        }
        String rest = path.substring("/wp-json/wc/v3/orders".length());
        if (!rest.isEmpty()) {
            one(exchange, rest, body);
            return;
        }
        int size = Integer.parseInt(query.getOrDefault("per_page", "10"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        List<Placed> found = query.containsKey("include")
                ? named(List.of(query.get("include").split(",", -1)))
                : changedSince(after(query));
        send(
                exchange,
                200,
                found.stream()
                        .skip((page - 1L) * size)
                        .limit(size)
                        .map(this::json)
                        .collect(Collectors.joining(",", "[", "]")));
    }

    @Override
    boolean mayNotCount() {
        return true;
    }

    /** Every fortieth article is the only variation of a product, which has a number of its own. */
    private String products(String path, Map<String, String> query) {
        if (path.endsWith("/variations")) {
            int id = Integer.parseInt(path.replaceAll("\\D+", " ").strip().split(" ", -1)[1]) - VARIABLE;
            return "["
                    + page(wares().stream().filter(ware -> ware.id() == id).toList(), 0, 100, WooCommerceStub::ware)
                    + "]";
        }
        return "["
                + page(
                        wares(),
                        Integer.parseInt(query.getOrDefault("offset", "0")),
                        Integer.parseInt(query.getOrDefault("per_page", "10")),
                        ware -> ware.id() % 40 == 0
                                ? "{\"id\":%d,\"sku\":\"\",\"name\":\"%s\",\"type\":\"variable\",\"manage_stock\":false}"
                                        .formatted(VARIABLE + ware.id(), ware.name())
                                : ware(ware))
                + "]";
    }

    private static String ware(Ware ware) {
        return """
                {"id":%d,"sku":"%s","name":"%s","type":"simple","manage_stock":%s,"stock_quantity":%s,
                "stock_status":"instock","attributes":[]}""".formatted(ware.id(), ware.sku(), ware.name(), ware.free() != null, ware.free());
    }

    private void one(HttpExchange exchange, String rest, String body) throws IOException {
        String id = rest.substring(1).replace("/notes", "");
        if (named(List.of(id)).isEmpty()) {
            send(exchange, 404, "{\"code\":\"woocommerce_rest_shop_order_invalid_id\"}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            String notes = written().stream()
                    .filter(line -> line.startsWith("POST /" + id + "/notes "))
                    .map(line -> line.substring(line.indexOf('{')))
                    .collect(Collectors.joining(",", "[", "]"));
            send(exchange, 200, notes);
        } else {
            write(exchange.getRequestMethod() + " " + rest + " " + body);
            send(exchange, 200, "{\"id\":" + id + "}");
        }
    }

    private static Instant after(Map<String, String> query) {
        String after = query.get("modified_after");
        if (after == null) return Instant.EPOCH;
        boolean gmt = query.getOrDefault("dates_are_gmt", "false").equals("true");
        LocalDateTime time = LocalDateTime.parse(after);
        // times have whole seconds, and the very one is left out
        return (gmt ? time.toInstant(ZoneOffset.UTC) : time.atZone(SITE).toInstant()).plusSeconds(1);
    }

    private String json(Placed order) {
        String changed =
                LocalDateTime.ofInstant(order.changedAt(), ZoneOffset.UTC).withNano(0) + "";
        String local = LocalDateTime.ofInstant(order.changedAt(), SITE).withNano(0) + "";
        String status = order.cancelled() ? "cancelled" : order.paid() ? "processing" : "on-hold";
        return """
                {"id":%1$s,"number":"%1$s","status":"%2$s","currency":"PLN","date_created":"2026-11-20T19:00:00",
                "date_created_gmt":"2026-11-20T18:00:00","date_modified":"%8$s","date_modified_gmt":"%3$s","total":"49.00",
                "shipping_total":"0.00","discount_total":"0.00","customer_id":0,"customer_note":"%4$s",
                "payment_method":"%5$s","payment_method_title":"%5$s","date_paid_gmt":%6$s,
                "billing":{"first_name":"Anna","last_name":"Nowak","address_1":"Solna 4/2","city":"Poznań",
                "postcode":"61-736","country":"PL","email":"anna.%1$s@example.com","phone":"600700%7$s"},
                "shipping":{"first_name":"Anna","last_name":"Nowak","address_1":"Solna 4/2","city":"Poznań",
                "postcode":"61-736","country":"PL"},"shipping_lines":[{"method_title":"Kurier DPD"}],
                "line_items":[{"name":"Kubek","sku":"K-1","quantity":1,"total":"49.00","total_tax":"0.00"}]}""".formatted(
                        order.id(),
                        status,
                        changed,
                        order.comment(),
                        order.payment(),
                        order.paid() ? "\"" + changed + "\"" : "null",
                        order.id().substring(order.id().length() - 3),
                        local);
    }
}
