package okienko.warehouse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts each message to an address the warehouse gave, signed with a shared secret. {@code Idempotency-Key} is the
 * message's key (IETF draft httpapi-idempotency-key-header); {@code X-Okienko-Signature} is {@code sha256=} and the
 * HMAC-SHA256 of the raw body in hexadecimal.
 */
final class WebhookWarehouse implements Warehouse {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int ERROR_TEXT_MAX = 500;

    /** One client for all: it keeps connections open between deliveries. Redirects are not followed: the body is personal data. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final URI address;
    private final String secret;
    private final Duration answerTimeout;

    WebhookWarehouse(URI address, String secret, Duration answerTimeout) {
        this.address = address;
        this.secret = secret;
        this.answerTimeout = answerTimeout;
    }

    @Override
    public Answer deliver(Handover handover) {
        byte[] body = handover.body().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(answerTimeout)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Okienko")
                .header("Idempotency-Key", handover.key())
                .header("X-Okienko-Event", "order." + handover.kind().name().toLowerCase(Locale.ROOT))
                .header("X-Okienko-Signature", "sha256=" + signature(body, secret))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return answer(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Answer.Unavailable(
                    e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable("interrupted while the office was stopping");
        }
    }

    /** 408, 425, 429 and 5xx say "later"; 409 says "had it already"; other 4xx and redirects say "not so". */
    private static Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status / 100 == 2 || status == 409) return new Answer.Accepted();
        String said = "HTTP " + status + " " + response.body().strip();
        String why = said.substring(0, Math.min(said.length(), ERROR_TEXT_MAX)).strip();
        boolean later = status >= 500 || status == 408 || status == 425 || status == 429;
        return later ? new Answer.Unavailable(why) : new Answer.Refused(why);
    }

    static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }
}
