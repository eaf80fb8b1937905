package okienko.connections.vendure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.connections.Access;
import okienko.connections.Batch;
import okienko.connections.Credential;
import okienko.connections.Hook;
import okienko.connections.Pace;
import okienko.connections.Payloads;
import okienko.connections.Platform;
import okienko.connections.Signatures;
import okienko.connections.Since;
import okienko.connections.StockSource;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Vendure's Admin interface (docs.vendure.io/reference/graphql-api/admin, read 2026-11-22; tried on 3.7.3). A payment that is
 * settled does not touch the order's {@code updatedAt}: reading the waiting orders again finds it. SQLite keeps whole seconds,
 * so one more is asked for. The core calls nobody: a plug-in of some lines does, such as the one in {@code e2e/vendure}, with
 * {@code X-Vendure-Signature}, the HMAC-SHA256 of the body in Base64.
 */
public final class Vendure implements Platform {

    private static final int PAGE = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String name() {
        return "vendure";
    }

    @Override
    public List<Credential> credentials() {
        return List.of(
                Credential.open("username"),
                Credential.secret("password"),
                Credential.optionalOpen("commentField"),
                Credential.optionalOpen("taxIdField"),
                Credential.optionalOpen("pointField"),
                Credential.optionalOpen("stateField"),
                Credential.optional("hookSecret"));
    }

    /** It has no limit of its own. */
    @Override
    public Pace pace() {
        return Pace.perMinute(600);
    }

    @Override
    public void test(Access access) {
        read(access, Since.begin(access.now()));
    }

    @Override
    public String begin(Access access, Instant from) {
        return Since.begin(from);
    }

    @Override
    public Batch read(Access access, String cursor) {
        Since since = Since.read(cursor);
        ObjectNode options = options();
        options.put("take", PAGE).put("skip", (since.page() - 1) * PAGE);
        ((ObjectNode) options.get("filter"))
                .set(
                        "updatedAt",
                        JSON.objectNode()
                                .put(
                                        "after",
                                        second(since.from()).minusSeconds(1).toString()));
        JsonNode orders = orders(access, options);
        Instant last = since.from();
        for (JsonNode order : orders) {
            Instant changed = Instant.parse(order.path("updatedAt").asString(""));
            if (changed.isAfter(last)) last = changed;
        }
        boolean full = orders.size() >= PAGE;
        return new Batch(each(orders), since.next(last, full).text(), full);
    }

    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public int rereadMost() {
        return PAGE;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        ObjectNode options = options();
        options.put("take", PAGE);
        var ids = JSON.arrayNode();
        externalIds.forEach(ids::add);
        ((ObjectNode) options.get("filter")).set("id", JSON.objectNode().set("in", ids));
        return each(orders(access, options));
    }

    @Override
    public Optional<StockSource> stock() {
        return Optional.of(new VendureStock());
    }

    @Override
    public Hook.Verdict verify(Access access, Hook hook) {
        String signature = hook.header("X-Vendure-Signature").orElse("");
        return Signatures.base64(hook.body(), access.credential("hookSecret"), signature)
                ? new Hook.Verdict.Genuine(
                        "", Payloads.text(hook.body(), "/event"), Payloads.text(hook.body(), "/orderId"))
                : new Hook.Verdict.Forged();
    }

    @Override
    public Set<WriteBack.Kind> writes() {
        return Set.of(WriteBack.Kind.values());
    }

    @Override
    public WriteBack.Answer write(Access access, WriteBack message) {
        return new VendureWriting(new VendureQueries(access)).write(message);
    }

    private static ObjectNode options() {
        ObjectNode options = JSON.objectNode();
        options.set("sort", JSON.objectNode().put("updatedAt", "ASC"));
        options.set("filter", JSON.objectNode().set("active", JSON.objectNode().put("eq", false)));
        return options;
    }

    private static JsonNode orders(Access access, ObjectNode options) {
        String query = "query($o:OrderListOptions){orders(options:$o){items{" + VendureQueries.FIELDS
                + customFields(access) + "}}}";
        return new VendureQueries(access)
                .ask(query, Map.of("o", options))
                .path("orders")
                .path("items");
    }

    private static String customFields(Access access) {
        StringBuilder fields = new StringBuilder();
        field(fields, "comment", access.credential("commentField"));
        field(fields, "taxId", access.credential("taxIdField"));
        field(fields, "pickupPoint", access.credential("pointField"));
        return fields.isEmpty() ? "" : " customFields{" + fields + "}";
    }

    private static void field(StringBuilder fields, String alias, String name) {
        if (name.matches("[_A-Za-z]\\w{0,99}"))
            fields.append(alias).append(':').append(name).append(' ');
    }

    private static List<byte[]> each(JsonNode orders) {
        List<byte[]> each = new ArrayList<>(orders.size());
        for (JsonNode order : orders) each.add(Payloads.bytes(order));
        return each;
    }
}
