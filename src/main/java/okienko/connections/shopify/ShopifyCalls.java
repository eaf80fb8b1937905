package okienko.connections.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import okienko.connections.Access;
import okienko.connections.Payloads;
import okienko.connections.PlatformTrouble;
import okienko.connections.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks Shopify. An app made in the shop's settings before 2026 has a token for good; one made in the Dev Dashboard gets a token
 * for 24 hours with its client id and secret ({@code POST /admin/oauth/access_token}, {@code grant_type=client_credentials};
 * shopify.dev/docs/apps/build/authentication-authorization/client-credentials-grant, read 2026-11-28). Not requests are limited
 * but points: every answer says what it cost, what is left and how fast it comes back
 * (shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits, read 2026-11-28).
 */
final class ShopifyCalls {

    /**
     * The newest stable version on 2026-11-28. Each is served for twelve months at least; afterwards Shopify answers with the
     * oldest one it still has (shopify.dev/docs/api/usage/versioning), so this one is to be raised before October 2027.
     */
    static final String VERSION = "2026-10";

    /** What a page of orders is asked to cost at most; it costs less, which is given back. */
    private static final double PAGE_POINTS = 850;

    private static final String TOKEN = "token";
    private static final String UNTIL = "until";
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(10);
    private static final int QUOTED_CHARACTERS = 300;

    private final Access access;

    ShopifyCalls(Access access) {
        this.access = access;
    }

    /** Asks; what GraphQL calls an error is trouble, for an order of which something is kept from us cannot be judged. */
    JsonNode ask(String query, Map<String, ? extends JsonNode> variables) {
        String given = access.credential("accessToken");
        if (!given.isEmpty()) return answer(post(query, variables, given).json());
        String token = token("");
        try {
            return answer(post(query, variables, token).json());
        } catch (PlatformTrouble trouble) {
            if (trouble.kind() != PlatformTrouble.Kind.REFUSED) throw trouble;
            String other = token(token); // it was taken back before its time
            return answer(post(query, variables, other).json());
        }
    }

    private JsonNode answer(JsonNode answer) {
        JsonNode cost = answer.at("/extensions/cost");
        JsonNode throttle = cost.path("throttleStatus");
        if (!throttle.isMissingNode()) {
            access.quota(throttle.path("currentlyAvailable").asInt(0) + " / "
                    + throttle.path("maximumAvailable").asInt(0));
        }
        access.rest(back(throttle, PAGE_POINTS));
        JsonNode errors = answer.path("errors");
        if (!errors.isEmpty()) {
            throw trouble(errors, back(throttle, cost.path("requestedQueryCost").asDouble(0)));
        }
        return answer.path("data");
    }

    /** How long until there are so many points again, by the rate at which they come back, in whole seconds. */
    private static Duration back(JsonNode throttle, double points) {
        double missing = Math.min(points, throttle.path("maximumAvailable").asDouble(0))
                - throttle.path("currentlyAvailable").asDouble(0);
        double rate = Math.max(1, throttle.path("restoreRate").asDouble(1));
        return missing <= 0 ? Duration.ZERO : Duration.ofSeconds((long) Math.ceil(missing / rate));
    }

    private static PlatformTrouble trouble(JsonNode errors, Duration rest) {
        String codes = StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.at("/extensions/code").asString(""))
                .distinct()
                .collect(Collectors.joining(","));
        byte[] bytes = Payloads.bytes(errors);
        String said = new String(bytes, 0, Math.min(bytes.length, QUOTED_CHARACTERS), UTF_8);
        if (codes.contains("THROTTLED")) {
            return PlatformTrouble.limited(said, rest.isZero() ? Duration.ofSeconds(1) : rest);
        }
        if (codes.contains("ACCESS_DENIED") || codes.contains("SHOP_INACTIVE")) return PlatformTrouble.refused(said);
        if (codes.contains("INTERNAL_SERVER_ERROR")) return PlatformTrouble.unavailable(said);
        return PlatformTrouble.odd(said);
    }

    /** A token that is good for a while yet, another one than the one that did not do. */
    private String token(String spent) {
        Instant soon = access.now().plus(RENEWED_BEFORE);
        return access.tokens(
                        known -> known.containsKey(TOKEN)
                                && !spent.equals(known.get(TOKEN))
                                && Instant.parse(known.getOrDefault(UNTIL, Instant.EPOCH.toString()))
                                        .isAfter(soon),
                        _ -> granted())
                .getOrDefault(TOKEN, "");
    }

    private Map<String, String> granted() {
        String id = access.credential("clientId");
        String secret = access.credential("clientSecret");
        if (id.isEmpty() || secret.isEmpty()) throw PlatformTrouble.refused("accessToken | clientId + clientSecret");
        String form = "grant_type=client_credentials&client_id=" + URLEncoder.encode(id, UTF_8) + "&client_secret="
                + URLEncoder.encode(secret, UTF_8);
        Reply reply = access.send(HttpRequest.newBuilder(access.at("/admin/oauth/access_token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (!reply.ok()) throw PlatformTrouble.refused(reply.quoted());
        JsonNode granted = reply.json();
        String token = granted.path("access_token").asString("");
        if (token.isEmpty()) throw reply.odd();
        Instant until = access.now().plusSeconds(granted.path("expires_in").asLong(0));
        return Map.of(TOKEN, token, UNTIL, until.toString());
    }

    private Reply post(String query, Map<String, ? extends JsonNode> variables, String token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("query", query);
        ObjectNode values = body.putObject("variables");
        variables.forEach(values::set);
        return access.send(HttpRequest.newBuilder(access.at("/admin/api/" + VERSION + "/graphql.json"))
                .header("Content-Type", "application/json")
                .header("X-Shopify-Access-Token", token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(Payloads.bytes(body))));
    }
}
