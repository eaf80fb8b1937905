package okienko.connections.shoper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
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
import okienko.connections.Payloads;
import okienko.connections.Platform;
import okienko.connections.PlatformTrouble;
import okienko.connections.Reply;
import okienko.connections.Since;
import okienko.connections.States;
import okienko.connections.StockSource;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;

/**
 * Shoper's REST interface (https://developers.shoper.pl, resources auth, orders, order-products, payments, shippings,
 * statuses and currencies, read in November 2026): a login for the interface gives a token by {@code POST
 * /webapi/rest/auth}; lists have {@code filters}, {@code order}, {@code page} and at most 50 entries; the bucket holds ten
 * requests and two a second flow out. Times are the shop's own, Warsaw's. What changed is seen by {@code status_date}; money
 * that comes later without another status is seen by reading open orders again.
 */
public final class Shoper implements Platform {

    private static final int PAGE = 50;
    private static final String REST = "/webapi/rest/";
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration RENEWED_BEFORE = Duration.ofHours(1);

    @Override
    public String name() {
        return "shoper";
    }

    @Override
    public List<Credential> credentials() {
        return Stream.concat(
                        Stream.of(
                                Credential.open("login"),
                                Credential.secret("password"),
                                Credential.optional("hookSecret")),
                        States.CHOICES.stream())
                .toList();
    }

    @Override
    public Pace pace() {
        return new Pace(10, Duration.ofMillis(500));
    }

    @Override
    public void test(Access access) {
        list(access, "orders?limit=1");
        list(access, "order-products?limit=1");
        ShoperWriting.states(access).check(access);
    }

    @Override
    public String begin(Access access, Instant from) {
        return Since.begin(from);
    }

    @Override
    public Batch read(Access access, String cursor) {
        Since since = Since.read(cursor);
        String filters = "{\"status_date\":{\">=\":\""
                + LocalDateTime.ofInstant(since.from(), WARSAW).format(TIME) + "\"}}";
        JsonNode orders = list(
                access,
                "orders?limit=" + PAGE + "&page=" + since.page() + "&order=" + encoded("status_date asc") + "&filters="
                        + encoded(filters));
        Instant last = since.from();
        for (JsonNode order : orders)
            last = later(last, order.path("status_date").asString(""));
        boolean full = orders.size() >= PAGE;
        return new Batch(composed(access, orders), since.next(last, full).text(), full);
    }

    @Override
    public int rereadMost() {
        return PAGE;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        List<String> ids =
                externalIds.stream().filter(id -> id.matches("\\d{1,18}")).toList();
        if (ids.isEmpty()) return List.of();
        return composed(access, list(access, "orders?limit=" + PAGE + "&filters=" + encoded(among(ids))));
    }

    @Override
    public Optional<StockSource> stock() {
        return Optional.of(new ShoperStock());
    }

    /** {@code X-Webhook-SHA1}: the SHA-1 of the webhook's id, its key and the raw body with colons between them. */
    @Override
    public Hook.Verdict verify(Access access, Hook hook) {
        String key = access.credential("hookSecret");
        String id = hook.header("X-Webhook-Id").orElse("");
        byte[] given = hook.header("X-Webhook-SHA1").orElse("").getBytes(UTF_8);
        if (key.isEmpty()
                || !MessageDigest.isEqual(given, checksum(id, key, hook.body()).getBytes(UTF_8))) {
            return new Hook.Verdict.Forged();
        }
        return new Hook.Verdict.Genuine(
                "", hook.header("X-Webhook-Name").orElse(""), Payloads.text(hook.body(), "/order_id"));
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
        return new ShoperWriting(access).write(message);
    }

    static String checksum(String id, String key, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update((id + ":" + key + ":").getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Orders with their articles and with what their numbers of payment, delivery, status and currency mean. */
    private static List<byte[]> composed(Access access, JsonNode orders) {
        if (orders.isEmpty()) return List.of();
        List<String> ids = new ArrayList<>();
        for (JsonNode order : orders) ids.add(order.path("order_id").asString(""));
        List<JsonNode> products = all(access, "order-products?filters=" + encoded(among(ids)) + "&");
        Meanings meanings = new Meanings(
                all(access, "payments?"),
                all(access, "shippings?"),
                all(access, "statuses?"),
                all(access, "currencies?"));
        List<byte[]> composed = new ArrayList<>();
        for (JsonNode order : orders) composed.add(meanings.compose(order, products));
        return composed;
    }

    private static String among(List<String> ids) {
        return "{\"order_id\":{\"IN\":[" + String.join(",", ids) + "]}}";
    }

    static List<JsonNode> all(Access access, String path) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= PAGE; page++) {
            JsonNode list = list(access, path + "limit=" + PAGE + "&page=" + page);
            list.forEach(all::add);
            if (list.size() < PAGE) break;
        }
        return all;
    }

    static JsonNode list(Access access, String path) {
        Reply reply = access.send(request(access, path));
        reply.header("X-Shop-Api-Calls")
                .ifPresent(calls -> access.quota(
                        calls + " / " + reply.header("X-Shop-Api-Limit").orElse("?")));
        JsonNode list = reply.json().path("list");
        if (!list.isArray()) throw reply.odd();
        return list;
    }

    static HttpRequest.Builder request(Access access, String path) {
        return HttpRequest.newBuilder(access.at(REST + path))
                .header("Authorization", "Bearer " + token(access))
                .header("Accept", "application/json");
    }

    private static String token(Access access) {
        Instant soon = access.now().plus(RENEWED_BEFORE);
        Map<String, String> tokens = access.tokens(
                known -> known.containsKey("token")
                        && Instant.parse(known.getOrDefault("until", "1970-01-01T00:00:00Z"))
                                .isAfter(soon),
                _ -> renewed(access));
        return tokens.getOrDefault("token", "");
    }

    private static Map<String, String> renewed(Access access) {
        String pair = access.credential("login") + ":" + access.credential("password");
        Reply reply = access.send(HttpRequest.newBuilder(access.at(REST + "auth"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.noBody()));
        JsonNode json = reply.json();
        String token = json.path("access_token").asString("");
        if (token.isEmpty()) throw PlatformTrouble.refused(reply.quoted());
        Instant until = access.now().plusSeconds(json.path("expires_in").asLong(0));
        return Map.of("token", token, "until", until.toString());
    }

    private static Instant later(Instant last, String local) {
        try {
            Instant changed = LocalDateTime.parse(local, TIME).atZone(WARSAW).toInstant();
            return changed.isAfter(last) ? changed : last;
        } catch (DateTimeException e) {
            return last;
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
