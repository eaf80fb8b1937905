package okienko.payments.rates;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import okienko.reference.DataSet.Mode;
import okienko.reference.Row;
import okienko.reference.Sheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fetches NBP's table A on working days, and whatever days were missed, from <a href="https://api.nbp.pl/en.html">its
 * API</a> (read on 28 November 2026): {@code /api/exchangerates/tables/A/{from}/{until}/}, at most 93 days a question, 404
 * where no table came out in them.
 */
@Component
@NamedInterface("timetable")
public class RateFetching {

    /** The API's own limit. */
    private static final int MOST_DAYS = 93;

    /** Windows asked for at once: two years. */
    private static final int MOST_WINDOWS = 8;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final String ACTOR = "nbp";

    private static final Logger log = LoggerFactory.getLogger(RateFetching.class);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final RateSources sources;
    private final RateData rates;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RateFetching(RateSources sources, RateData rates, TransactionTemplate transaction, Clock clock) {
        this.sources = sources;
        this.rates = rates;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the bank said that cannot be used. */
    private static final class Unusable extends IOException {
        private static final long serialVersionUID = 1;

        Unusable(String why) {
            super(why);
        }
    }

    /** Asks for what is missing if it is time to. */
    public synchronized void work() {
        RateSource source = sources.current();
        Instant now = clock.instant();
        if (!source.due(now)) return;
        try {
            LocalDate today = LocalDate.ofInstant(now, RateSource.WARSAW);
            boolean todaysIsHere = catchUp(source, today);
            sources.answered(now, RateSource.afterAnswer(now, todaysIsHere));
        } catch (IOException e) {
            String why = e instanceof Unusable
                    ? String.valueOf(e.getMessage())
                    : e.getClass().getSimpleName() + ": " + e.getMessage();
            log.warn("No exchange rates from {}: {}", source.address(), why);
            sources.failed(now, RateSource.afterFailure(now, source.failures()), why);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether today's table is here afterwards. */
    private boolean catchUp(RateSource source, LocalDate today) throws IOException, InterruptedException {
        LocalDate last = source.fetchedUntil();
        LocalDate from = last == null ? today.minusDays(MOST_DAYS - 1L) : last.plusDays(1);
        for (int window = 0; window < MOST_WINDOWS && !from.isAfter(today); window++) {
            LocalDate end = from.plusDays(MOST_DAYS - 1L);
            LocalDate until = end.isAfter(today) ? today : end;
            boolean hasLast = takeUp(ask(source, from, until), until);
            // tables come out on their day, so what has not come by its end never does; today's may
            LocalDate complete = until.isBefore(today) || hasLast ? until : today.minusDays(1);
            sources.fetched(complete);
            if (!until.isBefore(today)) return hasLast;
            from = until.plusDays(1);
        }
        return from.isAfter(today);
    }

    private byte[] ask(RateSource source, LocalDate from, LocalDate until) throws IOException, InterruptedException {
        String base = source.address().replaceAll("/+$", "");
        URI address = URI.create(base + "/api/exchangerates/tables/A/" + from + "/" + until + "/?format=json");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json")
                .header("User-Agent", "Okienko")
                .build();
        HttpResponse<byte[]> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        String body = new String(answer.body(), StandardCharsets.UTF_8).replace("\u0000", "");
        sources.keep(clock.instant(), address.toString(), answer.statusCode(), body);
        return switch (answer.statusCode()) {
            case 200 -> answer.body();
            case 404 -> new byte[0];
            default -> throw new Unusable("HTTP " + answer.statusCode() + " " + body.strip());
        };
    }

    /** Whether a table of the last day was among them. */
    private boolean takeUp(byte[] body, LocalDate lastDay) throws Unusable {
        if (body.length == 0) return false;
        Sheet sheet = rates.sheet(body);
        List<RateData.Rate> read = new ArrayList<>();
        for (Row row : sheet.rows()) {
            RateData.Rate rate = rates.read(row, null, Mode.SET);
            if (rate == null) throw new Unusable("a rate that is none: " + row.text("code") + " " + row.text("mid"));
            read.add(rate);
        }
        if (!sheet.problems().isEmpty() || read.isEmpty()) throw new Unusable("no table A in the answer");
        transaction.executeWithoutResult(_ -> rates.apply(read, Mode.SET, ACTOR));
        return read.stream().anyMatch(rate -> rate.effectiveOn().equals(lastDay));
    }
}
