package okienko.ordercontrol.holds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * What a control changes about an order's holds. A finding that is open already stays the same hold, until its time is
 * over; one that a person settled stays settled as far as their word goes; what is no longer found is cleared.
 *
 * @param opened holds to open
 * @param cleared open holds no longer found
 * @param lapsed open holds whose time is over
 * @param refreshed open holds, by id, that now have other evidence
 * @param blocking what blocks the order after this
 */
public record HoldChanges(
        List<Found> opened,
        List<KeptHold> cleared,
        List<Lapse> lapsed,
        Map<Long, Found> refreshed,
        List<Finding> blocking) {

    /**
     * A finding with what tells its hold apart.
     *
     * @param grounds what it was found by
     * @param beyond the earlier word it is beyond; null when nobody had settled it
     */
    public record Found(
            Finding finding, boolean shadow, String subject, Grounds grounds, Hold.@Nullable Beyond beyond) {}

    /** A hold whose time is over, and how far that goes. */
    public record Lapse(KeptHold hold, Hold.Cover cover) {}

    /** Compares what is found now with the holds there are. */
    public static HoldChanges of(List<Finding> holds, List<Finding> shadows, List<KeptHold> kept, Readings readings) {
        HoldChanges changes = closing(List.of());
        if (holds.isEmpty() && shadows.isEmpty() && kept.isEmpty()) return changes;
        Comparison comparison = new Comparison(changes, kept, readings);
        for (Finding finding : holds) comparison.look(finding, false);
        for (Finding finding : shadows) comparison.look(finding, true);
        changes.cleared.addAll(comparison.notFound());
        return changes;
    }

    /** Nothing is looked at, and these are over. */
    public static HoldChanges closing(List<KeptHold> over) {
        return new HoldChanges(
                new ArrayList<>(), new ArrayList<>(over), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    }

    /** Nothing opens, ends or changes. */
    public boolean none() {
        return opened.isEmpty() && cleared.isEmpty() && lapsed.isEmpty() && refreshed.isEmpty();
    }

    /** Goes through what is found now, one by one. */
    private record Comparison(
            HoldChanges changes, List<KeptHold> kept, Readings readings, Set<String> seen, Set<KeptHold> found) {

        Comparison(HoldChanges changes, List<KeptHold> kept, Readings readings) {
            this(changes, kept, readings, new HashSet<>(), new HashSet<>());
        }

        List<KeptHold> notFound() {
            return kept.stream()
                    .filter(KeptHold::open)
                    .filter(hold -> !found.contains(hold))
                    .toList();
        }

        void look(Finding finding, boolean shadow) {
            String subject = unique(finding);
            Grounds grounds = readings.grounds(finding);
            Optional<KeptHold> open = kept.stream()
                    .filter(hold -> hold.open() && hold.about(finding.reason(), subject))
                    .filter(hold -> hold.hold().shadow() == shadow)
                    .findFirst();
            open.ifPresent(found::add);
            if (open.isPresent() && open.get().lapsed(readings.now())) {
                changes.lapsed.add(new Lapse(open.get(), readings.cover(finding.reason(), grounds)));
                return;
            }
            if (open.isPresent()) refresh(open.get(), new Found(finding, shadow, subject, grounds, null));
            else if (!opens(finding, shadow, subject, grounds)) return;
            if (!shadow) changes.blocking.add(finding);
        }

        private void refresh(KeptHold open, Found now) {
            boolean same = now.grounds().equals(open.grounds())
                    && open.hold().finding().equals(now.finding());
            if (!same) changes.refreshed.put(open.hold().id(), now);
        }

        private boolean opens(Finding finding, boolean shadow, String subject, Grounds grounds) {
            Hold.@Nullable Beyond beyond = null;
            List<KeptHold> settled = kept.stream()
                    .filter(hold -> hold.settled() && hold.about(finding.reason(), subject))
                    .sorted(Comparator.comparingLong(
                            (KeptHold hold) -> hold.hold().id()))
                    .toList();
            for (KeptHold hold : settled) {
                Optional<Hold.Limit> limit = Coverage.beyond(hold, finding, grounds, readings);
                if (limit.isEmpty()) return false;
                beyond = new Hold.Beyond(
                        hold.hold().closedBy(),
                        Objects.requireNonNull(hold.hold().closedAt()),
                        limit.get());
            }
            changes.opened.add(new Found(finding, shadow, subject, grounds, shadow ? null : beyond));
            return true;
        }

        /** Two findings of one reason about the same fields are two holds, told apart by their order. */
        private String unique(Finding finding) {
            String subject = subject(finding);
            String unique = subject;
            for (int n = 2; !seen.add(finding.reason() + "/" + unique); n++) unique = subject + " #" + n;
            return unique;
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
    }
}
