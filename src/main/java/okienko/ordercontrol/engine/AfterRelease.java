package okienko.ordercontrol.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.holds.Fields;
import okienko.orders.Order;

/**
 * What of a judgement counts for an order the warehouse has already: that it changed, with what exactly, and whatever is
 * wrong with the fields that changed. The rest was settled when it was released.
 */
final class AfterRelease {

    /** Changed fields named in the evidence; the order page shows both revisions whole. */
    private static final int MOST_NAMED = 20;

    static Judgement judgement(Judgement judgement, Order atWarehouse, Order now) {
        List<Fields.Change> changes = Fields.of(atWarehouse).changesTo(Fields.of(now));
        return judgement.counting(about(judgement.holds(), changes), about(judgement.shadows(), changes));
    }

    private static List<Finding> about(List<Finding> findings, List<Fields.Change> changes) {
        List<Finding> counting = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.reason() == ReasonCode.CHANGED_AFTER_RELEASE) {
                if (!changes.isEmpty()) counting.add(withChanges(finding, changes));
            } else if (finding.reason() == ReasonCode.RULE_ERROR || concerned(finding, changes)) {
                counting.add(forAPerson(finding));
            }
        }
        return counting;
    }

    private static boolean concerned(Finding finding, List<Fields.Change> changes) {
        return finding.fields().stream().anyMatch(path -> changes.stream().anyMatch(change -> change.concerns(path)));
    }

    private static Finding withChanges(Finding finding, List<Fields.Change> changes) {
        List<Fields.Change> named = changes.stream().limit(MOST_NAMED).toList();
        Map<String, Object> evidence = new LinkedHashMap<>(finding.evidence());
        evidence.put(
                "changes",
                named.stream()
                        .map(change -> change.field() + ": " + change.before() + " → " + change.after())
                        .toList());
        return finding.seeing(named.stream().map(Fields.Change::field).toList(), evidence)
                .clearing(null);
    }

    /** Nothing waits for itself to clear once the goods may be on their way. */
    private static Finding forAPerson(Finding finding) {
        return finding.clearing(null);
    }

    private AfterRelease() {}
}
