package okienko.ordercontrol.backtest;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.Parameter;
import okienko.ordercontrol.engine.PendingOrders;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.rules.Saving;
import okienko.orders.OrderId;
import okienko.ui.Notice;
import okienko.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Lets a manager try a setting of a rule on the orders of the last days, and shows what came of it. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class BackTestController {

    private static final String LIST = "redirect:/settings/backtests";
    private static final int PAGE = 50;

    private final BackTests tests;
    private final RuleBook rules;
    private final ControlledOrders orders;
    private final PendingOrders pending;
    private final Clock clock;

    BackTestController(BackTests tests, RuleBook rules, ControlledOrders orders, PendingOrders pending, Clock clock) {
        this.tests = tests;
        this.rules = rules;
        this.orders = orders;
        this.pending = pending;
        this.clock = clock;
    }

    @GetMapping("/settings/backtests")
    BackTestsPage list(Principal who) {
        return new BackTestsPage(tests.of(who.getName()));
    }

    /**
     * Starts a back-test of one rule set otherwise. Parameters come as on the rule's page, {@code p.} and their name.
     *
     * @param channel whose setting is tried; {@code *} for all that have none of their own
     * @param only orders of this channel only; empty for all
     */
    @PostMapping("/settings/backtests")
    String start(
            @RequestParam Reason reason,
            @RequestParam(defaultValue = RuleSet.ANY_CHANNEL) String channel,
            @RequestParam Mode mode,
            @RequestParam(defaultValue = "30") int days,
            @RequestParam(defaultValue = "") String only,
            @RequestParam Map<String, String> form,
            Principal who) {
        RuleSet current = rules.current();
        Rule rule = rule(current, reason);
        Map<String, String> parameters = new HashMap<>();
        for (Parameter parameter : parameters(reason)) {
            String text = typed(parameter, form);
            if (!parameter.accepts(text)) {
                Notice.problem("backtest.wrong", Words.t("reason." + reason.name() + ".parameter." + parameter.name()));
                return "redirect:/settings/rules/" + reason.name();
            }
            if (!text.equals(parameter.byDefault())) parameters.put(parameter.name(), text);
        }
        RuleSet candidate = current.with(rule.set(channel, new Setting(mode, parameters)));
        return start(who, current, candidate, days, only);
    }

    private static Rule rule(RuleSet current, Reason reason) {
        return switch (reason) {
            case ReasonCode code when Checks.of(code).isPresent() -> current.rule(code);
            case ReasonCode _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Reason.Custom own ->
                current.find(own).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
    }

    private static List<Parameter> parameters(Reason reason) {
        return reason instanceof ReasonCode code
                ? Checks.of(code).map(Check::parameters).orElse(List.of())
                : List.of();
    }

    private String start(Principal who, RuleSet current, RuleSet candidate, int days, String only) {
        int reach = Math.clamp(days, 1, tests.mostDays());
        return switch (tests.start(who.getName(), new Question(current, candidate, reach, only))) {
            case BackTests.Start.Started(BackTest test) -> LIST + "/" + test.id();
            case BackTests.Start.Busy(BackTest running) -> {
                Notice.info("backtest.busy");
                yield LIST + "/" + running.id();
            }
            case BackTests.Start.Full() -> {
                Notice.problem("backtest.full");
                yield LIST;
            }
        };
    }

    /** A length of time comes in two fields, number and unit; from elsewhere as rules store it. */
    private static String typed(Parameter parameter, Map<String, String> form) {
        String text = form.getOrDefault("p." + parameter.name(), parameter.byDefault())
                .strip();
        String unit = form.getOrDefault("u." + parameter.name(), "");
        return switch (unit) {
            case "d" -> "P" + text + "D";
            case "h" -> "PT" + text + "H";
            case "m" -> "PT" + text + "M";
            default -> text;
        };
    }

    /** Tries the same rules again, on the orders of other days or of one channel, beside those that are current now. */
    @PostMapping("/settings/backtests/{id}/repetition")
    String repeat(
            @PathVariable long id,
            @RequestParam int days,
            @RequestParam(defaultValue = "") String only,
            Principal who) {
        return start(who, rules.current(), known(id).question().candidate(), days, only);
    }

    /** Saves the rules that were tried. */
    @PostMapping("/settings/backtests/{id}/rules")
    String save(@PathVariable long id, @RequestParam(defaultValue = "new") String scope, Principal who) {
        BackTest test = known(id);
        Saving how = Saving.change(who.getName(), Words.t("backtest.saved.note"), scope.equals("open"));
        return switch (rules.save(test.question().candidate(), how)) {
            case Saving.Outcome.Saved(var made) -> {
                pending.ring();
                Notice.done("backtest.saved", made.version());
                yield "redirect:/settings/rules";
            }
            case Saving.Outcome.Unchanged() -> {
                Notice.info("backtest.saved.unchanged");
                yield "redirect:/settings/rules";
            }
            case Saving.Outcome.Stale _ -> {
                Notice.problem("backtest.stale");
                yield LIST + "/" + id;
            }
        };
    }

    /**
     * One back-test.
     *
     * @param side which orders are listed
     * @param page of the list, from 0
     */
    @GetMapping("/settings/backtests/{id}")
    BackTestPage show(
            @PathVariable long id,
            @RequestParam(defaultValue = "NEWLY_HELD") BackTestPage.Listed side,
            @RequestParam(defaultValue = "0") int page) {
        BackTest test = known(id);
        List<Answer.Named> named =
                test.answer().map(side::of).map(Answer.Side::named).orElse(List.of());
        int from = Math.clamp((long) page * PAGE, 0, named.size());
        List<Answer.Named> shown = named.subList(from, Math.min(from + PAGE, named.size()));
        RuleSet candidate = test.question().candidate();
        return new BackTestPage(
                progress(id),
                rules.current().version() == candidate.version() ? rules.concerned(candidate) : null,
                side,
                rows(shown),
                from / PAGE,
                from + PAGE < named.size(),
                orders.channels(),
                tests.mostDays());
    }

    private List<BackTestPage.Row> rows(List<Answer.Named> named) {
        Map<OrderId, ControlledOrder> known =
                orders.all(named.stream().map(Answer.Named::order).toList());
        List<BackTestPage.Row> rows = new ArrayList<>();
        for (Answer.Named each : named) {
            ControlledOrder order = known.get(each.order());
            // an order that was removed meanwhile is not shown: nothing about it outlives it
            if (order != null) rows.add(new BackTestPage.Row(order, each.reasons()));
        }
        return rows;
    }

    @GetMapping("/settings/backtests/{id}/progress")
    BackTestProgressPart progress(@PathVariable long id) {
        BackTest test = known(id);
        return new BackTestProgressPart(test, test.progress(clock.instant()));
    }

    @PostMapping("/settings/backtests/{id}/cancellation")
    String cancel(@PathVariable long id) {
        if (tests.cancel(known(id))) Notice.done("backtest.cancelled");
        else Notice.info("backtest.over");
        return LIST + "/" + id;
    }

    private BackTest known(long id) {
        return tests.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
