package okienko.ordercontrol.rules;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Page;
import okienko.ui.Words;

/** All rules, how they are set and how much they hold. */
record RulesPage(List<Row> rows, int version, List<Made> versions, RulesProgressPart progress) implements Page {

    /** Sentences of a difference shown; who wants all of them opens the version. */
    static final int DIFFERENCES_SHOWN = 6;

    /**
     * One rule.
     *
     * @param nowhere whether it is attached to no channel
     * @param never whether its condition was true of no order of the last days
     */
    record Row(
            Reason reason,
            Mode mode,
            boolean changed,
            Map<String, Mode> exceptions,
            boolean nowhere,
            boolean never,
            RuleFigures.Figures figures) {

        String title() {
            return FindingWords.title(reason, Words.locale());
        }

        String about() {
            String key = "reason." + reason.name() + ".about";
            return Words.here().knows(key) ? Words.t(key) : Words.t("rules.own");
        }
    }

    /** A version and what it changed. */
    record Made(RuleVersion version, List<RuleDifference> differences) {

        List<String> sentences() {
            Locale locale = Words.locale();
            return differences.stream()
                    .limit(DIFFERENCES_SHOWN)
                    .map(difference -> difference.sentence(locale))
                    .toList();
        }

        int more() {
            return Math.max(0, differences.size() - DIFFERENCES_SHOWN);
        }

        /** Where it comes from; empty when it was made by hand. */
        String origin() {
            return switch (version.origin()) {
                case RuleVersion.Origin.Changed _ -> "";
                case RuleVersion.Origin.BroughtBack(int earlier) -> Words.t("rules.origin.broughtBack", earlier);
                case RuleVersion.Origin.Imported(String file) -> Words.t("rules.origin.imported", file);
                case RuleVersion.Origin.Chosen(String starter) -> Words.t("rules.origin.chosen", starter);
            };
        }
    }

    static List<Row> rows(
            RuleSet rules, List<String> channels, Map<Reason, RuleFigures.Figures> figures, Set<Reason> never) {
        Stream<Reason> checks = Checks.ALL.stream().map(Check::reason);
        Stream<Reason> own = rules.rules().stream().map(Rule::reason).filter(reason -> reason instanceof Reason.Custom);
        return Stream.concat(checks, own)
                .map(reason -> row(
                        reason,
                        rules,
                        nowhere(reason, rules, channels),
                        never.contains(reason),
                        figures.getOrDefault(reason, RuleFigures.Figures.NONE)))
                .toList();
    }

    private static Row row(Reason reason, RuleSet rules, boolean nowhere, boolean never, RuleFigures.Figures figures) {
        Map<String, Setting> settings = rules.settings(reason);
        Setting everywhere = settings.getOrDefault(RuleSet.ANY_CHANNEL, Checks.byDefault(reason));
        Map<String, Mode> exceptions = new TreeMap<>();
        settings.forEach((channel, setting) -> {
            if (!channel.equals(RuleSet.ANY_CHANNEL)) exceptions.put(channel, setting.mode());
        });
        return new Row(
                reason,
                everywhere.mode(),
                settings.containsKey(RuleSet.ANY_CHANNEL),
                exceptions,
                nowhere,
                never,
                figures);
    }

    /** Whether no channel has it on or in shadow though somebody meant one to; a check may be off for good reason. */
    static boolean nowhere(Reason reason, RuleSet rules, List<String> channels) {
        Map<String, Setting> settings = rules.settings(reason);
        Mode everywhere = settings.getOrDefault(RuleSet.ANY_CHANNEL, Checks.byDefault(reason))
                .mode();
        if (everywhere == Mode.OFF) {
            return reason instanceof Reason.Custom
                    && settings.values().stream().allMatch(setting -> setting.mode() == Mode.OFF);
        }
        // on by its setting for all channels, but each channel there is has switched it off
        return !channels.isEmpty()
                && channels.stream()
                        .allMatch(channel -> settings.containsKey(channel)
                                && settings.get(channel).mode() == Mode.OFF);
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
