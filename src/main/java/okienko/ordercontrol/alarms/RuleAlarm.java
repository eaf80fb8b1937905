package okienko.ordercontrol.alarms;

import java.time.Instant;
import java.util.Optional;
import okienko.ordercontrol.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A check, or a rule of the shop's own, that broke down.
 *
 * @param rule its reason's name, or {@link #CONTROL}
 * @param error what it said last
 * @param failures how often it broke down
 * @param orders on how many orders
 * @param acknowledged of the failures, how many somebody knows about
 * @param acknowledgedAt null: nobody ever did
 */
public record RuleAlarm(
        String rule,
        Instant firstAt,
        Instant lastAt,
        String error,
        long failures,
        long orders,
        long acknowledged,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy) {

    /** What is named where control itself broke down, outside of any one check. */
    public static final String CONTROL = "control";

    /** Whether it broke down after somebody last said that they know. */
    public boolean ringing() {
        return failures > acknowledged;
    }

    /** The rule at fault; empty where it is none. */
    public Optional<Reason> reason() {
        return Reason.find(rule);
    }
}
