package okienko.payments.notifications;

import static okienko.payments.schema.Tables.CERTIFICATES;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Repository;

/** Certificates of providers: fetched once a day, and kept, so that an outage of their host stops no notification. */
@Repository
class Certificates implements Provider.Surroundings {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final Duration FRESH = Duration.ofDays(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MAX_BYTES = 64 * 1024;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final DSLContext db;
    private final Clock clock;

    Certificates(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Kept(String content, Instant fetchedAt) {}

    @Override
    public long now() {
        return clock.instant().getEpochSecond();
    }

    @Override
    public Optional<String> certificate(String address) {
        Optional<Kept> kept = db.selectFrom(CERTIFICATES)
                .where(CERTIFICATES.ADDRESS.eq(address))
                .fetchOptional(row -> new Kept(
                        row.get(CERTIFICATES.CONTENT),
                        row.get(CERTIFICATES.FETCHED_AT).toInstant()));
        if (kept.isPresent() && kept.get().fetchedAt().plus(FRESH).isAfter(clock.instant())) {
            return kept.map(Kept::content);
        }
        Optional<String> fetched = fetch(address);
        fetched.ifPresent(content -> keep(address, content));
        return fetched.or(() -> kept.map(Kept::content));
    }

    private void keep(String address, String content) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.insertInto(CERTIFICATES)
                .set(CERTIFICATES.ADDRESS, address)
                .set(CERTIFICATES.CONTENT, content)
                .set(CERTIFICATES.FETCHED_AT, now)
                .onConflict(CERTIFICATES.ADDRESS)
                .doUpdate()
                .set(CERTIFICATES.CONTENT, content)
                .set(CERTIFICATES.FETCHED_AT, now)
                .execute();
    }

    private static Optional<String> fetch(String address) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
            HttpResponse<InputStream> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] content = body.readNBytes(MAX_BYTES);
                return answer.statusCode() == 200
                        ? Optional.of(new String(content, StandardCharsets.US_ASCII))
                        : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the certificate {} cannot be fetched: {}", address, e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
