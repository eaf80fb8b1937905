package okienko.ordercontrol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.vocabulary.Texts;

/**
 * All a shop has decided about its rules, in one version.
 *
 * @param version counts changes; every hold names the version it was found under
 * @param rules checks in the order of the specification, then the shop's own by name; checks as they come are left out
 */
public record RuleSet(int version, List<Rule> rules) {

    public static final String ANY_CHANNEL = "*";

    /** More rules than a shop has: each is looked at for every order. */
    public static final int MOST_RULES = 200;

    private static final List<ReasonCode> SPECIFIED = List.of(ReasonCode.values());

    private static final Comparator<Rule> ORDER = Comparator.comparingInt((Rule rule) ->
                    rule.reason() instanceof ReasonCode code ? SPECIFIED.indexOf(code) : SPECIFIED.size())
            .thenComparing(rule -> rule.reason().name());

    /** Nothing set by anybody: every check has its defaults. */
    public static final RuleSet DEFAULTS = new RuleSet(0, List.of());

    public RuleSet {
        rules = rules.stream().filter(rule -> !rule.untouched()).sorted(ORDER).toList();
        if (rules.stream().map(Rule::reason).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("a reason has one rule");
        }
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("there can be " + MOST_RULES + " rules, not " + rules.size());
        }
    }

    /**
     * How a rule is set for a channel.
     *
     * @param parameters of a check, by name; those not named keep the check's defaults
     */
    public record Setting(Mode mode, Map<String, String> parameters) {
        public Setting {
            parameters = Map.copyOf(parameters);
        }
    }

    /** Whether a rule holds orders. */
    public enum Mode {
        ON,
        /** Runs and records what it would have held, but holds nothing. */
        SHADOW,
        OFF
    }

    /** What is decided about a reason; empty when nothing is. */
    public Optional<Rule> find(Reason reason) {
        return rules.stream().filter(rule -> rule.reason().equals(reason)).findFirst();
    }

    /** What is decided about a check. */
    public Rule rule(ReasonCode reason) {
        return find(reason).orElseGet(() -> Rule.of(reason));
    }

    /** How a reason is set, by channel. */
    public Map<String, Setting> settings(Reason reason) {
        return find(reason).map(Rule::channels).orElse(Map.of());
    }

    /** The setting for a channel, or the given default where nobody has set anything. */
    public Setting setting(Reason reason, String channel, Setting byDefault) {
        return find(reason).map(rule -> rule.setting(channel, byDefault)).orElse(byDefault);
    }

    /** What the shop's own rules are called. */
    public Map<Reason.Custom, Texts> titles() {
        Map<Reason.Custom, Texts> titles = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (rule.reason() instanceof Reason.Custom own) {
                titles.put(own, rule.wording().title());
            }
        }
        return titles;
    }

    /** With this rule in the place of the one for the same reason. */
    public RuleSet with(Rule rule) {
        List<Rule> changed = new ArrayList<>(without(rule.reason()).rules);
        changed.add(rule);
        return new RuleSet(version, changed);
    }

    /** With nothing decided about a reason; a rule of the shop's own is gone. */
    public RuleSet without(Reason reason) {
        return new RuleSet(
                version,
                rules.stream().filter(rule -> !rule.reason().equals(reason)).toList());
    }

    /** By the version alone: rule sets are looked up for every order, and few have the same. */
    @Override
    public int hashCode() {
        return version;
    }

    /** The same rules as another version. */
    public RuleSet as(int otherVersion) {
        return new RuleSet(otherVersion, rules);
    }
}
