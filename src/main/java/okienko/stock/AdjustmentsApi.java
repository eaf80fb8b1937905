package okienko.stock;

import java.net.URI;
import java.security.Principal;
import java.util.regex.Pattern;
import okienko.stock.Adjustments.Adjustment;
import okienko.stock.Adjustments.Outcome;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What came and went over REST, {@code +5} and {@code -2}: told twice under one key, it counts once. */
@RestController
@PreAuthorize("hasAuthority('reference:write')")
class AdjustmentsApi {

    private static final Pattern CHANGE = Pattern.compile("[+-]?\\d{1,7}");
    private static final int LONGEST = 200;

    private final Adjustments adjustments;

    AdjustmentsApi(Adjustments adjustments) {
        this.adjustments = adjustments;
    }

    /** As it is sent: {@code {"key": "delivery-17/3", "sku": "A-100", "change": "+5", "reason": "delivery"}}. */
    record Sent(
            @Nullable String key,
            @Nullable String sku,
            @Nullable String change,
            @Nullable String reason) {}

    /** What came of it. */
    record Result(String sku, int onHand, boolean repeated) {}

    @PostMapping("/api/v1/stock/adjustments")
    ResponseEntity<Object> adjust(@RequestBody Sent sent, Principal who) {
        String key = text(sent.key());
        String sku = text(sent.sku());
        String change = text(sent.change());
        if (key.isEmpty() || key.length() > LONGEST) return problem("key", key, "delivery-17/3");
        if (sku.isEmpty() || sku.length() > LONGEST) return problem("sku", sku, "A-100");
        if (!CHANGE.matcher(change).matches() || Integer.parseInt(change) == 0) return problem("change", change, "+5");
        String reason = text(sent.reason());
        if (reason.length() > LONGEST) return problem("reason", reason, "delivery");
        var adjustment = new Adjustment(key, sku, Integer.parseInt(change), reason);
        return switch (adjustments.make(adjustment, who.getName())) {
            case Outcome.Made(var onHand, var repeated) -> ResponseEntity.ok(new Result(sku, onHand, repeated));
            case Outcome.TooFew(var onHand) -> problem("change", change, "-" + onHand);
            case Outcome.Another(var another, var changed) ->
                problem("key", key + " (" + another + " " + changed + ")", "");
        };
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }

    private static ResponseEntity<Object> problem(String field, String value, String example) {
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        detail.setType(URI.create("/api#unusable"));
        detail.setTitle(Words.t("stock.adjustment.unusable"));
        detail.setDetail(
                example.isEmpty()
                        ? Words.t("stock.adjustment.another", value)
                        : Words.t("stock.adjustment.problem", field, value, example));
        detail.setProperty("field", field);
        return ResponseEntity.unprocessableContent().body(detail);
    }
}
