package okienko.ordercontrol.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Words;

/**
 * One setting that a back-test tries.
 *
 * @param check whose setting it is
 * @param channel {@code *} for all that have none of their own
 * @param before as the rules have it
 * @param after as it is tried
 */
record Tried(Check check, String channel, Setting before, Setting after) {

    /** The rules with one setting changed. */
    static RuleSet with(RuleSet rules, ReasonCode reason, String channel, Setting setting) {
        return rules.with(rules.rule(reason).set(channel, setting));
    }

    /** All that a question tries. */
    static List<Tried> between(Question question) {
        List<Tried> all = new ArrayList<>();
        for (Check check : Checks.ALL) {
            TreeSet<String> channels =
                    new TreeSet<>(question.current().settings(check.reason()).keySet());
            channels.addAll(question.candidate().settings(check.reason()).keySet());
            for (String channel : channels) {
                Setting old = question.current().setting(check.reason(), channel, check.defaults());
                Setting tried = question.candidate().setting(check.reason(), channel, check.defaults());
                if (!Objects.equals(old, tried)) all.add(new Tried(check, channel, old, tried));
            }
        }
        return all;
    }

    String title() {
        return FindingWords.title(check.reason(), Words.locale());
    }

    boolean everywhere() {
        return channel.equals(RuleSet.ANY_CHANNEL);
    }

    /** The parameters in which the two differ or that were set, by label: as tried. */
    Map<String, String> parameters(Setting setting) {
        Map<String, String> all = new TreeMap<>();
        check.parameters()
                .forEach(parameter -> all.put(
                        label(check.reason(), parameter.name()),
                        setting.parameters().getOrDefault(parameter.name(), parameter.byDefault())));
        return all;
    }

    /** What a form has to send so that this is tried again, by field. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("reason", check.reason().name());
        fields.put("channel", channel);
        fields.put("mode", after.mode().name());
        after.parameters().forEach((name, value) -> fields.put("p." + name, value));
        return fields;
    }

    static String label(ReasonCode reason, String parameter) {
        return Words.t("reason." + reason + ".parameter." + parameter);
    }
}
