package okienko.ordercontrol.rules;

import java.time.Instant;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet.Setting;
import org.jspecify.annotations.Nullable;

/**
 * One change of a check's setting.
 *
 * @param version of the rule set it made
 * @param before the setting it replaced; null: the default
 * @param after the setting since; null: the default again
 * @param openToo whether waiting and held orders were controlled again
 * @param orders how many these were
 */
public record RuleChange(
        int version,
        Instant at,
        String agent,
        ReasonCode reason,
        String channel,
        @Nullable Setting before,
        @Nullable Setting after,
        boolean openToo,
        int orders) {

    /** What the queue knows the re-control by that this change asked for. */
    String cause() {
        return "rules:" + version;
    }
}
