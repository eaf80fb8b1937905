package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A PrestaShop in Warsaw: a resource for everything, numbers instead of what they mean, an empty list for nothing. */
final class PrestaShopStub extends StubShop {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    String platform() {
        return "prestashop";
    }

    private final List<String> threads = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> standing = new ConcurrentHashMap<>();
    private final Map<String, String> numbers = new ConcurrentHashMap<>();

    @Override
    Map<String, String> credentials() {
        return Map.of(
                "key",
                "ABCDEFGHJKLMNPQRSTUVWXYZ12345678",
                "heldState",
                "oczekiwanie na decyzję",
                "releasedState",
                "3",
                "cancelledState",
                "Anulowane");
    }

    @Override
    String cancelMark() {
        return "<id_order_state>6<";
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("key", "WRONG");
    }

    @Override
    String transfer() {
        return "Przelew bankowy";
    }

    @Override
    Hook hook(String id) {
        return new Hook(Map.of(), "", ("id=" + id).getBytes(UTF_8));
    }

    @Override
    boolean knows(HttpExchange exchange) {
        String key = credentials().get("key") + ":";
        return ("Basic " + Base64.getEncoder().encodeToString(key.getBytes(UTF_8)))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        String resource = path.substring("/api/".length());
        if (!exchange.getRequestMethod().equals("GET")) {
            change(exchange, resource, body);
            return;
        }
        List<String> found = switch (resource) {
            case "orders" -> orders(query);
            case "addresses" -> named("""
                    {"id":%1$s,"id_country":"14","company":"","firstname":"Anna","lastname":"Nowak","vat_number":"",
                     "address1":"Solna 4/2","address2":"","postcode":"61-736","city":"Poznań","phone":"",
                     "phone_mobile":"600700%2$s","dni":""}""", query);
            case "countries" -> List.of("{\"id\":14,\"iso_code\":\"PL\"}");
            case "customers" -> named("{\"id\":%1$s,\"email\":\"anna.%1$s@example.com\"}", query);
            case "order_states" ->
                List.of(
                        "{\"id\":2,\"paid\":\"1\",\"name\":\"Płatność zaakceptowana\"}",
                        "{\"id\":6,\"paid\":\"0\",\"name\":[{\"id\":\"1\",\"value\":\"Anulowane\"}]}",
                        "{\"id\":3,\"paid\":\"1\",\"name\":\"W przygotowaniu\"}",
                        "{\"id\":15,\"paid\":\"1\",\"name\":[{\"id\":\"1\",\"value\":\"Oczekiwanie na decyzję\"}]}",
                        "{\"id\":10,\"paid\":\"0\",\"name\":\"Oczekiwanie na płatność\"}");
            case "currencies" -> List.of("{\"id\":1,\"iso_code\":\"PLN\"}");
            case "carriers" -> List.of("{\"id\":2,\"name\":\"Kurier DPD\"}");
            case "order_carriers" ->
                ids(query).stream()
                        .map(id ->
                                "{\"id\":7%1$s,\"id_order\":\"%1$s\",\"id_carrier\":\"2\",\"weight\":\"0.3\",\"tracking_number\":\"%2$s\"}"
                                        .formatted(id, numbers.getOrDefault(id, "")))
                        .toList();
            case "customer_threads" -> threads(query);
            case "customer_messages" -> messages(query);
            case "stock_availables" -> counts(query);
            case "products" -> products(query);
            case "combinations" -> combinations(query);
            default -> List.of();
        };
        send(exchange, 200, found.isEmpty() ? "[]" : "{\"" + resource + "\":[" + String.join(",", found) + "]}");
    }

    /** Every seventh article is a combination; its product has a row, too: the sum. */
    private List<String> counts(Map<String, String> query) {
        String interval = query.getOrDefault("filter[id]", "[1,9]");
        int from = Integer.parseInt(interval.substring(1, interval.indexOf(',')));
        List<String> rows = new ArrayList<>();
        for (Ware ware : wares()) {
            String form = "{\"id\":%d,\"id_product\":\"%d\",\"id_product_attribute\":\"%d\",\"quantity\":\"%d\"}";
            int id = 2 * ware.id();
            if (id >= from) rows.add(form.formatted(id, ware.id(), 0, ware.pieces()));
            if (ware.id() % 7 == 0 && id + 1 >= from) {
                rows.add(form.formatted(id + 1, ware.id(), 500_000 + ware.id(), ware.pieces()));
            }
        }
        return rows.stream()
                .limit(Integer.parseInt(query.getOrDefault("limit", "1000")))
                .toList();
    }

    private List<String> products(Map<String, String> query) {
        List<String> ids = ids(query);
        return wares().stream()
                .filter(ware -> ids.contains(Integer.toString(ware.id())))
                .map(ware -> """
                        {"id":%d,"reference":"%s","name":[{"id":"1","value":"%s"}],"id_default_combination":"%d"}""".formatted(
                                ware.id(),
                                ware.id() % 7 == 0 ? "" : ware.sku(),
                                ware.name(),
                                ware.id() % 7 == 0 ? 500_000 + ware.id() : 0))
                .toList();
    }

    private List<String> combinations(Map<String, String> query) {
        List<String> ids = ids(query);
        return wares().stream()
                .filter(ware -> ids.contains(Integer.toString(500_000 + ware.id())))
                .map(ware -> "{\"id\":%d,\"reference\":\"%s\"}".formatted(500_000 + ware.id(), ware.sku()))
                .toList();
    }

