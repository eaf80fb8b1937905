package okienko.shops.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.orders.OrderKey;
import okienko.orders.Receipt;
import okienko.orders.UnreadableOrder;
import okienko.shops.ChannelSettings;
import okienko.shops.OrderFormat;
import okienko.shops.OrderFormats;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;
import okienko.shops.Sample;
import okienko.shops.imports.Intake.Origin;
import okienko.shops.imports.Intake.Result;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/v1/orders}: one order as JSON, or any number of them as a stream with one answer a line. */
@RestController
@PreAuthorize("hasAuthority('orders:write')")
class OrdersApi {

    static final String NDJSON = "application/x-ndjson";
    private static final int MAX_ORDER_BYTES = 8 * 1024 * 1024;

    private final Intake intake;
    private final Channels channels;
    private final JsonMapper json;

    OrdersApi(Intake intake, Channels channels, JsonMapper json) {
        this.intake = intake;
        this.channels = channels;
        this.json = json;
    }

    /** One order: 201 new, 200 known, 409 not ready to enter, 422 not understood (and kept). */
    @PostMapping(path = "/api/v1/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> one(
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_ORDER_BYTES + 1);
        if (body.length > MAX_ORDER_BYTES) {
            return problem(HttpStatus.CONTENT_TOO_LARGE, "An order has at most 8 MB", "Send many orders as " + NDJSON);
        }
        Optional<OrderFormat> known = format(format, Sample.of(body));
        if (known.isEmpty() && !format.isEmpty()) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "There is no format '" + format + "'", "Use one of " + formats());
        }
        OrderFormat chosen = known.orElseGet(() -> OrderFormats.ALL.getFirst());
        ReadOrder read = chosen.read(new Piece(1, body), channels.settings(channel));
        Result result = intake.take(List.of(read), new Origin("api", channel, chosen.name(), null))
                .getFirst();
        return answer(result);
    }

    /** A stream of orders, in any format a file may be in; the answers come while it is read. */
    @PostMapping(
            path = "/api/v1/orders",
            consumes = {NDJSON, "text/csv", "application/octet-stream"})
    void stream(
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        BufferedInputStream body = Sample.sampled(request.getInputStream());
        Sample sample = Sample.of(body);
        OrderFormat chosen = format(format, sample).orElseGet(() -> OrderFormats.ALL.getFirst());
        ChannelSettings settings = channels.settings(channel);
        Origin origin = new Origin("api", channel, chosen.name(), null);
        response.setContentType(NDJSON);
        response.setCharacterEncoding("UTF-8");
        OutputStream out = new BufferedOutputStream(response.getOutputStream());
        Iterator<Piece> pieces = chosen.cut(body, settings);
        List<ReadOrder> batch = new ArrayList<>(Intake.BATCH);
        int bytes = 0;
        while (pieces.hasNext()) {
            Piece piece = pieces.next();
            batch.add(chosen.read(piece, settings));
            bytes += piece.raw().length;
            if (batch.size() == Intake.BATCH || bytes >= Intake.BATCH_BYTES || !pieces.hasNext()) {
                for (Result result : intake.take(batch, origin)) {
                    out.write(json.writeValueAsBytes(line(result)));
                    out.write('\n');
                }
                out.flush();
                batch.clear();
                bytes = 0;
            }
        }
        out.flush();
    }

    private static Optional<OrderFormat> format(String name, Sample sample) {
        return name.isEmpty() ? OrderFormats.recognise(sample) : OrderFormats.named(name);
    }

    private static String formats() {
        return String.join(
                ", ", OrderFormats.ALL.stream().map(OrderFormat::name).toList());
    }

    private static ResponseEntity<?> answer(Result result) {
        return switch (result) {
            case Result.Received received -> {
                String link = "/api/v1/orders/" + received.receipt().id();
                boolean fresh =
                        received.receipt().revision() == 1 && received.receipt().kind() != Receipt.Kind.UNCHANGED;
                yield ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK)
                        .header(HttpHeaders.LOCATION, link)
                        .body(line(result));
            }
            case Result.NotReady notReady ->
                problem(
                        HttpStatus.CONFLICT,
                        "Order " + notReady.read().externalId() + " must not enter: "
                                + notReady.read().why(),
                        "Send it again when it is complete");
            case Result.Kept kept -> {
                UnreadableOrder why = kept.problem();
                ProblemDetail problem = problemDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        why.getMessage(),
                        why.problem().remedy());
                problem.setProperty("problem", why.problem().name());
                problem.setProperty("field", why.field());
                problem.setProperty("value", why.value());
                problem.setProperty("unreadable", "/unreadable/" + kept.unreadable());
                yield answer(problem);
            }
        };
    }

    private static Map<String, Object> line(Result result) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("line", result.read().piece().line());
        switch (result) {
            case Result.Received received -> {
                OrderKey key = received.order().key();
                Receipt receipt = received.receipt();
                line.put("channel", key.channel());
                line.put("externalId", key.externalId());
                line.put("id", receipt.id().value());
                line.put("revision", receipt.revision());
                line.put("result", receipt.kind().name());
                line.put("order", "/api/v1/orders/" + receipt.id());
            }
            case Result.NotReady notReady -> {
                line.put("externalId", notReady.read().externalId());
                line.put("result", "NOT_READY");
                line.put("why", notReady.read().why().name());
            }
            case Result.Kept kept -> {
                UnreadableOrder why = kept.problem();
                line.put("result", "UNREADABLE");
                line.put("problem", why.problem().name());
                line.put("field", why.field());
                line.put("value", why.value());
                line.put("detail", why.getMessage());
                line.put("remedy", why.problem().remedy());
                line.put("unreadable", "/unreadable/" + kept.unreadable());
            }
        }
        return line;
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail, String remedy) {
        return answer(problemDetail(status, detail, remedy));
    }

    private static ProblemDetail problemDetail(HttpStatus status, String detail, String remedy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("remedy", remedy);
        return problem;
    }

    private static ResponseEntity<?> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
