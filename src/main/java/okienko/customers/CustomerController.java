package okienko.customers;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import okienko.access.Audit;
import okienko.ui.Area;
import okienko.ui.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Customers: finding one, looking at the card, warning colleagues about it. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class CustomerController {

    static final int LONGEST_NOTE = 500;

    private static final int MOST_PARCELS = 10_000;

    private final Customers customers;
    private final CustomerSearch search;
    private final Audit audit;

    CustomerController(Customers customers, CustomerSearch search, Audit audit) {
        this.customers = customers;
        this.search = search;
        this.audit = audit;
    }

    @Bean
    static Area customersArea() {
        return new Area("customers", "/customers", "users", 40, "CONSULTANT", "c");
    }

    @GetMapping("/customers")
    CustomersPage list(
            @RequestParam(defaultValue = "") String q, @RequestParam(required = false) @Nullable Long before) {
        return search.find(q.strip(), before);
    }

    @GetMapping("/customers/{id}")
    Object show(@PathVariable long id) {
        long shown = search.shownOn(id);
        return shown == id ? card(id) : new RedirectView("/customers/" + shown);
    }

    private CustomerPage card(long id) {
        return search.card(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The customer of an order, as a part of another page: a buyer never recognised yet has none. */
    @GetMapping("/customers/of/{orderReference}")
    CustomerPart of(@PathVariable String orderReference) {
        Optional<CardSummary> summary = customers.card(orderReference);
        return new CustomerPart(summary.orElse(null));
    }

    @PostMapping("/customers/{id}/flags")
    @Transactional
    RedirectView flag(
            @PathVariable long id,
            @RequestParam CustomerFlag.Kind kind,
            @RequestParam String note,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {
        String reason = note.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_NOTE) {
            Notice.problem("customers.flag.note.needed", LONGEST_NOTE);
        } else {
            card(id);
            customers.flag(id, new CustomerFlag(kind, reason, until), actor());
            audit.record(
                    "customer.flagged",
                    "K-" + id,
                    Map.of("flag", kind.name(), "note", reason, "until", until == null ? "" : until.toString()));
            Notice.done("customers.flag.done");
        }
        return new RedirectView("/customers/" + id);
    }

    @PostMapping("/customers/{id}/flags/{flag}/removal")
    @Transactional
    RedirectView unflag(@PathVariable long id, @PathVariable long flag) {
        if (customers.unflag(id, flag, actor())) {
            audit.record("customer.unflagged", "K-" + id, Map.of("flag", flag));
            Notice.done("customers.unflag.done");
        }
        return new RedirectView("/customers/" + id);
    }

    @PostMapping("/customers/{id}/refused-parcels")
    @Transactional
    RedirectView refusedParcels(@PathVariable long id, @RequestParam int count) {
        int before = card(id).customer().refusedParcels();
        if (count < 0 || count > MOST_PARCELS) {
            Notice.problem("customers.refused.range", MOST_PARCELS);
        } else if (count != before) {
            customers.refusedParcels(id, count);
            audit.record("customer.refusedParcels", "K-" + id, Map.of("before", before, "after", count));
            Notice.done("customers.refused.done", count);
        }
        return new RedirectView("/customers/" + id);
    }

    private static String actor() {
        String actor = Audit.actor();
        return actor == null ? "" : actor;
    }
}
