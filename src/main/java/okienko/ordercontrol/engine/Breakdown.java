package okienko.ordercontrol.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.alarms.RuleAlarm;
import okienko.ordercontrol.alarms.RuleAlarms;
import okienko.ordercontrol.holds.Grounds;
import okienko.ordercontrol.holds.HoldChanges;
import okienko.ordercontrol.holds.KeptHold;
import okienko.ordercontrol.holds.Readings;

/** Checks that broke down on an order, and what is said of one that control itself broke down on. */
final class Breakdown {

    private static final int LONGEST_ERROR = 500;
    private static final String CHECK = "check";
    private static final String ERROR = "error";

    /** The order is held with {@code RULE_ERROR}; the holds it had stay as they are. */
    static Ruling ruling(Case on, Throwable why, RuleSet rules, Instant now) {
        List<Finding> findings = new ArrayList<>(List.of(finding(why)));
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
        HoldChanges changes = HoldChanges.of(findings, shadows, open, new AsTheyWere(on, open, now));
        return Ruling.of(
                on, changes, new Ruling.Circumstances(now, rules, on.row().customer(), 0));
    }

    /** What a person is told of it. */
    static Finding finding(Throwable why) {
        String error = why.toString();
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put(CHECK, RuleAlarm.CONTROL);
        evidence.put(ERROR, error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR));
        return new Finding(
                ReasonCode.RULE_ERROR,
                "failed",
                List.of(),
                evidence,
                List.of(new ProposedAction(ProposedAction.Kind.RELEASE, "", "")),
                null);
    }

    /** The checks that broke down on an order; also one in shadow, and one whose breakdown a person settled. */
    static List<RuleAlarms.Failure> failures(Case on, Judgement judgement) {
        return Stream.concat(judgement.holds().stream(), judgement.shadows().stream())
                .filter(finding -> finding.reason() == ReasonCode.RULE_ERROR)
                .map(finding -> failure(on, finding))
                .toList();
    }

    static RuleAlarms.Failure failure(Case on, Finding finding) {
        Object check = finding.evidence().getOrDefault(CHECK, RuleAlarm.CONTROL);
        boolean before = on.holds().stream()
                .map(hold -> hold.hold().finding())
                .anyMatch(earlier -> earlier.reason() == ReasonCode.RULE_ERROR
                        && check.equals(earlier.evidence().get(CHECK)));
        return new RuleAlarms.Failure(
                check.toString(), finding.evidence().getOrDefault(ERROR, "").toString(), !before);
    }

    /** Nobody can say what rules read of an order that breaks them: what was noted stays. */
    private record AsTheyWere(Case on, List<KeptHold> open, Instant now) implements Readings {

        @Override
        public Grounds grounds(Finding finding) {
            return open.stream()
                    .filter(hold -> hold.hold().finding().equals(finding))
                    .map(KeptHold::grounds)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(new Grounds(finding.evidence(), false, on.order().total()));
        }

        @Override
        public Object value(String name) {
            return "";
        }

        @Override
        public Hold.Cover cover(Reason reason, Grounds grounds) {
            return new Hold.Cover(0, null, null);
        }
    }

    private Breakdown() {}
}
