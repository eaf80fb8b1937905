package okienko.ordercontrol.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.Verdict;
import okienko.orders.Order;

/** Runs the checks over one order and says what becomes of it. */
public final class Judge {

    private Judge() {}

    /** What control finds out about an order, the checks set as the rules say. */
    public static Judgement judge(Order order, Facts facts, RuleSet rules) {
        return judge(order, facts, rules, Checks.ALL);
    }

    /** As {@link #judge(Order, Facts, RuleSet)} with other checks: for tests of a single one. */
    static Judgement judge(Order order, Facts facts, RuleSet rules, List<Check> checks) {
        List<Finding> holds = new ArrayList<>();
        List<Finding> shadows = new ArrayList<>();
        for (Check check : checks) {
            RuleSet.Setting setting = rules.setting(check.reason(), order.key().channel(), check.defaults());
            switch (setting.mode()) {
                case ON -> holds.addAll(examine(check, order, facts, setting));
                case SHADOW -> shadows.addAll(examine(check, order, facts, setting));
                case OFF -> {}
            }
        }
        return verdict(holds, shadows, facts.now());
    }

    private static Judgement verdict(List<Finding> holds, List<Finding> shadows, Instant now) {
        if (holds.isEmpty()) return new Judgement(Verdict.RELEASED, holds, shadows, null);
        boolean allClear = holds.stream()
                .allMatch(hold -> hold.clearsBy() != null && hold.clearsBy().isAfter(now));
        if (!allClear) return new Judgement(Verdict.HELD, holds, shadows, null);
        Instant deadline = holds.stream()
                .map(Finding::clearsBy)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
        return new Judgement(Verdict.WAITING, holds, shadows, deadline);
    }

    private static List<Finding> examine(Check check, Order order, Facts facts, RuleSet.Setting setting) {
        try {
            return check.examine(order, facts, setting.parameters());
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
            // fail closed: a broken check must neither let the order pass nor keep the others from looking
            return List.of(ruleError(check.reason(), broken));
        }
    }

    private static Finding ruleError(ReasonCode reason, Throwable broken) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("check", reason.name());
        evidence.put("error", broken.toString());
        StackTraceElement[] trace = broken.getStackTrace();
        if (trace.length > 0) evidence.put("at", trace[0].toString());
        return new Finding(
                ReasonCode.RULE_ERROR,
                "failed",
                List.of(),
                evidence,
                List.of(new ProposedAction(ProposedAction.Kind.RELEASE, "", "")),
                null);
    }
}
