package okienko.payments.rates;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A bank that answers as api.nbp.pl does: a table a working day, none before its time, 404 where there is none, 400 for
 * more than 93 days.
 */
final class BankStub implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile LocalDate published;
    private volatile int outage;

    BankStub(LocalDate published) {
        this.published = published;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/exchangerates/tables/A/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The last day whose table is out. */
    void published(LocalDate until) {
        published = until;
    }

    /** From now on it answers with this status; 0: it works again. */
    void outage(int status) {
        outage = status;
    }

    /** What it was asked for, {@code from/until}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        LocalDate from = LocalDate.parse(path[5]);
        LocalDate until = LocalDate.parse(path[6]);
        asked.add(from + "/" + until);
        if (outage > 0) {
            send(exchange, outage, "Service Unavailable");
        } else if (ChronoUnit.DAYS.between(from, until) >= 93) {
            send(exchange, 400, "400 BadRequest - Przekroczony limit 93 dni / Limit of 93 days has been exceeded");
        } else {
            String tables = from.datesUntil(until.plusDays(1))
                    .filter(day -> !day.isAfter(published))
                    .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                    .map(BankStub::table)
                    .collect(Collectors.joining(","));
            if (tables.isEmpty()) send(exchange, 404, "404 NotFound - Not Found - Brak danych");
            else send(exchange, 200, "[" + tables + "]");
        }
    }

    static String number(LocalDate day) {
        return "%03d/A/NBP/%d".formatted(day.getDayOfYear(), day.getYear());
    }

    private static String table(LocalDate day) {
        return """
                {"table":"A","no":"%s","effectiveDate":"%s","rates":[
                 {"currency":"euro","code":"EUR","mid":4.2512},{"currency":"korona czeska","code":"CZK","mid":0.1723}]}""".formatted(number(day), day);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
