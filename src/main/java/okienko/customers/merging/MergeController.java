package okienko.customers.merging;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okienko.customers.Customer;
import okienko.customers.CustomerSearch;
import okienko.customers.Customers;
import okienko.customers.merging.Merges.Outcome;
import okienko.customers.merging.Merges.Pair;
import okienko.ui.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Merging two cards, and taking a merge back. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class MergeController {

    private static final int HITS = 20;

    private final Merges merges;
    private final Customers customers;
    private final CustomerSearch search;

    MergeController(Merges merges, Customers customers, CustomerSearch search) {
        this.merges = merges;
        this.customers = customers;
        this.search = search;
    }

    @GetMapping("/customers/{id}/merging")
    Object choose(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long with,
            @RequestParam(defaultValue = "") String q) {
        Customer card = customers.shown(List.of(id)).get(id);
        if (card == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        if (with == null) {
            String typed = q.strip();
            return new MergePage(id, card, typed, typed.isEmpty() ? List.of() : hits(id, typed), null, List.of(), "");
        }
        return merges.pair(id, with)
                .<Object>map(pair -> page(pair, Merges.lent(pair), ""))
                .orElseGet(() -> {
                    Notice.problem("merging.refused.ONE_ALREADY");
                    return "redirect:/customers/" + id;
                });
    }

    /** @param chosen by part: {@code stays} or {@code joins} */
    @PostMapping("/customers/{id}/merging")
    Object merge(
            @PathVariable long id,
            @RequestParam long with,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> chosen,
            Principal who) {
        List<String> lends = new ArrayList<>();
        for (Part part : Part.values()) if ("joins".equals(chosen.get(part.code()))) lends.add(part.code());
        return switch (merges.merge(id, with, lends, reason, who.getName())) {
            case Outcome.Done(long merge) -> {
                Notice.undoable("/customers/merges/" + merge + "/undoing", "merging.done");
                yield "redirect:/customers/" + id;
            }
            case Outcome.Refused(var why) -> {
                Notice.problem("merging.refused." + why.name(), Merges.LONGEST_REASON);
                yield merges.pair(id, with)
                        .<Object>map(pair -> page(pair, lends, reason))
                        .orElse("redirect:/customers/" + id);
            }
        };
    }

    @PostMapping("/customers/merges/{merge}/undoing")
    String undo(@PathVariable long merge, Principal who) {
        Long kept = merges.kept(merge);
        if (kept == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        if (merges.undo(merge, who.getName())) Notice.done("merging.undone");
        else Notice.problem("merging.undone.already");
        return "redirect:/customers/" + kept;
    }

    private static MergePage page(Pair pair, List<String> lends, String reason) {
        return new MergePage(pair.keptId(), pair.kept(), "", List.of(), pair, lends, reason);
    }

    private List<MergePage.Hit> hits(long own, String typed) {
        List<Long> ids = search.shown(typed, HITS);
        Map<Long, Customer> found = customers.shown(ids);
        List<MergePage.Hit> hits = new ArrayList<>();
        for (long id : ids) {
            Customer customer = found.get(id);
            if (id != own && customer != null) hits.add(new MergePage.Hit(id, customer));
        }
        return hits;
    }
}
