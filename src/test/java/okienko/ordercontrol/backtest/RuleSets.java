package okienko.ordercontrol.backtest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;

/** Rule sets to compare. */
final class RuleSets {

    /** The rules with one set otherwise for all channels. */
    static RuleSet with(RuleSet rules, ReasonCode reason, Mode mode, Map<String, String> parameters) {
        return with(rules, reason, RuleSet.ANY_CHANNEL, mode, parameters);
    }

    static RuleSet with(RuleSet rules, ReasonCode reason, String channel, Mode mode, Map<String, String> parameters) {
        Map<ReasonCode, Map<String, Setting>> settings = new HashMap<>(rules.settings());
        Map<String, Setting> channels = new HashMap<>(settings.getOrDefault(reason, Map.of()));
        channels.put(channel, new Setting(mode, parameters));
        settings.put(reason, channels);
        return new RuleSet(rules.version() + 1, settings);
    }

    /** Rules somebody might set while trying things out, some for one channel only. */
    static RuleSet random(int version, Random random) {
        Map<ReasonCode, Map<String, Setting>> settings = new EnumMap<>(ReasonCode.class);
        for (Check check : Checks.ALL) {
            if (random.nextInt(3) > 0) continue;
            String channel = random.nextInt(3) == 0 ? "demo-web" : RuleSet.ANY_CHANNEL;
            Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
            settings.put(check.reason(), Map.of(channel, new Setting(mode, Map.of())));
        }
        RuleSet rules = new RuleSet(version, settings);
        if (random.nextBoolean()) rules = with(rules, ReasonCode.QUANTITY_ANOMALY, Mode.ON, Map.of("mostPieces", "1"));
        if (random.nextBoolean()) rules = with(rules, ReasonCode.UNPAID, Mode.ON, Map.of("onlineWithin", "PT0S"));
        if (random.nextBoolean()) rules = with(rules, ReasonCode.FOREIGN_ORDER, Mode.ON, Map.of("home", "PL, CZ"));
        return new RuleSet(version, rules.settings());
    }

    private RuleSets() {}
}
