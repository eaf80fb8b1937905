package okienko.payments.settlements;

import okienko.payments.settlements.Settlement.State;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What couriers collected, and what of it did not fit. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class SettlementsController {

    private final Settlements settlements;

    SettlementsController(Settlements settlements) {
        this.settlements = settlements;
    }

    @GetMapping("/payments/settlements")
    SettlementsPage list(
            @RequestParam(defaultValue = "DIFFERENT") State state, @RequestParam(defaultValue = "0") int from) {
        int first = Math.max(0, from);
        return new SettlementsPage(state, settlements.list(state, first), settlements.counts(), first);
    }
}
