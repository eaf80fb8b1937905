package okienko.ordercontrol.editor;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.backtest.BackTests;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.engine.PendingOrders;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.rules.Saving;
import okienko.ui.Notice;
import okienko.ui.Words;
import okienko.work.Queue;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Lets a manager write rules of the shop's own, and say when a check applies. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class RuleEditorController {

    private static final String LIST = "redirect:/settings/rules";

    /** Which rule the form is about; empty for a new one. */
    private static final String REASON = "reason";

    private static final String VERSION = "version";

    private final RuleBook rules;
    private final BackTests tests;
    private final ControlledOrders orders;
    private final PendingOrders pending;
    private final WorkItems work;

    RuleEditorController(
            RuleBook rules, BackTests tests, ControlledOrders orders, PendingOrders pending, WorkItems work) {
        this.rules = rules;
        this.tests = tests;
        this.orders = orders;
        this.pending = pending;
        this.work = work;
    }

    @GetMapping("/settings/rules/new")
    RuleEditorPage begin() {
        return page(TypedRule.blank(), false, rules.current().version(), null);
    }

    @GetMapping("/settings/rules/{reason}/edit")
    RuleEditorPage edit(@PathVariable Reason reason) {
        RuleSet current = rules.current();
        return page(TypedRule.of(known(current, reason)), true, current.version(), null);
    }

    /** The form after a button in it was pressed: another row, another group, one less. */
    @PostMapping("/settings/rules/editor/draft")
    Object draft(
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") String act,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment) {
        TypedRule typed = typed(form).after(act);
        if (fragment != null) return condition(typed, List.of(), null);
        return page(typed, made(form), version(form), null);
    }

    /** What the condition is in CEL, and what is wrong with it, while it is being typed. */
    @PostMapping("/settings/rules/editor/check")
    ConditionCheckPart check(@RequestParam Map<String, String> form) {
        TypedRule typed = typed(form);
        Integer concerned = typed.result()
                .rule()
                .map(rule -> rules.concerned(candidate(rules.current(), rule)))
                .orElse(null);
        return new ConditionCheckPart(typed.condition(), typed.condition().wrongs(), concerned, true);
    }

    /** Tries the rule as it is typed on past orders; nothing is saved. */
    @PostMapping("/settings/rules/editor/trial")
    Object tryOut(@RequestParam Map<String, String> form, Principal who) {
        TypedRule typed = typed(form);
        TypedRule.Result result = typed.result();
        if (result.rule().isEmpty()) return page(typed, made(form), version(form), result);
        RuleSet current = rules.current();
        RuleSet candidate = candidate(current, result.rule().get());
        return switch (tests.start(who.getName(), current, candidate)) {
            case BackTests.Start.Started(var test) -> "redirect:/settings/backtests/" + test.id();
            case BackTests.Start.Busy _ -> {
                Notice.info("backtest.busy");
                yield page(typed, made(form), version(form), null);
            }
            case BackTests.Start.Full() -> {
                Notice.problem("backtest.full");
                yield page(typed, made(form), version(form), null);
            }
        };
    }

    @PostMapping({"/settings/rules/new", "/settings/rules/{reason}/edit"})
    Object save(
            @PathVariable(required = false) @Nullable Reason reason,
            @RequestParam Map<String, String> form,
            Principal who) {
        TypedRule typed = TypedRule.typed(reason, form);
        TypedRule.Result result = typed.result();
        if (result.rule().isEmpty()) return page(typed, reason != null, version(form), result);
        RuleSet current = rules.current();
        Rule rule = result.rule().get();
        if (reason == null && current.find(rule.reason()).isPresent()) {
            return page(typed, false, version(form), taken(result));
        }
        RuleSet candidate = candidate(current, rule).as(version(form));
        return switch (rules.save(candidate, saving(form, who))) {
            case Saving.Outcome.Saved(var made) -> {
                pending.ring();
                Notice.done("rules.saved", name(rule), made.version());
                yield LIST + "/" + rule.reason().name();
            }
            case Saving.Outcome.Unchanged() -> {
                Notice.info("rules.unchanged", name(rule));
                yield LIST;
            }
            case Saving.Outcome.Stale(int now) -> {
                // what is typed stays; sent once more it is put upon the rules as they are now
                Notice.problem("editor.stale", now);
                yield page(typed, reason != null, now, null);
            }
        };
    }

    /** A rule of the shop's own goes; orders it held keep its name. */
    @PostMapping("/settings/rules/{reason}/deletion")
    String delete(@PathVariable Reason reason, @RequestParam Map<String, String> form, Principal who) {
        RuleSet current = rules.current();
        if (reason instanceof ReasonCode || current.find(reason).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String name = name(known(current, reason));
        if (rules.save(current.without(reason), saving(form, who)) instanceof Saving.Outcome.Saved) {
            pending.ring();
            Notice.done("editor.deleted", name);
        } else {
            Notice.problem("editor.stale", rules.current().version());
        }
        return LIST;
    }

    private RuleEditorPage page(TypedRule typed, boolean made, int version, TypedRule.@Nullable Result result) {
        TreeSet<String> channels = new TreeSet<>(orders.channels());
        if (typed.reason() != null)
            channels.addAll(rules.current().settings(typed.reason()).keySet());
        channels.remove(RuleSet.ANY_CHANNEL);
        List<TypedCondition.Wrong> wrongs =
                result == null ? List.of() : typed.condition().wrongs();
        return new RuleEditorPage(
                typed,
                made,
                version,
                result == null ? Map.of() : result.wrong(),
                List.copyOf(channels),
                work.queues().stream().map(Queue::name).toList(),
                condition(typed, wrongs, null));
    }

    private static ConditionPart condition(
            TypedRule typed, List<TypedCondition.Wrong> wrongs, @Nullable Integer concerned) {
        ConditionCheckPart check = new ConditionCheckPart(typed.condition(), wrongs, concerned, false);
        return new ConditionPart(typed.condition(), typed.own(), check.byRow(), check);
    }

    private static TypedRule typed(Map<String, String> form) {
        return TypedRule.typed(Reason.find(form.getOrDefault(REASON, "")).orElse(null), form);
    }

    private static boolean made(Map<String, String> form) {
        return !form.getOrDefault(REASON, "").isEmpty();
    }

    private static int version(Map<String, String> form) {
        String typed = form.getOrDefault(VERSION, "");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private static Saving saving(Map<String, String> form, Principal who) {
        return Saving.change(
                who.getName(),
                form.getOrDefault("note", ""),
                form.getOrDefault("scope", "").equals("open"));
    }

    private static Rule known(RuleSet current, Reason reason) {
        return switch (reason) {
            case ReasonCode code when Checks.of(code).isPresent() -> current.rule(code);
            case ReasonCode _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Reason.Custom own ->
                current.find(own).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
    }

    /** The rules with this one in its place; what the form does not show stays as it is. */
    private static RuleSet candidate(RuleSet current, Rule typed) {
        Optional<Rule> before = current.find(typed.reason());
        boolean own = typed.reason() instanceof Reason.Custom;
        return current.with(new Rule(
                typed.reason(),
                typed.wording(),
                typed.condition(),
                typed.severity(),
                typed.queue(),
                typed.clearsWithin(),
                own ? typed.channels() : before.map(Rule::channels).orElse(Map.of()),
                typed.validity(),
                typed.releases()));
    }

    private static TypedRule.Result taken(TypedRule.Result result) {
        return new TypedRule.Result(result.rule(), Map.of(TypedRule.NAME, Words.t("editor.wrong.taken")));
    }

    private static String name(Rule rule) {
        return rule.reason() instanceof Reason.Custom
                ? rule.wording().title().in(Words.locale())
                : FindingWords.title(rule.reason(), Words.locale());
    }
}
