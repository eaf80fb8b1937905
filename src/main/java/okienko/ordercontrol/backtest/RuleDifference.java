package okienko.ordercontrol.backtest;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.judge.Judge;

/**
 * Where two rule sets differ. A back-test runs only these rules over every order, and the whole sets only where these say
 * different things.
 */
final class RuleDifference {

    private static final Setting SILENT = new Setting(Mode.OFF, Map.of());

    private final RuleSet current;
    private final RuleSet candidate;
    private final Map<String, Reduced> byChannel = new ConcurrentHashMap<>();

    RuleDifference(RuleSet current, RuleSet candidate) {
        this.current = current;
        this.candidate = candidate;
    }

    /** The judges by the two sets with every rule switched off that is the same in both. */
    record Reduced(boolean none, Judge current, Judge candidate) {}

    /** What differs for the orders of one channel. */
    Reduced of(String channel) {
        return byChannel.computeIfAbsent(channel, this::reduce);
    }

    private Reduced reduce(String channel) {
        RuleSet before = RuleSet.DEFAULTS;
        RuleSet after = RuleSet.DEFAULTS;
        boolean none = true;
        for (Reason reason : reasons()) {
            Optional<Rule> now = only(current, reason, channel);
            Optional<Rule> then = only(candidate, reason, channel);
            boolean same = now.equals(then);
            none &= same;
            if (now.isPresent()) before = before.with(same ? now.get().everywhere(SILENT) : now.get());
            if (then.isPresent()) after = after.with(same ? then.get().everywhere(SILENT) : then.get());
        }
        return new Reduced(none, Judge.under(before.as(current.version())), Judge.under(after.as(candidate.version())));
    }

    private Set<Reason> reasons() {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (Check check : Checks.ALL) reasons.add(check.reason());
        for (Rule rule : current.rules()) reasons.add(rule.reason());
        for (Rule rule : candidate.rules()) reasons.add(rule.reason());
        return reasons;
    }

    /** The rule as it is for one channel; empty where there is no such rule. */
    private static Optional<Rule> only(RuleSet rules, Reason reason, String channel) {
        Optional<Rule> rule = reason instanceof ReasonCode code ? Optional.of(rules.rule(code)) : rules.find(reason);
        return rule.map(found -> found.everywhere(rules.setting(reason, channel, Checks.byDefault(reason))));
    }
}
