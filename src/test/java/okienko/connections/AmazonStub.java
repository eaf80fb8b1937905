package okienko.connections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Amazon: tokens for an hour, lists by token that end two minutes ago, no address and no amounts before the money is there. */
final class AmazonStub extends StubShop {

    private final Supplier<Instant> clock;
    private final Map<String, String> sentBy = new ConcurrentHashMap<>();
    private final Map<String, String> parcels = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger searches = new AtomicInteger();
    private volatile String rate = "50.0";
    private volatile boolean forgetful;
    private volatile Runnable afterSearch = () -> {};

    AmazonStub(Supplier<Instant> clock) {
        this.clock = clock;
    }

    @Override
    String platform() {
        return "amazon";
    }

    @Override
    Map<String, String> credentials() {
        return Map.of(
                "clientId",
                "amzn1.application",
                "clientSecret",
                "secret",
                "refreshToken",
                "Atzr|r",
                "marketplaces",
                "A1C3SOZRARQ6R3, A1PA6795UKMFR9");
    }

    @Override
    Map<String, String> wrongCredentials() {
        return Map.of("clientId", "amzn1.application", "clientSecret", "wrong", "refreshToken", "Atzr|r");
    }

    @Override
    boolean calls() {
        return false;
    }

    @Override
    Hook hook(String id) {
        throw new IllegalStateException("Amazon calls nobody");
    }

    @Override
    String transfer() {
        return "CreditCard";
    }

    @Override
    String id(int number) {
        return "404-%07d-%07d".formatted(number, number);
    }

    /** Who sends an order, and how far it is, where it is not the seller who has not sent it yet. */
    void sent(String id, String by, String status) {
        sentBy.put(id, "\"fulfillmentStatus\":\"" + status + "\",\"fulfilledBy\":\"" + by + "\"");
    }

    /** Searches a second that it allows. */
    void rate(String perSecond) {
        rate = perSecond;
    }

    int searches() {
        return searches.get();
    }

    int tokens() {
        return tokens.get();
    }

    /** Lets all tokens of access expire, as after an hour. */
    void expireTokens() {
        tokens.incrementAndGet();
    }

    /** Forgets the tokens of the pages it has given, as after a day. */
    void forgetPages() {
        forgetful = true;
    }

    /** After the next list of orders: signing in comes before. */
    @Override
    void afterNextAnswer(Runnable something) {
        afterSearch = something;
    }

    @Override
    boolean knows(HttpExchange exchange) {
        return true; // who signs in wrongly is told so there, and 403 stands for tokens
    }

    @Override
    void answer(HttpExchange exchange, String path, Map<String, String> query, String body) throws IOException {
        if (path.equals("/auth/o2/token")) {
            signIn(exchange, body);
        } else if (!("Atza|" + tokens.get()).equals(exchange.getRequestHeaders().getFirst("x-amz-access-token"))) {
            error(exchange, 403, "Unauthorized", "The access token you provided has expired.");
        } else if (path.equals("/orders/2026-01-01/orders")) {
            search(exchange, query);
            Runnable first = afterSearch;
            afterSearch = () -> {};
            first.run();
        } else if (path.endsWith("/shipmentConfirmation")) {
            confirm(exchange, path.split("/", -1)[4], body);
        } else {
            List<Placed> found = named(List.of(path.substring(path.lastIndexOf('/') + 1)));
            if (found.isEmpty()) error(exchange, 404, "NotFound", "Resource not found");
            else send(exchange, 200, "{\"order\":" + json(found.getFirst()) + "}");
        }
    }

    private void signIn(HttpExchange exchange, String body) throws IOException {
        if (!body.contains("client_secret=secret") || !body.contains("refresh_token=Atzr%7Cr")) {
            send(
                    exchange,
                    400,
                    "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}");
        } else {
            send(
                    exchange,
                    200,
                    "{\"access_token\":\"Atza|%d\",\"token_type\":\"bearer\",\"expires_in\":3600}"
                            .formatted(tokens.incrementAndGet()));
        }
    }

