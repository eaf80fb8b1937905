package okienko.ordercontrol.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.holds.GroundsJson;
import okienko.ordercontrol.holds.HoldChanges;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.TimelineEntry;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an order.
 *
 * @param now how it stands after this
 * @param rules by which; none where a person settled it
 * @param totalInZloty its total in grosze, 0 when there is no rate
 * @param entry what the timeline says about it; null when nothing happened
 */
record Ruling(
        Case on,
        ControlledOrder now,
        HoldChanges holds,
        RuleSet rules,
        long totalInZloty,
        @Nullable TimelineEntry entry) {

    private static final RuleSet NO_RULES = RuleSet.DEFAULTS;

    /** As a person, or the channel, says. */
    static Ruling settled(Case on, ControlledOrder now, HoldChanges holds, @Nullable TimelineEntry entry) {
        return new Ruling(on, now, holds, NO_RULES, 0, entry);
    }

    int rulesVersion() {
        return rules.version();
    }

    /** What a ruling is made from besides the order. */
    record Circumstances(
            Instant now, RuleSet rules, @Nullable String customer, long totalInZloty) {}

    static Ruling of(Case on, HoldChanges holds, Circumstances circumstances) {
        ControlledOrder before = on.row();
        Instant now = circumstances.now();
        List<Finding> blocking = holds.blocking().stream()
                .sorted(Comparator.comparing(finding -> clears(finding, now)))
                .toList();
        State state = state(blocking, now);
        boolean releasedNow = state == State.RELEASED && !before.atWarehouse();
        ControlledOrder after = new ControlledOrder(
                before.id(),
                on.order().key(),
                before.number(),
                before.buyer(),
                before.country(),
                before.total(),
                before.placedAt(),
                before.receivedAt(),
                before.demo(),
                state,
                blocking.stream().map(Finding::reason).distinct().toList(),
                state == State.HELD ? queue(before, blocking.getFirst().reason(), circumstances.rules()) : null,
                state == State.WAITING ? deadline(blocking) : null,
                on.stored().revision(),
                state != State.HELD ? null : before.heldSince() == null ? now : before.heldSince(),
                releasedNow ? now : before.releasedAt(),
                before.releasedBy(),
                releasedNow ? Integer.valueOf(on.stored().revision()) : before.releasedRevision(),
                circumstances.customer(),
                before.version() + 1);
        return new Ruling(
                on,
                after,
                holds,
                circumstances.rules(),
                circumstances.totalInZloty(),
                entry(on, after, holds, circumstances));
    }

    private static State state(List<Finding> blocking, Instant now) {
        if (blocking.isEmpty()) return State.RELEASED;
        return blocking.stream().allMatch(finding -> clears(finding, now)) ? State.WAITING : State.HELD;
    }

    private static boolean clears(Finding finding, Instant now) {
        return finding.clearsBy() != null && finding.clearsBy().isAfter(now);
    }

    private static Instant deadline(List<Finding> blocking) {
        return blocking.stream()
                .map(Finding::clearsBy)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The queue of the gravest reason, unless a person gave the order to another. */
    private static String queue(ControlledOrder before, Reason gravest, RuleSet rules) {
        if (before.state() == State.HELD
                && before.queue() != null
                && !before.reasons().isEmpty()) {
            String own = Judge.queue(rules, before.reasons().getFirst());
            if (!before.queue().equals(own)) return before.queue();
        }
        return Judge.queue(rules, gravest);
    }

    private static @Nullable TimelineEntry entry(
            Case on, ControlledOrder after, HoldChanges holds, Circumstances circumstances) {
        State before = on.row().state();
        List<String> opened = holds.opened().stream()
                .filter(found -> !found.shadow())
                .map(found -> found.finding().reason().name())
                .distinct()
                .toList();
        List<String> cleared = holds.cleared().stream()
                .filter(hold -> !hold.hold().shadow())
                .map(hold -> hold.hold().finding().reason().name())
                .distinct()
                .toList();
        List<String> lapsed = holds.lapsed().stream()
                .map(lapse -> lapse.hold().hold().finding().reason().name())
                .distinct()
                .toList();
        if (before == after.state() && opened.isEmpty() && cleared.isEmpty() && lapsed.isEmpty()) return null;
        Map<String, Object> details = new LinkedHashMap<>();
        if (!opened.isEmpty()) details.put("holds", opened);
        if (!cleared.isEmpty()) details.put("cleared", cleared);
        if (!lapsed.isEmpty()) details.put("lapsed", lapsed);
        List<Map<String, Object>> beyond = beyond(holds);
        if (!beyond.isEmpty()) details.put("beyond", beyond);
        Optional.ofNullable(after.deadline()).ifPresent(deadline -> details.put("until", deadline));
        if (!on.cause().isEmpty()) details.put("cause", on.cause());
        details.put("rules", circumstances.rules().version());
        details.put("version", after.version());
        return new TimelineEntry(on.id(), circumstances.now(), null, kind(before, after), details);
    }

    /** Which earlier words do not reach what is held now. */
    private static List<Map<String, Object>> beyond(HoldChanges holds) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (HoldChanges.Found found : holds.opened()) {
            if (found.beyond() == null) continue;
            Map<String, Object> details = GroundsJson.details(found.beyond());
            details.put("reason", found.finding().reason().name());
            all.add(details);
        }
        return all;
    }

    private static String kind(State before, ControlledOrder after) {
        if (before == after.state()) return "recontrolled";
        return switch (after.state()) {
            case RELEASED -> "released";
            case WAITING -> "waiting";
            case HELD -> "held";
            case PENDING, CANCELLED -> "recontrolled";
        };
    }

    /** Whether this order goes to the warehouse with this ruling. */
    boolean releases() {
        return now.atWarehouse() && !on.row().atWarehouse();
    }

    boolean becomes(State state) {
        return now.state() == state && on.row().state() != state;
    }

    /** Whether there is anything to write down. */
    boolean changes() {
        ControlledOrder before = on.row();
        return before.state() != now.state()
                || before.revision() != now.revision()
                || !before.reasons().equals(now.reasons())
                || !Objects.equals(before.deadline(), now.deadline())
                || !Objects.equals(before.customer(), now.customer())
                || !holds.none();
    }
}
