package okienko.ordercontrol;

import java.util.Map;
import okienko.ordercontrol.rules.RuleBook;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the checks are set for one channel: for modules that bring a channel with them. */
@Component
public class ChannelRules {

    private final RuleBook rules;

    ChannelRules(RuleBook rules) {
        this.rules = rules;
    }

    /** Sets a check's parameters for a channel; orders that are there already stay as they are. */
    @Transactional
    public void set(ReasonCode reason, String channel, Map<String, String> parameters, String agent) {
        rules.set(reason, channel, new RuleSet.Setting(RuleSet.Mode.ON, parameters), agent, false);
    }

    /** Lets a check be set for a channel as it is for all. */
    @Transactional
    public void unset(ReasonCode reason, String channel, String agent) {
        rules.set(reason, channel, null, agent, false);
    }
}
