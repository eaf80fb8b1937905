package okienko.connections.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.Operation;
import okienko.connections.Pace;
import okienko.connections.Payloads;
import okienko.connections.PlatformTrouble;
import okienko.connections.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Asks the Selling Partner API with an access token of Login with Amazon, which lasts an hour and comes for the refresh token
 * the seller's authorisation gave (developer-docs.amazon.com/sp-api/docs/connecting-to-the-selling-partner-api, read
 * 2026-11-28). Every operation has a limit of its own; how fast it may be asked stands in {@code x-amzn-RateLimit-Limit},
 * requests a second, and goes before the usual figures.
 */
final class AmazonCalls {

    /** One request in three minutes. */
    static final Operation SEARCH = new Operation("searchOrders", new Pace(20, Duration.ofSeconds(179)));

    static final Operation ORDER = new Operation("getOrder", new Pace(30, Duration.ofSeconds(2)));
    static final Operation CONFIRM = new Operation("confirmShipment", new Pace(10, Duration.ofMillis(500)));

    private static final String LOGIN = "/auth/o2/token";
    private static final String AMAZONS_LOGIN = "https://api.amazon.com" + LOGIN;
    private static final long EARLY_SECONDS = 120;
    private static final String TOKEN = "access";
    private static final String UNTIL = "until";

    private final Access access;

    AmazonCalls(Access access) {
        this.access = access;
    }

    Reply get(String path, Operation operation) {
        return call(HttpRequest.newBuilder(access.at(path)), operation);
    }

    Reply post(String path, JsonNode body, Operation operation) {
        return call(
                HttpRequest.newBuilder(access.at(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Payloads.bytes(body))),
                operation);
    }

    /** A token that ran out before its time is renewed once; Amazon says 403 to that as to a right that is missing. */
    private Reply call(HttpRequest.Builder request, Operation operation) {
        String token = token("");
        try {
            return send(request, token, operation);
        } catch (PlatformTrouble trouble) {
            if (trouble.kind() != PlatformTrouble.Kind.REFUSED) throw trouble;
            return send(request, token(token), operation);
        }
    }

    private Reply send(HttpRequest.Builder request, String token, Operation operation) {
        Reply reply = access.send(
                request.copy().setHeader("Accept", "application/json").setHeader("x-amz-access-token", token),
                operation);
        reply.header("x-amzn-RateLimit-Limit").ifPresent(rate -> note(rate.strip(), operation));
        return reply;
    }

    private void note(String rate, Operation operation) {
        if (!rate.matches("\\d{1,6}(\\.\\d{1,9})?") || new BigDecimal(rate).signum() == 0) return;
        BigDecimal nanos = BigDecimal.valueOf(Duration.ofSeconds(1).toNanos());
        long each = nanos.divide(new BigDecimal(rate), 0, RoundingMode.UP).longValue();
        access.allow(operation, Duration.ofNanos(each));
        if (operation.equals(SEARCH)) access.quota(operation.name() + ": " + rate + "/s");
    }

    private String token(String spent) {
        return access.tokens(known -> usable(known, spent), _ -> renewed()).getOrDefault(TOKEN, "");
    }

    private boolean usable(Map<String, String> known, String spent) {
        String until = known.getOrDefault(UNTIL, "");
        return !spent.equals(known.get(TOKEN))
                && !until.isEmpty()
                && Instant.parse(until).isAfter(access.now());
    }

    private Map<String, String> renewed() {
        String form = "grant_type=refresh_token&refresh_token=" + encoded("refreshToken") + "&client_id="
                + encoded("clientId") + "&client_secret=" + encoded("clientSecret");
        Reply reply = access.send(HttpRequest.newBuilder(login())
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (!reply.ok()) throw PlatformTrouble.refused(reply.quoted());
        JsonNode given = reply.json();
        Instant until = access.now().plusSeconds(given.path("expires_in").asLong(0) - EARLY_SECONDS);
        return Map.of(TOKEN, given.path("access_token").asString(""), UNTIL, until.toString());
    }

    /** One for all of Amazon's regions and its sandbox; what is not Amazon signs in where it is. */
    private URI login() {
        URI own = access.at(LOGIN);
        return String.valueOf(own.getHost()).endsWith(".amazon.com") ? URI.create(AMAZONS_LOGIN) : own;
    }

    private String encoded(String credential) {
        return URLEncoder.encode(access.credential(credential), UTF_8);
    }
}
