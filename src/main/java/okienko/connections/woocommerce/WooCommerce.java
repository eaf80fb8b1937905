package okienko.connections.woocommerce;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
import okienko.connections.Subscription;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;

/**
 * WooCommerce's REST interface, version 3, with a consumer key as Basic credentials over HTTPS
 * (https://woocommerce.github.io/woocommerce-rest-api-docs/, read 2026-11-22). {@code dates_are_gmt} must be asked for:
 * by default times are compared in the site's own zone. {@code modified_after} leaves out the very second, so the second
 * before is asked for.
 */
public final class WooCommerce implements Platform {

    private static final int PAGE = 100;
    static final String ORDERS = "/wp-json/wc/v3/orders";

    /** What WooCommerce posts, unsigned, when a webhook is saved. */
    private static final Pattern TRIAL = Pattern.compile("webhook_id=\\d{1,12}");

    @Override
    public String name() {
        return "woocommerce";
    }

    @Override
    public List<Credential> credentials() {
        return List.of(
                Credential.open("consumerKey"), Credential.secret("consumerSecret"), Credential.optional("hookSecret"));
    }

    /** It has no limit of its own; a shop on a small server is spared. */
    @Override
    public Pace pace() {
        return Pace.perMinute(120);
    }

    @Override
    public void test(Access access) {
        access.send(get(access, ORDERS + "?per_page=1")).json();
    }

    @Override
    public String begin(Access access, Instant from) {
        return Since.begin(from);
    }

    @Override
    public Batch read(Access access, String cursor) {
        Since since = Since.read(cursor);
        Instant after = since.from().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1);
        Reply reply = access.send(get(
                access,
                ORDERS + "?orderby=modified&order=asc&dates_are_gmt=true&per_page=" + PAGE + "&page=" + since.page()
                        + "&modified_after=" + LocalDateTime.ofInstant(after, ZoneOffset.UTC)));
        JsonNode orders = reply.json();
        if (!orders.isArray()) throw reply.odd();
        Instant last = since.from();
        for (JsonNode order : orders)
            last = later(last, order.path("date_modified_gmt").asString(""));
        boolean full = orders.size() >= PAGE;
        return new Batch(
                Payloads.cut(format(), reply.body()), since.next(last, full).text(), full);
    }

    @Override
    public int rereadMost() {
        return PAGE;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        Reply reply =
                access.send(get(access, ORDERS + "?per_page=" + PAGE + "&include=" + String.join(",", externalIds)));
        if (!reply.json().isArray()) throw reply.odd();
        return Payloads.cut(format(), reply.body());
    }

    @Override
    public Optional<StockSource> stock() {
        return Optional.of(new WooCommerceStock());
    }

    @Override
    public Subscription.Way calls() {
        return Subscription.Way.ASKED;
    }

    @Override
    public Subscription subscribe(Access access, URI address) {
        return new WooCommerceCalls(access).subscribe(address);
    }

    /** {@code X-WC-Webhook-Signature}: the HMAC-SHA256 of the raw body, in Base64. */
    @Override
    public Hook.Verdict verify(Access access, Hook hook) {
        String signature = hook.header("X-WC-Webhook-Signature").orElse("");
        if (Signatures.base64(hook.body(), access.credential("hookSecret"), signature)) {
            return new Hook.Verdict.Genuine(
                    hook.header("X-WC-Webhook-Delivery-ID").orElse(""),
                    hook.header("X-WC-Webhook-Topic").orElse(""),
                    Payloads.text(hook.body(), "/id"));
        }
        return TRIAL.matcher(new String(hook.body(), UTF_8)).matches()
                ? new Hook.Verdict.Trial()
                : new Hook.Verdict.Forged();
    }

    @Override
    public Set<WriteBack.Kind> writes() {
        return Set.of(WriteBack.Kind.values());
    }

    @Override
    public WriteBack.Answer write(Access access, WriteBack message) {
        return new WooCommerceWriting(access).write(message);
    }

    static HttpRequest.Builder get(Access access, String path) {
        String pair = access.credential("consumerKey") + ":" + access.credential("consumerSecret");
        return HttpRequest.newBuilder(access.at(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    private static Instant later(Instant last, String gmt) {
        if (gmt.isEmpty()) return last;
        Instant changed = LocalDateTime.parse(gmt).toInstant(ZoneOffset.UTC);
        return changed.isAfter(last) ? changed : last;
    }
}
