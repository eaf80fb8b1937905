package okienko.taxregisters;

import static okienko.taxregisters.schema.Tables.RAW_ANSWERS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Asks over the network and keeps what was answered before anybody reads it. */
@Component
class Wire {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);

    /** Answers kept to look something up in. */
    private static final int KEPT = 1_000;

    private static final int LONGEST_BODY = 200_000;
    private static final int LONGEST_ERROR = 300;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final DSLContext db;
    private final Clock clock;

    Wire(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(ANSWER_TIMEOUT).header("User-Agent", "Okienko");
    }

    HttpResponse<String> send(Register register, String question, HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            keep(register, question, response.statusCode(), response.body());
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the office was stopping");
        }
    }

    private void keep(Register register, String question, int status, String body) {
        String text = body.replace("\u0000", "");
        long id = db.insertInto(RAW_ANSWERS)
                .set(RAW_ANSWERS.REGISTER, register.name())
                .set(RAW_ANSWERS.ASKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(RAW_ANSWERS.QUESTION, question)
                .set(RAW_ANSWERS.STATUS, status)
                .set(RAW_ANSWERS.BODY, text.substring(0, Math.min(text.length(), LONGEST_BODY)))
                .returningResult(RAW_ANSWERS.ID)
                .fetchSingle()
                .value1();
        db.deleteFrom(RAW_ANSWERS).where(RAW_ANSWERS.ID.le(id - KEPT)).execute();
    }

    static String told(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    }

    static String shortened(String body) {
        String text = body.strip();
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }
}
