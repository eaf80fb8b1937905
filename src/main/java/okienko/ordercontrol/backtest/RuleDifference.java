package okienko.ordercontrol.backtest;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;

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

    /** The two sets with every rule switched off that is the same in both. */
    record Reduced(boolean none, RuleSet current, RuleSet candidate) {}

    /** What differs for the orders of one channel. */
    Reduced of(String channel) {
        return byChannel.computeIfAbsent(channel, this::reduce);
    }

    private Reduced reduce(String channel) {
        Map<ReasonCode, Map<String, Setting>> before = new EnumMap<>(ReasonCode.class);
        Map<ReasonCode, Map<String, Setting>> after = new EnumMap<>(ReasonCode.class);
        boolean none = true;
        for (Check check : Checks.ALL) {
            Setting now = current.setting(check.reason(), channel, check.defaults());
            Setting then = candidate.setting(check.reason(), channel, check.defaults());
            boolean same = now.equals(then);
            none &= same;
            before.put(check.reason(), Map.of(RuleSet.ANY_CHANNEL, same ? SILENT : now));
            after.put(check.reason(), Map.of(RuleSet.ANY_CHANNEL, same ? SILENT : then));
        }
        return new Reduced(none, new RuleSet(current.version(), before), new RuleSet(candidate.version(), after));
    }
}
