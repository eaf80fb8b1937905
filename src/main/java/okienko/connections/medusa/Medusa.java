package okienko.connections.medusa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.connections.Access;
import okienko.connections.Batch;
import okienko.connections.Credential;
import okienko.connections.Hook;
import okienko.connections.Pace;
import okienko.connections.Payloads;
import okienko.connections.Platform;
import okienko.connections.Reply;
import okienko.connections.Signatures;
import okienko.connections.Since;
import okienko.connections.StockSource;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;

/**
 * Medusa's Admin interface, with a secret API key as Basic user (docs.medusajs.com/api/admin, read 2026-11-22; tried on 2.21.2).
 * The core calls nobody: a subscriber of some lines does, which signs with {@code X-Medusa-Signature}, the HMAC-SHA256 of the
 * body in Base64.
 */
public final class Medusa implements Platform {

    static final String ORDERS = "/admin/orders";
    private static final int PAGE = 100;
    private static final int REREAD = 50;

    private static final String FIELDS = "*items,*shipping_address,*billing_address,*payment_collections,"
            + "*payment_collections.payments,*shipping_methods,+metadata,+currency_code,+email,+total,+discount_total";

    @Override
    public String name() {
        return "medusa";
    }

    @Override
    public List<Credential> credentials() {
        return List.of(Credential.secret("apiKey"), Credential.optional("hookSecret"));
    }

    /** It has no limit of its own. */
    @Override
    public Pace pace() {
        return Pace.perMinute(300);
    }

    @Override
    public void test(Access access) {
        access.send(get(access, ORDERS + "?limit=1")).json();
    }

    @Override
    public String begin(Access access, Instant from) {
        return Since.begin(from);
    }

    @Override
    public Batch read(Access access, String cursor) {
        Since since = Since.read(cursor);
        Reply reply = access.send(get(
                access,
                list(PAGE) + "&offset=" + (since.page() - 1) * PAGE + "&updated_at%5B%24gte%5D="
                        + encoded(since.from().toString())));
        JsonNode orders = reply.json().path("orders");
        if (!orders.isArray()) throw reply.odd();
        Instant last = since.from();
        for (JsonNode order : orders) {
            Instant changed = Instant.parse(order.path("updated_at").asString(""));
            if (changed.isAfter(last)) last = changed;
        }
        boolean full = orders.size() >= PAGE;
        return new Batch(
                Payloads.cut(format(), reply.body()), since.next(last, full).text(), full);
    }

    @Override
    public int rereadMost() {
        return REREAD;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        String ids = externalIds.stream().map(id -> "&id%5B%5D=" + encoded(id)).collect(Collectors.joining());
        Reply reply = access.send(get(access, list(PAGE) + ids));
        if (!reply.json().path("orders").isArray()) throw reply.odd();
        return Payloads.cut(format(), reply.body());
    }

    @Override
    public Optional<StockSource> stock() {
        return Optional.of(new MedusaStock());
    }

    @Override
    public Hook.Verdict verify(Access access, Hook hook) {
        String signature = hook.header("X-Medusa-Signature").orElse("");
        if (!Signatures.base64(hook.body(), access.credential("hookSecret"), signature)) {
            return new Hook.Verdict.Forged();
        }
        // a payment's event names the payment: then the office looks for news
        String id = Payloads.text(hook.body(), "/data/id");
        return new Hook.Verdict.Genuine("", Payloads.text(hook.body(), "/event"), id.startsWith("order_") ? id : "");
    }

    @Override
    public Set<WriteBack.Kind> writes() {
        return Set.of(WriteBack.Kind.values());
    }

    @Override
    public WriteBack.Answer write(Access access, WriteBack message) {
        return new MedusaWriting(access).write(message);
    }

    static HttpRequest.Builder get(Access access, String path) {
        String user = Base64.getEncoder().encodeToString((access.credential("apiKey") + ":").getBytes(UTF_8));
        return HttpRequest.newBuilder(access.at(path)).header("Authorization", "Basic " + user);
    }

    private static String list(int limit) {
        return ORDERS + "?limit=" + limit + "&order=updated_at&fields=" + encoded(FIELDS);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
