package okienko.reference.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.reference.DataSet;
import okienko.reference.Problem;
import okienko.reference.Sheet;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shop's tables over REST: sent whole or in part as CSV, JSON or JSON lines, fetched page by page. */
@RestController
@RequestMapping("/api/v1/{dataSet:catalogue|stock|payments|exchange-rates|customers|courier-terms|delivery-services}")
@PreAuthorize("hasAuthority('reference:write')")
class ReferenceApi {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1_000;
    private static final int ERRORS = 1_000;

    private final DataSets sets;
    private final Uploads uploads;

    ReferenceApi(DataSets sets, Uploads uploads) {
        this.sets = sets;
        this.uploads = uploads;
    }

    /** What came of what was sent. */
    record Result(int added, int changed, int unchanged, int missing, int refused, List<Refused> errors) {}

    /** A line that was not taken. */
    record Refused(int line, String field, String value, String kind, String message) {}

    /** One page of entries; {@code next} is the value of {@code after} for the one that follows. */
    record Listing(
            List<Map<String, Object>> items, @Nullable String next) {}

    @RequestMapping(method = {RequestMethod.PUT, RequestMethod.POST})
    ResponseEntity<Object> take(
            @PathVariable String dataSet,
            @RequestParam(defaultValue = "SET") String mode,
            InputStream body,
            Principal who)
            throws IOException {
        DataSet<?> set = sets.named(dataSet).orElseThrow();
        byte[] file = body.readNBytes(Sheet.MAX_BYTES + 1);
        DataSet.Mode chosen = mode(set, mode);
        if (chosen == null) return problem(set, List.of(new Problem(0, "mode", mode, "choice", modes(set))));
        Comparison<?> done = uploads.take(set, chosen, file, who.getName());
        if (done.unusable()) return problem(set, done.problems());
        return ResponseEntity.ok(new Result(
                done.added(),
                done.changed(),
                done.unchanged(),
                done.missing(),
                done.refused(),
                errors(done.problems())));
    }

    @GetMapping
    Listing list(
            @PathVariable String dataSet,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + PAGE) int limit) {
        return listing(sets.named(dataSet).orElseThrow(), after, Math.clamp(limit, 1, LARGEST_PAGE));
    }

    private static <T> Listing listing(DataSet<T> set, @Nullable String after, int limit) {
        List<T> page = set.page(after, limit);
        String next = page.size() < limit ? null : set.key(page.getLast());
        return new Listing(page.stream().map(set::fields).toList(), next);
    }

    private static DataSet.@Nullable Mode mode(DataSet<?> set, String name) {
        return set.modes().stream()
                .filter(mode -> mode.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static String modes(DataSet<?> set) {
        return String.join(", ", set.modes().stream().map(Enum::name).sorted().toList());
    }

    private static List<Refused> errors(List<Problem> problems) {
        Words words = Words.here();
        return problems.stream()
                .limit(ERRORS)
                .map(each -> new Refused(each.line(), each.field(), each.value(), each.kind(), each.sentence(words)))
                .toList();
    }

    private static ResponseEntity<Object> problem(DataSet<?> set, List<Problem> problems) {
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        detail.setType(URI.create("/api#unusable"));
        detail.setTitle(Words.t("reference.unusable"));
        detail.setDetail(problems.getFirst().sentence(Words.here()));
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("errors", errors(problems));
        more.put("columns", set.columns());
        detail.setProperties(more);
        return ResponseEntity.unprocessableContent().body(detail);
    }
}
