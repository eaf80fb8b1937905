package okienko.ordercontrol.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.holds.Fields;
import okienko.ordercontrol.holds.HoldChanges;
import okienko.ordercontrol.holds.KeptHold;

/** What is said of an order that control itself broke down on, outside of any one check. */
final class Breakdown {

    private static final int LONGEST_ERROR = 500;

    /** The order is held with {@code RULE_ERROR}; the holds it had stay as they are. */
    static Ruling ruling(Case on, Throwable why, RuleSet rules, Instant now) {
        String error = why.toString();
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("check", "control");
        evidence.put("error", error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR));
        Finding broken = new Finding(
                ReasonCode.RULE_ERROR,
                "failed",
                List.of(),
                evidence,
                List.of(new ProposedAction(ProposedAction.Kind.RELEASE, "", "")),
                null);
        List<Finding> findings = new ArrayList<>(List.of(broken));
        on.holds().stream()
                .filter(hold -> hold.hold().blocks())
                .map(hold -> hold.hold().finding())
                .filter(finding -> finding.reason() != ReasonCode.RULE_ERROR)
                .forEach(findings::add);
        List<Finding> shadows = on.holds().stream()
                .filter(hold -> hold.open() && hold.hold().shadow())
                .map(hold -> hold.hold().finding())
                .toList();
        // a person must see this even if a person settled the same breakdown before
        List<KeptHold> open = on.holds().stream().filter(KeptHold::open).toList();
        HoldChanges changes = HoldChanges.of(findings, shadows, open, () -> Fields.of(on.order()));
        return Ruling.of(
                on, changes, new Ruling.Circumstances(now, rules, on.row().customer(), 0));
    }

    private Breakdown() {}
}
