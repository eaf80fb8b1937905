package okienko.ordercontrol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import okienko.access.Role;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.engine.Consultant;
import okienko.ordercontrol.engine.PendingOrders;
import okienko.ordercontrol.engine.Shelves;
import okienko.ordercontrol.engine.Triggers;
import okienko.ordercontrol.evaluations.Evaluations;
import okienko.ordercontrol.holds.HoldBook;
import okienko.ordercontrol.holds.KeptHold;
import okienko.ordercontrol.releases.Proposal;
import okienko.ordercontrol.releases.Proposals;
import okienko.ordercontrol.releases.Releasing;
import okienko.ordercontrol.releases.Terms;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Order control: what a consultant can do to a controlled order. An order is controlled by itself when it comes in and
 * whenever something its verdict depends on changes; see {@code ordercontrol.engine}.
 */
@Component
public class OrderControl {

    /** Orders that can be settled at once. */
    public static final int MOST_AT_ONCE = 500;

    private final ControlledOrders controlled;
    private final HoldBook holds;
    private final Consultant consultant;
    private final Orders orders;
    private final WorkItems work;
    private final PendingOrders pending;
    private final Triggers triggers;
    private final Shelves shelves;
    private final Evaluations evaluations;
    private final RuleBook rules;
    private final Releasing releasing;
    private final Proposals proposals;

    OrderControl(
            ControlledOrders controlled,
            HoldBook holds,
            Consultant consultant,
            Orders orders,
            WorkItems work,
            PendingOrders pending,
            Triggers triggers,
            Shelves shelves,
            Evaluations evaluations,
            RuleBook rules,
            Releasing releasing,
            Proposals proposals) {
        this.controlled = controlled;
        this.holds = holds;
        this.consultant = consultant;
        this.orders = orders;
        this.work = work;
        this.pending = pending;
        this.triggers = triggers;
        this.shelves = shelves;
        this.evaluations = evaluations;
        this.rules = rules;
        this.releasing = releasing;
        this.proposals = proposals;
    }

    /** How an order stands. */
    public Optional<ControlledOrder> find(OrderId id) {
        return controlled.find(id);
    }

