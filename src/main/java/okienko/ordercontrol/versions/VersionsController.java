package okienko.ordercontrol.versions;

import java.security.Principal;
import java.util.List;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.engine.PendingOrders;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.rules.RuleDifference;
import okienko.ordercontrol.rules.RuleVersion;
import okienko.ordercontrol.rules.Saving;
import okienko.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the versions of the rules and brings an earlier one back. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class VersionsController {

    private static final int PAGE = 50;

    private final RuleBook rules;
    private final PendingOrders pending;

    VersionsController(RuleBook rules, PendingOrders pending) {
        this.rules = rules;
        this.pending = pending;
    }

    /**
     * The versions.
     *
     * @param before only those with a smaller number
     */
    @GetMapping("/settings/rules/versions")
    VersionsPage list(@RequestParam(defaultValue = "2147483647") int before) {
        List<RuleVersion> versions = rules.versionsBefore(before, PAGE + 1);
        List<RuleVersion> shown = versions.subList(0, Math.min(PAGE, versions.size()));
        String earlier = versions.size() <= PAGE
                ? null
                : "/settings/rules/versions?before=" + shown.getLast().version();
        return new VersionsPage(shown, rules.current().version(), earlier);
    }

    @GetMapping("/settings/rules/versions/{version:\\d{1,9}}")
    VersionPage show(@PathVariable int version) {
        RuleVersion made = rules.version(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        RuleSet then = rules.at(version).orElseThrow();
        RuleSet current = rules.current();
        return new VersionPage(
                made,
                rules.difference(version),
                RuleDifference.between(current, then),
                current.version(),
                rules.concerned(then));
    }

    @PostMapping("/settings/rules/versions/{version:\\d{1,9}}/return")
    String bringBack(
            @PathVariable int version,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "new") String scope,
            Principal who) {
        if (rules.version(version).isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        if (rules.bringBack(version, who.getName(), note, scope.equals("open"))
                instanceof Saving.Outcome.Saved(RuleVersion made)) {
            pending.ring();
            Notice.done("versions.back.done", version, made.version());
        } else {
            Notice.info("versions.back.same", version);
        }
        return "redirect:/settings/rules";
    }
}
