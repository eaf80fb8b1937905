package okienko.connections.http;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.Connection;
import okienko.connections.Platform;
import org.springframework.stereotype.Component;

/** Opens the way to a connected shop. */
@Component
public class Ways {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** One client for all: it keeps connections open between calls. Redirects are not followed: they would take credentials elsewhere. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final TokenStore tokens;
    private final Buckets buckets;
    private final Clock clock;

    Ways(TokenStore tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        this.buckets = new Buckets(clock);
    }

    /** The way to a connection. */
    public Access to(Connection connection) {
        return new HttpAccess(
                connection.id(),
                connection.address(),
                connection.credentials(),
                CLIENT,
                buckets,
                connection.kind().pace(),
                tokens,
                clock);
    }

    /** The way to a shop that is not connected yet, to try whether one gets in; what it gives in tokens is not kept. */
    public Access trial(Platform platform, String address, Map<String, String> credentials) {
        return new HttpAccess(
                HttpAccess.NOBODY, address, credentials, CLIENT, new Buckets(clock), platform.pace(), tokens, clock);
    }
}
