package okienko.ordercontrol.holds;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;

/**
 * What a control changes about an order's holds. A finding that is open already stays the same hold; one that a person
 * settled stays settled while its fingerprint is the same; what is no longer found is cleared.
 *
 * @param opened holds to open
 * @param again those of the reasons opened that a person had settled before something about them changed
 * @param cleared open holds no longer found
 * @param refreshed open holds, by id, that now have other evidence
 * @param blocking what blocks the order after this
 */
public record HoldChanges(
        List<Found> opened,
        Set<Reason> again,
        List<KeptHold> cleared,
        Map<Long, Found> refreshed,
        List<Finding> blocking) {

    /** A finding with what tells its hold apart. */
    public record Found(Finding finding, boolean shadow, String subject, String fingerprint) {}

    /** Compares what is found now with the holds there are. */
    public static HoldChanges of(
            List<Finding> holds, List<Finding> shadows, List<KeptHold> kept, Supplier<Fields> fields) {
        HoldChanges changes = new HoldChanges(
                new ArrayList<>(), new HashSet<>(), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        if (holds.isEmpty() && shadows.isEmpty() && kept.isEmpty()) return changes;
        Set<KeptHold> gone = new HashSet<>(kept.stream().filter(KeptHold::open).toList());
        Set<String> seen = new HashSet<>();
        for (Finding finding : holds) changes.add(found(finding, false, seen, fields.get()), kept, gone);
        for (Finding finding : shadows) changes.add(found(finding, true, seen, fields.get()), kept, gone);
        kept.stream().filter(gone::contains).forEach(changes.cleared::add);
        return changes;
    }

    private static Found found(Finding finding, boolean shadow, Set<String> seen, Fields fields) {
        String subject = subject(finding);
        String unique = subject;
        // two findings of one reason about the same fields are two holds, told apart by their order
        for (int n = 2; !seen.add(finding.reason() + "/" + unique); n++) unique = subject + " #" + n;
        return new Found(finding, shadow, unique, Fingerprint.of(finding, fields));
    }

    private static String subject(Finding finding) {
        // however often it changes after its release, it is one matter to settle
        if (finding.reason() == ReasonCode.CHANGED_AFTER_RELEASE) return "order";
        // a rule of the shop's own is one matter, whatever made its condition true
        if (finding.reason() instanceof Reason.Custom) return "rule";
        return finding.fields().isEmpty()
                ? finding.variant() + " " + finding.evidence().getOrDefault("check", "")
                : String.join(" ", finding.fields());
    }

    private void add(Found found, List<KeptHold> kept, Set<KeptHold> gone) {
        Reason reason = found.finding().reason();
        Optional<KeptHold> open = kept.stream()
                .filter(hold -> hold.open() && hold.about(reason, found.subject()))
                .filter(hold -> hold.hold().shadow() == found.shadow())
                .findFirst();
        if (open.isPresent()) {
            gone.remove(open.get());
            boolean same = open.get().fingerprint().equals(found.fingerprint())
                    && open.get().hold().finding().equals(found.finding());
            if (!same) refreshed.put(open.get().hold().id(), found);
        } else {
            List<KeptHold> settled = kept.stream()
                    .filter(hold -> hold.settled() && hold.about(reason, found.subject()))
                    .toList();
            if (settled.stream().anyMatch(hold -> hold.fingerprint().equals(found.fingerprint()))) return;
            if (!settled.isEmpty() && !found.shadow()) again.add(reason);
            opened.add(found);
        }
        if (!found.shadow()) blocking.add(found.finding());
    }

    /** Nothing opens, clears or changes. */
    public boolean none() {
        return opened.isEmpty() && cleared.isEmpty() && refreshed.isEmpty();
    }
}
