package okienko.stock;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import okienko.access.Audit;
import okienko.reference.DataSet.Mode;
import okienko.ui.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Catalogue and stock: finding an article, seeing to whom it is promised, correcting how much is there. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class StockController {

    private static final int MOST = 1_000_000;
    private static final int LONGEST_REASON = 500;

    private final StockSearch search;
    private final StockData levels;
    private final Audit audit;

    StockController(StockSearch search, StockData levels, Audit audit) {
        this.search = search;
        this.levels = levels;
        this.audit = audit;
    }

    @GetMapping("/stock")
    StockPage list(@RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable String after) {
        return search.find(q.strip(), after);
    }

    @GetMapping("/stock/article")
    ArticlePage article(@RequestParam String sku) {
        return search.article(sku).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/stock/article/level")
    @Transactional
    RedirectView correct(
            @RequestParam String sku,
            @RequestParam int onHand,
            @RequestParam(defaultValue = "0") int dueQuantity,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueOn,
            @RequestParam String reason) {
        StockLevel before = article(sku).level();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            Notice.problem("stock.reason.needed", LONGEST_REASON);
        } else if (onHand < 0 || onHand > MOST || dueQuantity < 0 || dueQuantity > MOST) {
            Notice.problem("stock.quantity.range", MOST);
        } else {
            StockLevel after = new StockLevel(sku, onHand, dueQuantity, dueQuantity == 0 ? null : dueOn);
            levels.apply(java.util.List.of(after), Mode.SET, Objects.requireNonNullElse(Audit.actor(), ""));
            audit.record(
                    "stock.corrected",
                    sku,
                    Map.of("before", levels.fields(before), "after", levels.fields(after), "reason", reason.strip()));
            Notice.done("stock.corrected", sku, onHand);
        }
        return new RedirectView(UriComponentsBuilder.fromPath("/stock/article")
                .queryParam("sku", "{sku}")
                .encode()
                .buildAndExpand(sku)
                .toUriString());
    }
}