    private void search(HttpExchange exchange, Map<String, String> query) throws IOException {
        searches.incrementAndGet();
        exchange.getResponseHeaders().set("x-amzn-RateLimit-Limit", rate);
        Instant from = Instant.parse(query.getOrDefault("lastUpdatedAfter", ""));
        Instant until = Instant.parse(query.getOrDefault("lastUpdatedBefore", ""));
        String token = new String(Base64.getUrlDecoder().decode(query.getOrDefault("paginationToken", "")), UTF_8);
        boolean strange = !token.isEmpty() && (!token.startsWith(from + "|" + until + "|") || forgetful);
        if (until.isAfter(clock.get().minus(Duration.ofMinutes(2))) || query.containsKey("createdAfter") || strange) {
            forgetful = false;
            error(exchange, 400, "InvalidInput", "lastUpdatedBefore or paginationToken is invalid");
            return;
        }
        Set<String> statuses =
                Set.of(query.getOrDefault("fulfillmentStatuses", "").split(",", -1));
        int most = Integer.parseInt(query.getOrDefault("maxResultsPerPage", "100"));
        String after = token.isEmpty() ? "" : token.substring(token.lastIndexOf('|') + 1);
        List<Placed> found = changedSince(from).stream()
                .filter(order -> !order.changedAt().isAfter(until))
                .filter(order -> position(order).compareTo(after) > 0)
                .filter(order ->
                        statuses.stream().anyMatch(status -> standing(order).contains('"' + status + '"')))
                .filter(order -> standing(order).contains(query.getOrDefault("fulfilledBy", "")))
                .toList();
        List<Placed> page = found.stream().limit(most).toList();
        String next = found.size() <= most
                ? ""
                : ",\"pagination\":{\"nextToken\":\""
                        + Base64.getUrlEncoder()
                                .encodeToString((from + "|" + until + "|" + position(page.getLast())).getBytes(UTF_8))
                        + "\"}";
        send(
                exchange,
                200,
                page.stream().map(this::json).collect(Collectors.joining(",", "{\"orders\":[", "]" + next + "}")));
    }

    private static String position(Placed order) {
        return "%013d %s".formatted(order.changedAt().toEpochMilli(), order.id());
    }

    private void confirm(HttpExchange exchange, String id, String body) throws IOException {
        JsonNode parcel = JsonMapper.shared().readTree(body).path("packageDetail");
        boolean named = !parcel.path("carrierCode").asString("").equals("Other") || parcel.has("carrierName");
        if (!parcel.path("packageReferenceId").asString("").matches("[1-9]\\d*")
                || parcel.path("orderItems").isEmpty()
                || !body.contains("\"marketplaceId\":\"A1C3SOZRARQ6R3\"")
                || !named) {
            error(exchange, 400, "InvalidInput", "packageDetail");
            return;
        }
        parcels.put(id, parcel.path("trackingNumber").asString(""));
        sent(id, "MERCHANT", "SHIPPED");
        write("shipmentConfirmation " + id + " " + body);
        send(exchange, 204, "");
    }

    private static void error(HttpExchange exchange, int status, String code, String message) throws IOException {
        send(exchange, status, "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}".formatted(code, message));
    }

    private String standing(Placed order) {
        String status = order.cancelled() ? "CANCELLED" : order.paid() ? "UNSHIPPED" : "PENDING";
        return sentBy.getOrDefault(order.id(), "\"fulfillmentStatus\":\"" + status + "\",\"fulfilledBy\":\"MERCHANT\"");
    }

    private String json(Placed order) {
        boolean known = order.paid() && !order.cancelled();
        String money = "{\"amount\":\"49.00\",\"currencyCode\":\"PLN\"}";
        String person = """
                ,"buyer":{"buyerName":"Anna Nowak","buyerEmail":"%1$s@marketplace.example.com"},
                "recipient":{"deliveryAddress":{"name":"Anna Nowak","addressLine1":"Solna 4/2","city":"Poznań",
                "postalCode":"61-736","countryCode":"PL","phone":"600700800"},
                "deliveryPreference":{"addressInstruction":"%2$s"}},
                "payment":{"paymentExecutions":[{"paymentMethod":"%3$s"}]},
                "proceeds":{"grandTotal":%4$s,"breakdowns":[{"type":"ITEM","subtotal":%4$s}]}""".formatted(order.id(), order.comment(), order.payment(), money);
        return """
                {"orderId":"%1$s","createdTime":"2026-11-20T18:00:00Z","lastUpdatedTime":"%2$s",
                "salesChannel":{"channelName":"AMAZON","marketplaceId":"A1C3SOZRARQ6R3"},
                "fulfillment":{%3$s,"fulfillmentServiceLevel":"STANDARD"},"orderItems":[{"orderItemId":"9",
                "quantityOrdered":%4$d,"product":{"sellerSku":"K-1","title":"Kubek"%5$s}}],"packages":[%6$s]%7$s}""".formatted(
                order.id(),
                order.changedAt(),
                standing(order),
                order.cancelled() ? 0 : 1,
                known ? ",\"price\":{\"unitPrice\":" + money + "}" : "",
                parcels.containsKey(order.id())
                        ? "{\"packageReferenceId\":\"1\",\"trackingNumber\":\"" + parcels.get(order.id()) + "\"}"
                        : "",
                known ? person : "");
    }
}
