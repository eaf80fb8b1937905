package okienko.ordercontrol.alarms;

import java.util.Map;
import okienko.World;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.rules.Saving;
import okienko.vocabulary.Texts;

/** A rule of the shop's own that breaks down on every order of one channel, until it is mended. */
final class BrokenRule implements AutoCloseable {

    static final String TITLE = "Pieces by nothing";

    private final RuleBook rules;
    private final RuleAlarms alarms;
    final Reason.Custom reason;

    BrokenRule(World world, String channel, Mode mode, RuleBook rules, RuleAlarms alarms) {
        this.rules = rules;
        this.alarms = alarms;
        Rule rule = Rule.own(
                        world.unique("broken"),
                        new Rule.Wording(Texts.of("en", TITLE), Texts.of("en", "Look at it"), Texts.NONE),
                        Rule.Written.cel("order.pieces / (order.pieces - order.pieces) > 1"))
                .set(channel, new Setting(mode, Map.of()));
        reason = (Reason.Custom) rule.reason();
        save(rules.current().with(rule));
    }

    RuleAlarm alarm() {
        return alarms.find(reason.name()).orElseThrow();
    }

    private void save(RuleSet candidate) {
        rules.save(candidate, Saving.change("test", "", false));
    }

    /** Nobody else is to be alarmed by it. */
    @Override
    public void close() {
        save(rules.current().without(reason));
        alarms.find(reason.name()).ifPresent(alarm -> alarms.acknowledge(alarm.rule(), alarm.failures(), "test"));
    }
}
