package okienko.ordercontrol.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Checks;
import org.jspecify.annotations.Nullable;

/** Whose orders another rule set may judge otherwise. */
record Concern(RuleSet before, RuleSet after) {

    private static final List<@Nullable Object> UNDECIDED = judging(Rule.of(ReasonCode.UNPAID));

    /** Whether a channel's orders may be judged otherwise. */
    boolean concerns(String channel) {
        return Stream.concat(before.rules().stream(), after.rules().stream())
                .map(Rule::reason)
                .distinct()
                .anyMatch(reason -> otherwise(reason, channel));
    }

    private boolean otherwise(Reason reason, String channel) {
        Setting was = setting(before, reason, channel);
        Setting is = setting(after, reason, channel);
        if (!was.equals(is)) return true;
        return is.mode() != Mode.OFF && !judging(before.find(reason)).equals(judging(after.find(reason)));
    }

    private static Setting setting(RuleSet rules, Reason reason, String channel) {
        return rules.setting(reason, channel, Checks.byDefault(reason));
    }

    /** What of a rule matters to a verdict and its holds; why the shop has it, and who may release, does not. */
    private static List<@Nullable Object> judging(Optional<Rule> decided) {
        return decided.map(Concern::judging).orElse(UNDECIDED);
    }

    private static List<@Nullable Object> judging(Rule rule) {
        return Arrays.asList(
                rule.wording().title(),
                rule.wording().message(),
                rule.condition(),
                rule.severity(),
                rule.queue(),
                rule.clearsWithin(),
                rule.validity());
    }
}
