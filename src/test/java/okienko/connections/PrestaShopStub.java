package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A PrestaShop in Warsaw: a resource for everything, numbers instead of what they mean, an empty list for nothing. */
final class PrestaShopStub extends StubShop {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    String platform() {
        return "prestashop";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of("key", "ABCDEFGHJKLMNPQRSTUVWXYZ12345678");
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
                        "{\"id\":10,\"paid\":\"0\",\"name\":\"Oczekiwanie na płatność\"}");
            case "currencies" -> List.of("{\"id\":1,\"iso_code\":\"PLN\"}");
            case "carriers" -> List.of("{\"id\":2,\"name\":\"Kurier DPD\"}");
            case "customer_threads" -> threads(query);
            case "customer_messages" -> messages(query);
            default -> List.of();
        };
        send(exchange, 200, found.isEmpty() ? "[]" : "{\"" + resource + "\":[" + String.join(",", found) + "]}");
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

    private List<String> threads(Map<String, String> query) {
        return named(ids(query)).stream()
                .filter(order -> !order.comment().isEmpty())
                .map(order -> "{\"id\":9%1$s,\"id_order\":\"%1$s\"}".formatted(order.id()))
                .toList();
    }

    private List<String> messages(Map<String, String> query) {
        return ids(query).stream()
                .map(thread -> thread.substring(1))
                .map(id -> """
                        {"id":1,"id_customer_thread":"9%1$s","id_employee":"0","private":"0","message":"%2$s"},
                        {"id":2,"id_customer_thread":"9%1$s","id_employee":"3","private":"1","message":"nasza notatka"}""".formatted(id, order(id).comment()))
                .collect(Collectors.toList());
    }

    private String order(Placed order) {
        String changed = LocalDateTime.ofInstant(order.changedAt(), WARSAW).format(TIME);
        String rows = Integer.parseInt(order.id()) % 2 == 0 ? "order_rows" : "order_details";
        return """
                {"id":%1$s,"id_address_delivery":"%1$s","id_address_invoice":"%1$s","id_currency":"1","id_customer":"%1$s",
                 "id_carrier":"2","current_state":"%2$s","module":"ps_wirepayment","date_add":"2026-11-20 19:00:00",
                 "date_upd":"%3$s","note":"","payment":"%4$s","total_discounts_tax_incl":"0.000000",
                 "total_paid_tax_incl":"49.000000","total_paid_real":"0.000000","total_shipping_tax_incl":"0.000000",
                 "total_wrapping_tax_incl":"0.000000","reference":"XK%1$s","associations":{"%5$s":[{"id":"1",
                 "product_quantity":"1","product_name":"Kubek","product_reference":"K-1",
                 "unit_price_tax_incl":"49.000000"}]}}""".formatted(
                order.id(), order.cancelled() ? "6" : order.paid() ? "2" : "10", changed, order.payment(), rows);
    }
}
