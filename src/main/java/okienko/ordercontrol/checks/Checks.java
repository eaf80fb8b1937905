package okienko.ordercontrol.checks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.ordercontrol.ReasonCode;

/** All checks, in the order of the specification. */
public final class Checks {

    public static final List<Check> ALL = List.of();

    /** Where what no check can judge goes: unreadable payloads and failed checks. */
    private static final String TECHNICAL = "technical";

    private static final Map<ReasonCode, Check> BY_REASON = byReason();

    private Checks() {}

    /** The check with this reason; {@code UNREADABLE} and {@code RULE_ERROR} have none. */
    public static Optional<Check> of(ReasonCode reason) {
        return Optional.ofNullable(BY_REASON.get(reason));
    }

    /** The queue an order held for this reason goes to. */
    public static String queue(ReasonCode reason) {
        return of(reason).map(Check::queue).orElse(TECHNICAL);
    }

    private static Map<ReasonCode, Check> byReason() {
        Map<ReasonCode, Check> checks = new EnumMap<>(ReasonCode.class);
        for (Check check : ALL) checks.put(check.reason(), check);
        return checks;
    }
}
