package okienko.connections.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
import okienko.connections.PlatformTrouble;
import okienko.connections.Reply;
import okienko.connections.States;
import okienko.connections.StockSource;
import okienko.connections.Subscription;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Base's connector (https://api.baselinker.com, methods getOrders, getJournalList and getOrderStatusList, read in November
 * 2026): every question is a POST of {@code method} and {@code parameters}, with the token in {@code X-BLToken}; 100 a
 * minute. Errors come with HTTP 200. Orders nobody has confirmed have no address yet and are not asked for. The journal is
 * kept three days and has to be turned on in the account; it calls nobody, so there are no hooks.
 */
public final class Base implements Platform {

    private static final int PAGE = 100;

    /** Orders asked for one by one in a go. */
    private static final int ONE_BY_ONE = 20;

    /** A journal longer than that is three days of a very large shop. */
    private static final int MOST_JOURNAL_PAGES = 200;

    private static final Duration BLOCKED_FOR = Duration.ofMinutes(1);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "base";
    }

    @Override
    public List<Credential> credentials() {
        return Stream.concat(Stream.of(Credential.secret("token")), States.CHOICES.stream())
                .toList();
    }

    @Override
    public Pace pace() {
        return Pace.perMinute(100);
    }

    @Override
    public void test(Access access) {
        ask(access, "getOrders", Map.of("id_from", Integer.MAX_VALUE, "get_unconfirmed_orders", false));
        BaseWriting.states(access).check(access);
    }

    @Override
    public String begin(Access access, Instant from) {
        long log = 0;
        for (int page = 0; page < MOST_JOURNAL_PAGES; page++) {
            JsonNode logs = journal(access, log);
            for (JsonNode line : logs) log = Math.max(log, line.path("log_id").asLong());
            if (logs.size() < PAGE) break;
        }
        return new Place(from.getEpochSecond(), 0, log, false).text();
    }

    @Override
    public Batch read(Access access, String cursor) {
        Place place = Place.read(cursor);
        return place.journal() ? changes(access, place) : orders(access, place);
    }

    private Batch orders(Access access, Place place) {
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("date_confirmed_from", place.from());
        wanted.put("get_unconfirmed_orders", false);
        if (place.id() > 0) wanted.put("id_from", place.id());
        JsonNode orders = ask(access, "getOrders", wanted).path("orders");
        long last = place.from();
        long highest = 0;
        for (JsonNode order : orders) {
            last = Math.max(last, order.path("date_confirmed").asLong());
            highest = Math.max(highest, order.path("order_id").asLong());
        }
        Place next = place.after(last, highest, orders.size() >= PAGE);
        return new Batch(named(access, orders), next.text(), true);
    }

    private Batch changes(Access access, Place place) {
        JsonNode logs = journal(access, place.log());
        Set<String> changed = new LinkedHashSet<>();
        long last = place.log();
        int read = 0;
        for (JsonNode line : logs) {
            String id = line.path("order_id").asString("");
            if (changed.size() == ONE_BY_ONE && !changed.contains(id)) break;
            if (!id.isEmpty()) changed.add(id);
            last = Math.max(last, line.path("log_id").asLong());
            read++;
        }
        boolean more = read < logs.size() || logs.size() >= PAGE;
        return new Batch(
                reread(access, List.copyOf(changed)), place.afterLog(last, more).text(), more);
    }

    @Override
    public int rereadMost() {
        return ONE_BY_ONE;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        List<JsonNode> orders = new ArrayList<>();
        for (String id : externalIds) {
            if (!id.matches("\\d{1,18}")) continue; // none of Base's
            ask(access, "getOrders", Map.of("order_id", Long.parseLong(id), "get_unconfirmed_orders", false))
                    .path("orders")
                    .forEach(orders::add);
        }
        return named(access, orders);
    }

    @Override
    public Optional<StockSource> stock() {
        return Optional.of(new BaseStock());
    }

    /** It signs nothing that could be believed. */
    @Override
    public Subscription.Way calls() {
        return Subscription.Way.NONE;
    }

    /** Base signs no calls. */
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
        return new BaseWriting(access).write(message);
    }

    /** The orders with what the shop calls their status. */
    private static List<byte[]> named(Access access, Iterable<JsonNode> orders) {
        List<byte[]> named = new ArrayList<>();
        Map<String, String> statuses = Map.of();
        for (JsonNode order : orders) {
            if (statuses.isEmpty()) statuses = BaseWriting.states(access).names();
            if (!(order instanceof ObjectNode object)) continue;
            String status = order.path("order_status_id").asString("");
            object.put("status_name", statuses.getOrDefault(status, ""));
            named.add(JSON.writeValueAsBytes(object));
        }
        return named;
    }

    private static JsonNode journal(Access access, long after) {
        return ask(access, "getJournalList", Map.of("last_log_id", after)).path("logs");
    }

    static JsonNode ask(Access access, String method, Map<String, ?> parameters) {
        String form =
                "method=" + method + "&parameters=" + URLEncoder.encode(JSON.writeValueAsString(parameters), UTF_8);
        Reply reply = access.send(HttpRequest.newBuilder(access.at("/connector.php"))
                .header("X-BLToken", access.credential("token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        JsonNode json = reply.json();
        if (json.path("status").asString("").equals("SUCCESS")) return json;
        throw trouble(
                json.path("error_code").asString("").toUpperCase(Locale.ROOT),
                json.path("error_message").asString(""));
    }

    /** Errors are told apart by their code, {@code ERROR_BAD_TOKEN}; over the limit the token is blocked for a while. */
    private static PlatformTrouble trouble(String code, String message) {
        String said = (code + " " + message).strip();
        String words = said.toLowerCase(Locale.ROOT);
        if (words.contains("limit") || words.contains("blocked")) return PlatformTrouble.limited(said, BLOCKED_FOR);
        boolean refused = code.contains("TOKEN") || code.contains("AUTH") || code.contains("PERMISSION");
        return refused ? PlatformTrouble.refused(said) : PlatformTrouble.odd(said);
    }
}
