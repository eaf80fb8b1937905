package okienko.ordercontrol.backtest;

import java.util.List;
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
        return rules.with(rules.rule(reason).set(channel, new Setting(mode, parameters)))
                .as(rules.version() + 1);
    }

    private static final List<Mode> MODES = List.of(Mode.values());

    /** Rules somebody might set while trying things out, some for one channel only. */
    static RuleSet random(int version, Random random) {
        RuleSet rules = RuleSet.DEFAULTS;
        for (Check check : Checks.ALL) {
            if (random.nextInt(3) > 0) continue;
            String channel = random.nextInt(3) == 0 ? "demo-web" : RuleSet.ANY_CHANNEL;
            Mode mode = MODES.get(random.nextInt(MODES.size()));
            rules = with(rules, check.reason(), channel, mode, Map.of());
        }
        if (random.nextBoolean()) rules = with(rules, ReasonCode.QUANTITY_ANOMALY, Mode.ON, Map.of("mostPieces", "1"));
        if (random.nextBoolean()) rules = with(rules, ReasonCode.UNPAID, Mode.ON, Map.of("onlineWithin", "PT0S"));
        if (random.nextBoolean()) rules = with(rules, ReasonCode.FOREIGN_ORDER, Mode.ON, Map.of("home", "PL, CZ"));
        return rules.as(version);
    }

    private RuleSets() {}
}