    private List<String> orders(Map<String, String> query) {
        List<Placed> orders = changedSince(java.time.Instant.EPOCH);
        String period = query.get("filter[date_upd]");
        if (period != null) {
            // without date=1 PrestaShop does not filter by dates
            if (!"1".equals(query.get("date"))) return List.of();
            String from = period.substring(1, period.indexOf(','));
            orders = changedSince(LocalDateTime.parse(from, TIME).atZone(WARSAW).toInstant());
        }
        List<String> ids = ids(query);
        String[] limit = query.getOrDefault("limit", "0,1000").split(",", -1);
        int offset = limit.length > 1 ? Integer.parseInt(limit[0]) : 0;
        int most = Integer.parseInt(limit[limit.length - 1]);
        return orders.stream()
                .filter(order -> ids.isEmpty() || ids.contains(order.id()))
                .skip(offset)
                .limit(most)
                .map(this::order)
                .toList();
    }

    private static List<String> ids(Map<String, String> query) {
        List<String> ids = new ArrayList<>();
        query.forEach((name, value) -> {
            if (name.startsWith("filter[id") && value.length() > 2) {
                ids.addAll(List.of(value.substring(1, value.length() - 1).split("\\|", -1)));
            }
        });
        return ids;
    }

    private static List<String> named(String form, Map<String, String> query) {
        return ids(query).stream()
                .map(id -> form.formatted(id, id.substring(Math.max(0, id.length() - 3))))
                .toList();
    }

    /** Takes XML only, and does as it is told; a thread or a message without what it needs is refused. */
    private void change(HttpExchange exchange, String path, String body) throws IOException {
        String order = field(body, "id_order");
        String missing = switch (path.replaceFirst("/.*", "")) {
            case "customer_threads" -> body.contains("<id_lang>1<") && body.contains("<token>") ? "" : "id_lang";
            case "customer_messages" -> body.contains("<message>") ? "" : "message";
            case "order_histories" -> body.contains("<id_order_state>") ? "" : "id_order_state";
            case "order_carriers" -> body.contains("<id_carrier>2<") && body.contains("<id>") ? "" : "id_carrier";
            default -> path;
        };
        if (!missing.isEmpty() || !body.startsWith("<?xml")) {
            send(exchange, 400, "{\"errors\":[{\"code\":41,\"message\":\"parameter " + missing + " required\"}]}");
            return;
        }
        if (path.equals("customer_threads")) threads.add(order);
        if (path.equals("order_histories")) standing.put(order, field(body, "id_order_state"));
        if (path.startsWith("order_carriers/")) numbers.put(order, field(body, "tracking_number"));
        write(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        send(exchange, 201, "{}");
    }

    private static String field(String xml, String name) {
        int start = xml.indexOf("<" + name + ">");
        return start < 0 ? "" : xml.substring(start + name.length() + 2, xml.indexOf("</" + name + ">"));
    }

    private List<String> threads(Map<String, String> query) {
        return named(ids(query)).stream()
                .filter(order -> !order.comment().isEmpty() || threads.contains(order.id()))
                .map(order -> "{\"id\":9%1$s,\"id_order\":\"%1$s\"}".formatted(order.id()))
                .toList();
    }

    private List<String> messages(Map<String, String> query) {
        List<String> messages = new ArrayList<>();
        for (String id : ids(query).stream().map(thread -> thread.substring(1)).toList()) {
            String comment = order(id).comment();
            if (!comment.isEmpty()) messages.add(message(id, "0", comment));
            messages.add(message(id, "1", "nasza notatka"));
            written().stream()
                    .filter(line -> line.contains("<id_customer_thread>9" + id + "<"))
                    .forEach(line -> messages.add(message(id, field(line, "private"), field(line, "message"))));
        }
        return messages;
    }

    private static String message(String order, String hidden, String text) {
        return """
                {"id":1,"id_customer_thread":"9%s","id_employee":"0","private":"%s","message":"%s"}""".formatted(order, hidden, text);
    }

    private String order(Placed order) {
        String changed = LocalDateTime.ofInstant(order.changedAt(), WARSAW).format(TIME);
        String rows = Integer.parseInt(order.id()) % 2 == 0 ? "order_rows" : "order_details";
        return """
                {"id":%1$s,"id_lang":"1","id_shop":"1","id_address_delivery":"%1$s","id_address_invoice":"%1$s","id_currency":"1","id_customer":"%1$s",
                 "id_carrier":"2","current_state":"%2$s","module":"ps_wirepayment","date_add":"2026-11-20 19:00:00",
                 "date_upd":"%3$s","note":"","payment":"%4$s","total_discounts_tax_incl":"0.000000",
                 "total_paid_tax_incl":"49.000000","total_paid_real":"0.000000","total_shipping_tax_incl":"0.000000",
                 "total_wrapping_tax_incl":"0.000000","reference":"XK%1$s","associations":{"%5$s":[{"id":"1",
                 "product_quantity":"1","product_name":"Kubek","product_reference":"K-1",
                 "unit_price_tax_incl":"49.000000"}]}}""".formatted(
                        order.id(),
                        standing.getOrDefault(order.id(), order.cancelled() ? "6" : order.paid() ? "2" : "10"),
                        changed,
                        order.payment(),
                        rows);
    }
}