    /** An order's holds: those that block first, then what happened before, newest first. */
    public List<Hold> holds(OrderId id) {
        return holds.of(id).stream()
                .map(KeptHold::hold)
                .sorted(Comparator.comparing(Hold::blocks)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Hold::id).reversed()))
                .toList();
    }

    /** What it takes an agent to settle each of an order's holds that block, by the hold's number. */
    public Map<Long, Terms> terms(ControlledOrder order, String agent) {
        List<Hold> blocking = holds(order.id()).stream().filter(Hold::blocks).toList();
        return blocking.isEmpty() ? Map.of() : terms(order, blocking, rules.current(), releasing.role(agent));
    }

    private Map<Long, Terms> terms(ControlledOrder order, List<Hold> blocking, RuleSet now, Role role) {
        var matter = new Releasing.Matter(order.total(), order.placedAt());
        Map<Long, Terms> terms = new LinkedHashMap<>();
        for (Hold hold : blocking) {
            terms.put(hold.id(), releasing.terms(now, hold.finding().reason(), matter, role));
        }
        return terms;
    }

    /**
     * A colleague's proposal that waits for a second person.
     *
     * @param own whether who asks has made it, or a key of theirs
     * @param obstacle key of the sentence that says why they cannot confirm it; empty when they can
     */
    public record Asked(Proposal proposal, boolean own, String obstacle) {}

    /** What somebody proposed about an order as it stands now. */
    public Optional<Proposal> proposal(ControlledOrder order) {
        return proposals.open(order.id()).filter(open -> open.stands(order.revision(), holds(order.id())));
    }

    /** The same, as it concerns an agent. */
    public Optional<Asked> asked(ControlledOrder order, String agent) {
        return proposal(order).map(open -> asked(open, order, agent));
    }

    private Asked asked(Proposal open, ControlledOrder order, String agent) {
        boolean own = releasing.same(open.by(), agent);
        String obstacle = terms(order, agent).entrySet().stream()
                .filter(entry -> open.holds().contains(entry.getKey()))
                .map(entry -> entry.getValue().obstacle())
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse("");
        return new Asked(open, own, own ? "control.refused.samePerson" : obstacle);
    }

    /**
     * Does something to an order.
     *
     * @param version of the order as the consultant saw it
     * @param agent the consultant's login
     */
    public Outcome act(OrderId id, long version, String agent, Action action) {
        return consultant.act(id, version, agent, action);
    }

    /** Does the same to many orders, each by itself: what cannot be done to one does not keep it from the others. */
    public Map<OrderId, Outcome> act(Map<OrderId, Long> versions, String agent, Action action) {
        if (versions.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " orders can be settled at once");
        }
        Map<OrderId, Outcome> outcomes = new LinkedHashMap<>();
        versions.forEach((id, version) -> outcomes.put(id, consultant.act(id, version, agent, action)));
        return outcomes;
    }

    /**
     * What an action would do to an order.
     *
     * @param becomes how it would stand after it; for a re-check nobody knows before
     * @param obstacle key of the sentence that says why it cannot be done; empty when it can
     */
    public record Preview(ControlledOrder order, @Nullable State becomes, String obstacle) {}

    /** What an action would do to each of some orders, nothing being done. */
    public List<Preview> preview(Collection<OrderId> ids, String agent, Action action) {
        Map<OrderId, List<KeptHold>> kept = holds.of(ids);
        Map<String, WorkItem> items = work.find(
                WorkItem.HELD_ORDER, ids.stream().map(OrderId::toString).toList());
        RuleSet now = rules.current();
        Role role = releasing.role(agent);
        List<Preview> previews = new ArrayList<>();
        for (ControlledOrder order : controlled.all(ids).values()) {
            List<Hold> blocking = kept.getOrDefault(order.id(), List.of()).stream()
                    .map(KeptHold::hold)
                    .filter(Hold::blocks)
                    .toList();
            WorkItem item = items.get(order.id().toString());
            previews.add(
                    item != null && !item.freeFor(agent)
                            ? new Preview(order, null, "control.refused.claimed")
                            : permitted(
                                    preview(order, blocking, item != null, action),
                                    terms(order, settledBy(action, blocking), now, role)
                                            .values()));
        }
        return previews;
    }

    /** Who may not is told so; what a second person has to confirm leaves the order as it is. */
    private static Preview permitted(Preview preview, Collection<Terms> terms) {
        if (!preview.obstacle().isEmpty()) return preview;
        Optional<Terms> beyondTheirRole =
                terms.stream().filter(each -> !each.allowed()).findFirst();
        if (beyondTheirRole.isPresent()) {
            return new Preview(preview.order(), null, beyondTheirRole.get().obstacle());
        }
        return terms.stream().anyMatch(Terms::secondPerson)
                ? new Preview(preview.order(), preview.order().state(), "")
                : preview;
    }

    private static List<Hold> settledBy(Action action, List<Hold> blocking) {
        return switch (action) {
            case Action.Resolve resolve ->
                blocking.stream().filter(hold -> hold.id() == resolve.hold()).toList();
            case Action.ResolveReason resolve ->
                blocking.stream()
                        .filter(hold -> hold.finding().reason().equals(resolve.reason()))
                        .toList();
            case Action.Release _ -> blocking;
            case Action.Confirm _,
                    Action.Reject _,
                    Action.Edit _,
                    Action.Cancel _,
                    Action.HandToQueue _,
                    Action.HandToAgent _,
                    Action.Recheck _ -> List.of();
        };
    }

    private static Preview preview(ControlledOrder order, List<Hold> blocking, boolean held, Action action) {
        boolean open = order.state() == State.HELD || order.state() == State.WAITING;
        return switch (action) {
            case Action.Resolve resolve -> resolving(order, blocking, hold -> hold.id() == resolve.hold());
            case Action.ResolveReason resolve ->
                resolving(order, blocking, hold -> hold.finding().reason().equals(resolve.reason()));
            case Action.Release _ -> on(order, open, State.RELEASED, "control.refused.notOpen");
            case Action.Confirm _ -> on(order, open, null, "control.refused.notOpen");
            case Action.Reject _ -> on(order, open, order.state(), "control.refused.notOpen");
            case Action.Cancel _ ->
                on(order, order.state() != State.CANCELLED, State.CANCELLED, "control.refused.cancelled");
            case Action.HandToQueue _ -> on(order, held, order.state(), "control.refused.notHeld");
            case Action.HandToAgent _ -> on(order, held, order.state(), "control.refused.notHeld");
            case Action.Recheck _ -> new Preview(order, null, open ? "" : "control.refused.notOpen");
            case Action.Edit _ -> new Preview(order, null, open ? "" : "control.refused.notOpen");
        };
    }

    private static Preview on(ControlledOrder order, boolean possible, @Nullable State becomes, String obstacle) {
        return possible ? new Preview(order, becomes, "") : new Preview(order, null, obstacle);
    }

    private static Preview resolving(ControlledOrder order, List<Hold> blocking, Predicate<Hold> chosen) {
        if (blocking.stream().noneMatch(chosen)) return new Preview(order, null, "control.refused.noHold");
        boolean last = blocking.stream().allMatch(chosen);
        return new Preview(order, last ? State.RELEASED : order.state(), "");
    }

    /** Puts a consultant's note on the timeline. */
    public void note(OrderId id, String agent, String text) {
        if (text.isBlank()) return;
        orders.record(id, agent, "note", Map.of("note", text.strip()));
    }

    /** The next held order for a consultant, claimed or handed ones first, then by due date and age; not claimed yet. */
    public Optional<ControlledOrder> nextHeld(String agent, Collection<String> queues) {
        return work.next(agent, WorkItem.HELD_ORDER, queues)
                .flatMap(item -> controlled.find(new OrderId(Long.parseLong(item.reference()))));
    }

    /** Looks for deadlines that have come, and for orders another process put in the queue; the timetable does this. */
    public void keepTime() {
        triggers.deadlines();
        shelves.endPromises();
        pending.ring();
    }

    /** Takes back the pieces put aside for orders that were sent days ago; the timetable does this. */
    public void clearShelves() {
        shelves.letGoOfWhatWasSent();
    }

    /** Lets go of what control saw longer ago than it is kept; the timetable does this. */
    public void forgetOldEvaluations() {
        evaluations.letGo();
    }
}
