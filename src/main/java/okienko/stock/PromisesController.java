package okienko.stock;

import java.time.Duration;
import java.util.Map;
import okienko.access.Audit;
import okienko.ui.Notice;
import okienko.ui.settings.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long pieces stay aside for orders that are not released. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class PromisesController {

    /** Two months: no order is held longer than that. */
    private static final int LONGEST_HOURS = 1_440;

    private final Stock stock;
    private final Audit audit;

    PromisesController(Stock stock, Audit audit) {
        this.stock = stock;
        this.audit = audit;
    }

    @Bean
    static SettingsEntry promisesEntry() {
        return new SettingsEntry("promises", "/settings/promises", 30, "MANAGER");
    }

    @GetMapping("/settings/promises")
    PromisesPage show() {
        return new PromisesPage(stock.heldFor().toHours());
    }

    @PostMapping("/settings/promises")
    String choose(@RequestParam int hours) {
        if (hours < 1 || hours > LONGEST_HOURS) {
            Notice.problem("stock.promises.range", LONGEST_HOURS);
        } else {
            long before = stock.heldFor().toHours();
            stock.holdFor(Duration.ofHours(hours));
            audit.record("stock.promises", "stock", Map.of("before", before, "after", hours));
            Notice.done("stock.promises.saved");
        }
        return "redirect:/settings/promises";
    }
}
