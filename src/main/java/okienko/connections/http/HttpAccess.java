package okienko.connections.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import okienko.connections.Access;
import okienko.connections.Operation;
import okienko.connections.Pace;
import okienko.connections.PlatformTrouble;
import okienko.connections.Reply;
import org.jspecify.annotations.Nullable;

/** The way to one shop. */
final class HttpAccess implements Access {

    /** The number of a shop that is not connected yet. */
    static final long NOBODY = 0;

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    /** A page of a hundred orders has some hundred kilobytes. */
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

    private final long shop;
    private final String address;
    private final Map<String, String> credentials;
    private final HttpClient client;
    private final Buckets buckets;
    private final Pace pace;
    private final TokenStore store;
    private final Clock clock;
    private Map<String, String> given = Map.of();
    private Duration rest = Duration.ZERO;

    HttpAccess(
            long shop,
            String address,
            Map<String, String> credentials,
            HttpClient client,
            Buckets buckets,
            Pace pace,
            TokenStore store,
            Clock clock) {
        this.shop = shop;
        this.address = address;
        this.credentials = credentials;
        this.client = client;
        this.buckets = buckets;
        this.pace = pace;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public long shop() {
        return shop;
    }

    @Override
    public URI at(String path) {
        return URI.create(address + path);
    }

    @Override
    public String credential(String name) {
        return credentials.getOrDefault(name, "");
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Map<String, String> tokens(Predicate<Map<String, String>> usable, UnaryOperator<Map<String, String>> renew) {
        if (shop != NOBODY) return store.tokens(shop, usable, renew);
        if (given.isEmpty() || !usable.test(given)) given = Map.copyOf(renew.apply(given));
        return given;
    }

    @Override
    public Map<String, String> given() {
        return given;
    }

    @Override
    public void quota(String text) {
        if (shop != NOBODY) store.quota(shop, text);
    }

    @Override
    public void rest(Duration wait) {
        rest = wait;
    }

    @Override
    public Duration rest() {
        return rest;
    }

    @Override
    public Reply send(HttpRequest.Builder request) {
        return send(request, new Operation("", pace));
    }

    @Override
    public boolean ready(Operation operation) {
        return buckets.of(shop, operation).ready();
    }

    @Override
    public void allow(Operation operation, Duration each) {
        buckets.of(shop, operation).allow(each);
    }

    @Override
    public Reply send(HttpRequest.Builder request, Operation operation) {
        buckets.of(shop, operation).take();
        HttpRequest ready = request.timeout(ANSWER_TIMEOUT)
                .setHeader("User-Agent", "Okienko")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(ready, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(MAX_BODY_BYTES + 1);
                if (bytes.length > MAX_BODY_BYTES) throw PlatformTrouble.odd("more than " + MAX_BODY_BYTES + " bytes");
                return checked(new Reply(response.statusCode(), response.headers(), bytes));
            }
        } catch (IOException e) {
            throw PlatformTrouble.unavailable(
                    e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlatformTrouble.unavailable("interrupted while the office was stopping");
        }
    }

    private Reply checked(Reply reply) {
        int status = reply.status();
        if (status == 401 || status == 403) throw PlatformTrouble.refused(reply.quoted());
        if (status == 429) throw PlatformTrouble.limited(reply.quoted(), retryAfter(reply));
        if (status >= 500 || status == 408 || status == 425) throw PlatformTrouble.unavailable(reply.quoted());
        return reply;
    }

    /** {@code Retry-After}: seconds or a date, RFC 9110 section 10.2.3. */
    private @Nullable Duration retryAfter(Reply reply) {
        String text = reply.header("Retry-After").orElse("").strip();
        if (text.matches("\\d{1,7}(\\.\\d{1,3})?")) return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
        try {
            Instant at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now(), at);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) {
            return null; // it did not say how long
        }
    }
}
