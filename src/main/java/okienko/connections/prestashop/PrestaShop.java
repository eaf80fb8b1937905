package okienko.connections.prestashop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okienko.connections.Access;
import okienko.connections.Batch;
import okienko.connections.Credential;
import okienko.connections.Hook;
import okienko.connections.Pace;
import okienko.connections.Platform;
import okienko.connections.Reply;
import okienko.connections.Since;
import okienko.connections.States;
import okienko.connections.StockSource;
import okienko.connections.Subscription;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;

/**
 * PrestaShop's webservice, versions 1.7 to 9 (https://devdocs.prestashop-project.org, "Webservice", read in November 2026):
 * the key is the user of Basic credentials without a password; answers in JSON by {@code output_format}. An order names its
 * addresses, customer, state, currency, carrier and messages by number only: they are fetched for a page of orders at once,
 * eight questions instead of eight for each order. Times are the shop's own, taken to be Warsaw's; {@code date=1} lets dates
 * be filtered. It has no webhooks of its own.
 */
public final class PrestaShop implements Platform {

    private static final int PAGE = 50;
    private static final String API = "/api/";
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String NO_END = "2999-12-31 00:00:00";

    @Override
    public String name() {
        return "prestashop";
    }

    @Override
    public List<Credential> credentials() {
        return Stream.concat(Stream.of(Credential.secret("key")), States.CHOICES.stream())
                .toList();
    }

    /** It has no limit of its own; a shop on a small server is spared. */
    @Override
    public Pace pace() {
        return Pace.perMinute(180);
    }

    @Override
    public void test(Access access) {
        for (String resource : Envelope.RESOURCES) list(access, resource, "display=[id]&limit=1");
        PrestaShopWriting.states(access).check(access);
    }

    @Override
    public String begin(Access access, Instant from) {
        return Since.begin(from);
    }

    @Override
    public Batch read(Access access, String cursor) {
        Since since = Since.read(cursor);
        String from = LocalDateTime.ofInstant(since.from(), WARSAW).format(TIME);
        List<JsonNode> orders = list(
                access,
                "orders",
                "display=full&date=1&sort=[date_upd_ASC,id_ASC]&filter[date_upd]=[" + from + "," + NO_END + "]&limit="
                        + (since.page() - 1) * PAGE + "," + PAGE);
        Instant last = since.from();
        for (JsonNode order : orders) last = later(last, order.path("date_upd").asString(""));
        boolean full = orders.size() >= PAGE;
        return new Batch(composed(access, orders), since.next(last, full).text(), full);
    }

    @Override
    public int rereadMost() {
        return PAGE;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        Set<String> ids = new LinkedHashSet<>(externalIds);
        ids.removeIf(id -> !id.matches("\\d{1,18}"));
        return composed(access, among(access, "orders", "id", ids));
    }

    @Override
    public Optional<StockSource> stock() {
        return Optional.of(new PrestaShopStock());
    }

    /** It signs nothing that could be believed. */
    @Override
    public Subscription.Way calls() {
        return Subscription.Way.NONE;
    }

    /** PrestaShop calls nobody. */
    @Override
    public Hook.Verdict verify(Access access, Hook hook) {
        return new Hook.Verdict.Forged();
    }

    @Override
    public Set<WriteBack.Kind> writes() {
        return Set.of(WriteBack.Kind.values());
    }

    @Override
    public boolean takes(WriteBack.Kind kind, String text, Map<String, String> credentials) {
        return States.chosen(kind, text, credentials);
    }

    @Override
    public WriteBack.Answer write(Access access, WriteBack message) {
        return new PrestaShopWriting(access).write(message);
    }

    private static List<byte[]> composed(Access access, List<JsonNode> orders) {
        if (orders.isEmpty()) return List.of();
        Set<String> addresses = ids(orders, "id_address_delivery");
        addresses.addAll(ids(orders, "id_address_invoice"));
        List<JsonNode> whereTo = among(access, "addresses", "id", addresses);
        List<JsonNode> threads = among(access, "customer_threads", "id_order", ids(orders, "id"));
        Envelope envelope = new Envelope(
                whereTo,
                among(access, "countries", "id", ids(whereTo, "id_country")),
                among(access, "customers", "id", ids(orders, "id_customer")),
                among(access, "order_states", "id", ids(orders, "current_state")),
                among(access, "currencies", "id", ids(orders, "id_currency")),
                among(access, "carriers", "id", ids(orders, "id_carrier")),
                threads,
                among(access, "customer_messages", "id_customer_thread", ids(threads, "id")));
        return orders.stream().map(envelope::compose).toList();
    }

    static Set<String> ids(List<JsonNode> nodes, String field) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode node : nodes) {
            String id = node.path(field).asString("");
            if (!id.isEmpty() && !id.equals("0")) ids.add(id);
        }
        return ids;
    }

    static List<JsonNode> among(Access access, String resource, String field, Set<String> ids) {
        if (ids.isEmpty()) return List.of();
        return list(access, resource, "display=full&filter[" + field + "]=[" + String.join("|", ids) + "]");
    }

    /** A list; where there is nothing PrestaShop answers an empty list instead of an object. */
    static List<JsonNode> list(Access access, String resource, String query) {
        Reply reply = access.send(request(access, resource + "?output_format=JSON&" + encoded(query)));
        JsonNode json = reply.json();
        JsonNode list = json.isArray() ? json : json.path(resource);
        if (!list.isArray()) throw reply.odd();
        List<JsonNode> nodes = new ArrayList<>();
        list.forEach(nodes::add);
        return nodes;
    }

    static HttpRequest.Builder request(Access access, String path) {
        return HttpRequest.newBuilder(access.at(API + path))
                .header("Authorization", "Basic " + basic(access.credential("key")))
                .header("Accept", "application/json");
    }

    private static String basic(String key) {
        return Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    }

    /** Names and values of a query, brackets and all. */
    private static String encoded(String query) {
        List<String> pairs = new ArrayList<>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            pairs.add(URLEncoder.encode(pair.substring(0, equals), UTF_8) + "="
                    + URLEncoder.encode(pair.substring(equals + 1), UTF_8));
        }
        return String.join("&", pairs);
    }

    private static Instant later(Instant last, String local) {
        try {
            Instant changed = LocalDateTime.parse(local, TIME).atZone(WARSAW).toInstant();
            return changed.isAfter(last) ? changed : last;
        } catch (DateTimeException e) {
            return last;
        }
    }
}
