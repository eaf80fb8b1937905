package okienko.ordercontrol.reports;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.evaluations.Looks;
import okienko.ordercontrol.rules.RuleBook;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a manager what each rule was worth. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class RuleReportController {

    private static final int LONGEST_DAYS = 90;

    private final RuleReports reports;
    private final Thresholds thresholds;
    private final RuleBook rules;
    private final Looks looks;
    private final Clock clock;

    RuleReportController(RuleReports reports, Thresholds thresholds, RuleBook rules, Looks looks, Clock clock) {
        this.reports = reports;
        this.thresholds = thresholds;
        this.rules = rules;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping("/settings/rules/report")
    RuleReportPage show(@RequestParam(defaultValue = "30") int days) {
        int reach = Math.clamp(days, 1, LONGEST_DAYS);
        RuleSet current = rules.current();
        List<RuleReportPage.Row> rows = new ArrayList<>();
        for (RuleReport report : reports.of(reach))
            rows.add(new RuleReportPage.Row(report, suggestion(report, current, reach), known(report, current)));
        return new RuleReportPage(
                reach,
                rows,
                silent(current, reach),
                looks.orders(new Looks.Range(clock.instant().minus(Duration.ofDays(reach)), "")));
    }

    private Optional<Suggestion> suggestion(RuleReport report, RuleSet current, int days) {
        if (!known(report, current) || report.settled() < RuleReport.ENOUGH) return Optional.empty();
        Optional<Suggestion> threshold =
                check(report.reason()).flatMap(check -> thresholds.better(check, current, days));
        if (threshold.isPresent() && !report.useless()) return threshold;
        return report.useless() ? Optional.of(new Suggestion.Shadow()) : Optional.empty();
    }

    /** Whether there is such a rule: no breakdown, and none of the shop's own that is gone. */
    private static boolean known(RuleReport report, RuleSet current) {
        if (Reason.of(report.reason()) instanceof Reason.Custom own)
            return current.find(own).isPresent();
        return check(report.reason()).isPresent();
    }

    private static Optional<Check> check(String reason) {
        return Checks.ALL.stream()
                .filter(check -> check.reason().name().equals(reason))
                .findFirst();
    }

    /** Rules that run and have found nothing. */
    private Set<ReasonCode> silent(RuleSet current, int days) {
        List<Check> running = Checks.ALL.stream()
                .filter(check -> current.setting(check.reason(), RuleSet.ANY_CHANNEL, check.defaults())
                                .mode()
                        != Mode.OFF)
                .toList();
        Set<String> silent = reports.silent(
                running.stream().map(check -> check.reason().name()).toList(), days);
        return running.stream()
                .map(Check::reason)
                .filter(reason -> silent.contains(reason.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
