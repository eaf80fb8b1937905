package okienko.ordercontrol;

import java.util.Map;

/**
 * How every check is set, channel by channel.
 *
 * @param version counts changes; every hold names the version it was found under
 * @param settings by reason, then by channel; {@link #ANY_CHANNEL} holds for channels that have no setting of their own
 */
public record RuleSet(int version, Map<ReasonCode, Map<String, Setting>> settings) {

    public static final String ANY_CHANNEL = "*";

    /** Nothing set by anybody: every check has its defaults. */
    public static final RuleSet DEFAULTS = new RuleSet(0, Map.of());

    /**
     * How one check is set.
     *
     * @param parameters by name; those not named keep the check's defaults
     */
    public record Setting(Mode mode, Map<String, String> parameters) {}

    /** Whether a check holds orders. */
    public enum Mode {
        ON,
        /** Runs and records what it would have held, but holds nothing. */
        SHADOW,
        OFF
    }

    /** The setting for a channel, or the given default where nobody has set anything. */
    public Setting setting(ReasonCode reason, String channel, Setting byDefault) {
        Map<String, Setting> channels = settings.getOrDefault(reason, Map.of());
        return channels.getOrDefault(channel, channels.getOrDefault(ANY_CHANNEL, byDefault));
    }
}
