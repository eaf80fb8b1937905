package okienko.ordercontrol.judge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.Source;
import okienko.ordercontrol.conditions.Answer;
import okienko.ordercontrol.conditions.Condition;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.RefusedCondition;
import okienko.ordercontrol.terms.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * One rule as it stands for one channel.
 *
 * @param check what it runs; null: a rule of the shop's own
 * @param condition null: none; see {@code refused}
 * @param refused what is wrong with a condition that cannot be used any more; empty when nothing is
 */
record Provision(
        Rule rule,
        @Nullable Check check,
        Mode mode,
        Map<String, String> parameters,
        @Nullable Condition condition,
        String refused) {

    private static final List<ProposedAction> ACTIONS =
            List.of(new ProposedAction(Kind.CONTACT_CUSTOMER, "", ""), new ProposedAction(Kind.RELEASE, "", ""));

    /** A rule, before it is known for which channel. */
    record Draft(Rule rule, @Nullable Check check, @Nullable Condition condition, String refused) {

        Draft(Rule rule, @Nullable Check check) {
            this(rule, check, read(rule), refusal(rule));
        }

        private static @Nullable Condition read(Rule rule) {
            Rule.Written written = rule.condition();
            if (written == null) return null;
            try {
                return Conditions.read(written.text());
            } catch (RefusedCondition _) {
                return null;
            }
        }

        /** It was right when it was saved; a later edition of the product may know less. */
        private static String refusal(Rule rule) {
            Rule.Written written = rule.condition();
            return written == null || Conditions.check(written.text()).isEmpty() ? "" : written.text();
        }

        Provision forChannel(String channel) {
            RuleSet.Setting byDefault = check == null ? Checks.byDefault(rule.reason()) : check.defaults();
            RuleSet.Setting setting = rule.setting(channel, byDefault);
            return new Provision(rule, check, setting.mode(), setting.parameters(), condition, refused);
        }
    }

    Rule.Severity severity() {
        return rule.severity();
    }

    /** What it finds in an order. It never throws: what breaks holds. */
    List<Finding> findings(Hearing hearing) {
        noteValidity(hearing);
        if (!rule.validity().on(hearing.today())) return List.of();
        if (!refused.isEmpty()) return List.of(failed("condition refused: " + refused, ""));
        try {
            return check == null ? own(hearing) : checked(check, hearing);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
            // fail closed: a broken rule must neither let the order pass nor keep the others from looking
            StackTraceElement[] trace = broken.getStackTrace();
            return List.of(failed(broken.toString(), trace.length > 0 ? trace[0].toString() : ""));
        }
    }

    /** The same, and why it finds nothing where it does not. */
    Heard heard(Hearing hearing) {
        if (mode == Mode.OFF) return new Heard(rule, mode, Heard.Outcome.OFF, List.of());
        if (!rule.validity().on(hearing.today())) return new Heard(rule, mode, Heard.Outcome.NOT_IN_FORCE, List.of());
        List<Finding> found = findings(hearing);
        if (!found.isEmpty()) return new Heard(rule, mode, Heard.Outcome.FOUND, found);
        boolean passedOver =
                check != null && condition != null && condition.evaluate(hearing.situation()) instanceof Answer.False;
        return new Heard(rule, mode, passedOver ? Heard.Outcome.NOT_APPLICABLE : Heard.Outcome.NOTHING, List.of());
    }

    private List<Finding> checked(Check runs, Hearing hearing) {
        if (condition == null) return examine(runs, hearing);
        note(condition, hearing);
        return switch (condition.evaluate(hearing.situation())) {
            case Answer.False _ -> List.of();
            case Answer.True _ -> examine(runs, hearing);
            // it may apply: what the check finds holds, what it does not find cannot
            case Answer.Unknown(var needs) ->
                examine(runs, hearing).stream()
                        .map(finding -> finding.seeing(finding.fields(), with(finding.evidence(), needs)))
                        .toList();
            case Answer.Failed broken -> List.of(failed(broken));
        };
    }

    private List<Finding> examine(Check runs, Hearing hearing) {
        hearing.reads(runs.reads());
        if (runs.reads().contains(Source.TIME)) hearing.until(hearing.today().plusDays(1));
        return runs.examine(hearing.order(), hearing.facts(), parameters);
    }

    private static void note(Condition asked, Hearing hearing) {
        hearing.reads(asked.sources());
        if (asked.sources().contains(Source.TIME)) hearing.clock();
    }

    private void noteValidity(Hearing hearing) {
        LocalDate from = rule.validity().from();
        LocalDate to = rule.validity().to();
        if (from != null) hearing.until(from);
        if (to != null) hearing.until(to.plusDays(1));
    }

    private List<Finding> own(Hearing hearing) {
        Condition asked = Objects.requireNonNull(condition);
        note(asked, hearing);
        return switch (asked.evaluate(hearing.situation())) {
            case Answer.False _ -> List.of();
            case Answer.True _ -> List.of(finding(Finding.Telling.TRUE, Evidence.of(asked, hearing), hearing));
            case Answer.Unknown(var needs) ->
                List.of(finding(Finding.Telling.UNDECIDED, with(Evidence.of(asked, hearing), needs), hearing));
            case Answer.Failed broken -> List.of(failed(broken));
        };
    }

    private Finding finding(String variant, Map<String, Object> evidence, Hearing hearing) {
        return new Finding(
                rule.reason(),
                variant,
                Evidence.fields(Objects.requireNonNull(condition)),
                evidence,
                ACTIONS,
                clearsBy(hearing),
                new Finding.Telling(rule.wording().title(), rule.wording().message()));
    }

    private @Nullable Instant clearsBy(Hearing hearing) {
        if (rule.clearsWithin() == null) return null;
        // an order that reaches us late must not be late at once
        Instant placed = hearing.order().placedAt();
        Instant since = hearing.facts().controlledSince();
        return (placed.isAfter(since) ? placed : since).plus(rule.clearsWithin());
    }

    private static Map<String, Object> with(Map<String, Object> evidence, Set<Attribute> needs) {
        Map<String, Object> more = new LinkedHashMap<>(evidence);
        more.put("needs", needs.stream().map(Attribute::path).sorted().toList());
        return Collections.unmodifiableMap(more);
    }

    private Finding failed(Answer.Failed broken) {
        return failed(
                broken.kind().name(),
                "condition, line " + broken.place().line() + ", column "
                        + broken.place().column());
    }

    private Finding failed(String error, String at) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("check", rule.reason().name());
        evidence.put("error", error);
        if (!at.isEmpty()) evidence.put("at", at);
        return new Finding(
                ReasonCode.RULE_ERROR,
                "failed",
                List.of(),
                evidence,
                List.of(new ProposedAction(Kind.RELEASE, "", "")),
                null);
    }
}
