package okienko.connections.allegro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okienko.connections.Access;
import okienko.connections.Payloads;
import okienko.connections.PlatformTrouble;
import okienko.connections.Reply;
import tools.jackson.databind.JsonNode;

/**
 * Asks Allegro with an access token, which lasts twelve hours. With every renewal the refresh token is another one, and the
 * old one is void: {@link Access#tokens} sees to it that each is used once. The first pair comes by the device flow: the
 * office asks for a code, a person confirms it at Allegro, the office asks again
 * (developer.allegro.pl/tutorials/uwierzytelnianie-i-autoryzacja-zlq9e75GdIR, read 2026-11-22).
 */
final class AllegroCalls {

    private static final String JSON = "application/vnd.allegro.public.v1+json";
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final long EARLY_SECONDS = 300;

    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";
    private static final String UNTIL = "until";

    /** Codes that wait for somebody to confirm them, by client; they are void after an hour. */
    private static final Map<String, String> WAITING = new ConcurrentHashMap<>();

    private final Access access;

    AllegroCalls(Access access) {
        this.access = access;
    }

    Reply get(String path) {
        return call(HttpRequest.newBuilder(access.at(path)));
    }

    Reply send(String method, String path, JsonNode body) {
        return call(HttpRequest.newBuilder(access.at(path))
                .header("Content-Type", JSON)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(Payloads.bytes(body))));
    }

    /** A token that ran out before its time is renewed once. */
    private Reply call(HttpRequest.Builder request) {
        String token = token("");
        try {
            return send(request, token);
        } catch (PlatformTrouble trouble) {
            if (trouble.kind() != PlatformTrouble.Kind.REFUSED) throw trouble;
            return send(request, token(token));
        }
    }

    private Reply send(HttpRequest.Builder request, String token) {
        return access.send(request.copy().setHeader("Accept", JSON).setHeader("Authorization", "Bearer " + token));
    }

    private String token(String spent) {
        return access.tokens(known -> usable(known, spent), this::renewed).getOrDefault(ACCESS, "");
    }

    private boolean usable(Map<String, String> known, String spent) {
        String until = known.getOrDefault(UNTIL, "");
        return !spent.equals(known.get(ACCESS))
                && !until.isEmpty()
                && Instant.parse(until).isAfter(access.now());
    }

    private Map<String, String> renewed(Map<String, String> known) {
        String refresh = known.getOrDefault(REFRESH, "");
        return refresh.isEmpty() ? confirmed() : granted("grant_type=refresh_token&refresh_token=" + encoded(refresh));
    }

    /** Asks for what a person has confirmed meanwhile, or for a code to confirm. */
    private Map<String, String> confirmed() {
        String client = access.credential("clientId");
        String code = WAITING.get(client);
        if (code != null) {
            Reply reply = oauth("/auth/oauth/token?grant_type=" + encoded(DEVICE) + "&device_code=" + encoded(code));
            if (reply.ok()) {
                WAITING.remove(client);
                return tokens(reply);
            }
        }
        JsonNode asked =
                oauth("/auth/oauth/device?client_id=" + encoded(client)).json();
        WAITING.put(client, asked.path("device_code").asString(""));
        throw PlatformTrouble.unconfirmed(
                asked.path("verification_uri_complete").asString(""));
    }

    private Map<String, String> granted(String grant) {
        Reply reply = oauth("/auth/oauth/token?" + grant);
        if (!reply.ok()) throw PlatformTrouble.refused(reply.quoted());
        return tokens(reply);
    }

    private Map<String, String> tokens(Reply reply) {
        JsonNode given = reply.json();
        Instant until = access.now().plusSeconds(given.path("expires_in").asLong(0) - EARLY_SECONDS);
        return Map.of(
                ACCESS, given.path("access_token").asString(""),
                REFRESH, given.path("refresh_token").asString(""),
                UNTIL, until.toString());
    }

    /** The sign-in is at allegro.pl, the interface at api.allegro.pl; the sandbox has the same shape. */
    private Reply oauth(String path) {
        String pair = access.credential("clientId") + ":" + access.credential("clientSecret");
        URI address = URI.create(access.at(path).toString().replaceFirst("://api\\.", "://"));
        return access.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
