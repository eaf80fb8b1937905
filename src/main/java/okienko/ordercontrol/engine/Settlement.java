package okienko.ordercontrol.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.holds.HoldChanges;
import okienko.ordercontrol.holds.KeptHold;
import okienko.orders.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** What becomes of an order by a consultant's word, whatever the checks say. */
final class Settlement {

    /** Released, in spite of the holds that are open. */
    static Ruling released(Case on, String agent, String reason, Instant now) {
        ControlledOrder before = on.row();
        ControlledOrder after = standing(
                before,
                State.RELEASED,
                before.releasedAt() == null ? now : before.releasedAt(),
                agent,
                on.stored().revision(),
                on.stored().revision());
        Map<String, Object> details = details(reason, after);
        details.put(
                "holds",
                on.holds().stream()
                        .map(KeptHold::hold)
                        .filter(Hold::blocks)
                        .map(hold -> hold.finding().reason().name())
                        .distinct()
                        .toList());
        String kind = before.atWarehouse() ? "changeReleased" : "overridden";
        return Ruling.settled(
                on, after, HoldChanges.closing(List.of()), new TimelineEntry(on.id(), now, agent, kind, details));
    }

    /** No longer wanted, by the channel or by a consultant. */
    static Ruling cancelled(Case on, @Nullable String agent, String reason, Instant now) {
        ControlledOrder before = on.row();
        ControlledOrder after = standing(
                before,
                State.CANCELLED,
                before.releasedAt(),
                agent == null ? before.releasedBy() : agent,
                before.releasedRevision(),
                on.stored().revision());
        List<KeptHold> open = on.holds().stream().filter(KeptHold::open).toList();
        String kind = before.atWarehouse() ? "recalled" : "cancelled";
        TimelineEntry entry = before.state() == State.CANCELLED
                ? null
                : new TimelineEntry(on.id(), now, agent, kind, details(reason, after));
        return Ruling.settled(on, after, HoldChanges.closing(open), entry);
    }

    private static ControlledOrder standing(
            ControlledOrder before,
            State state,
            @Nullable Instant releasedAt,
            @Nullable String by,
            @Nullable Integer releasedRevision,
            int revision) {
        return new ControlledOrder(
                before.id(),
                before.key(),
                before.number(),
                before.buyer(),
                before.country(),
                before.total(),
                before.placedAt(),
                before.receivedAt(),
                before.demo(),
                state,
                List.of(),
                null,
                null,
                revision,
                null,
                releasedAt,
                by,
                releasedRevision,
                before.customer(),
                before.version() + 1);
    }

    private static Map<String, Object> details(String reason, ControlledOrder after) {
        Map<String, Object> details = new LinkedHashMap<>();
        if (!reason.isBlank()) details.put("note", reason);
        details.put("version", after.version());
        return details;
    }

    private Settlement() {}
}
