package okienko.ordercontrol.rules;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ui.Page;

/** All checks, how they are set and how much they hold. */
record RulesPage(List<Row> rows, int version, List<RuleChange> changes, RulesProgressPart progress) implements Page {

    /** One check. */
    record Row(
            ReasonCode reason,
            Mode mode,
            boolean changed,
            Map<String, Mode> exceptions,
            boolean nowhere,
            RuleFigures.Figures figures) {}

    static List<Row> rows(RuleSet rules, List<String> channels, Map<ReasonCode, RuleFigures.Figures> figures) {
        return Checks.ALL.stream()
                .map(check ->
                        row(check, rules, channels, figures.getOrDefault(check.reason(), RuleFigures.Figures.NONE)))
                .toList();
    }

    private static Row row(Check check, RuleSet rules, List<String> channels, RuleFigures.Figures figures) {
        Map<String, Setting> settings = rules.settings().getOrDefault(check.reason(), Map.of());
        Setting everywhere = settings.getOrDefault(RuleSet.ANY_CHANNEL, check.defaults());
        Map<String, Mode> exceptions = new TreeMap<>();
        settings.forEach((channel, setting) -> {
            if (!channel.equals(RuleSet.ANY_CHANNEL)) exceptions.put(channel, setting.mode());
        });
        // on by its setting for all channels, but each channel there is has switched it off
        boolean nowhere = everywhere.mode() != Mode.OFF
                && !channels.isEmpty()
                && channels.stream().allMatch(channel -> exceptions.get(channel) == Mode.OFF);
        return new Row(
                check.reason(),
                everywhere.mode(),
                settings.containsKey(RuleSet.ANY_CHANNEL),
                exceptions,
                nowhere,
                figures);
    }

    static String tone(Mode mode) {
        return switch (mode) {
            case ON -> "good";
            case SHADOW -> "shadow";
            case OFF -> "quiet";
        };
    }

    static String icon(Mode mode) {
        return switch (mode) {
            case ON -> "shield-check";
            case SHADOW -> "eye";
            case OFF -> "power-off";
        };
    }
}
