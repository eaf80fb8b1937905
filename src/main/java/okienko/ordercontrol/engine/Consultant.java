package okienko.ordercontrol.engine;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okienko.access.Audit;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Outcome;
import okienko.ordercontrol.engine.Settler.Doing;
import okienko.ordercontrol.holds.HoldBook;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.orders.Revision;
import okienko.orders.StoredOrder;
import okienko.orders.TimelineEntry;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a consultant says, in one transaction: the order's row is locked, it must stand as the consultant saw it and
 * nobody else may have it; then the act, its consequences and the answer.
 */
@Component
public class Consultant {

    private final DSLContext db;
    private final Clock clock;
    private final Orders orders;
    private final Register register;
    private final HoldBook holds;
    private final PendingOrders pending;
    private final Control control;
    private final Consequences consequences;
    private final Settler settler;
    private final WorkItems work;
    private final Audit audit;

    Consultant(
            DSLContext db,
            Clock clock,
            Orders orders,
            Register register,
            HoldBook holds,
            PendingOrders pending,
            Control control,
            Consequences consequences,
            Settler settler,
            WorkItems work,
            Audit audit) {
        this.db = db;
        this.clock = clock;
        this.orders = orders;
        this.register = register;
        this.holds = holds;
        this.pending = pending;
        this.control = control;
        this.consequences = consequences;
        this.settler = settler;
        this.work = work;
        this.audit = audit;
    }

    @Transactional
    public Outcome act(OrderId id, long version, String agent, Action action) {
        ControlledOrder row = register.lock(List.of(id)).get(id);
        StoredOrder stored = orders.find(id).orElse(null);
        if (row == null || stored == null) return new Outcome.Refused("control.refused.gone");
        boolean unseen = row.state() != State.PENDING && row.revision() != stored.revision();
        if (row.version() != version || unseen) return new Outcome.Stale(row, since(id, version));
        Optional<WorkItem> item = work.find(WorkItem.HELD_ORDER, id.toString());
        if (item.isPresent() && !item.get().freeFor(agent)) return claimed(item.get());
        Doing doing = new Doing(agent, new Case(stored, row, holds.of(id), ""), item);
        Outcome outcome = perform(doing, action);
        switch (outcome) {
            case Outcome.Done _ ->
                audit.record(agent, "order." + name(action), "order " + id, Map.of("version", version));
            case Outcome.Proposed(var _, String colleague) ->
                audit.record(agent, "order.propose", "order " + id, Map.of("version", version, "to", colleague));
            case Outcome.Stale _, Outcome.ClaimedBy _, Outcome.Refused _ -> {}
        }
        return outcome;
    }

    private static String name(Action action) {
        return switch (action) {
            case Action.Resolve _ -> "resolve";
            case Action.ResolveReason _ -> "resolve";
            case Action.Release _ -> "release";
            case Action.Confirm _ -> "confirm";
            case Action.Reject _ -> "reject";
            case Action.Edit _ -> "edit";
            case Action.Cancel _ -> "cancel";
            case Action.HandToQueue _ -> "hand";
            case Action.HandToAgent _ -> "hand";
            case Action.Recheck _ -> "recheck";
        };
    }

    private static Outcome claimed(WorkItem item) {
        return new Outcome.ClaimedBy(
                item.claimedBy() == null ? "" : item.claimedBy(),
                item.claimedUntil() == null ? Instant.EPOCH : item.claimedUntil());
    }

    /** What the timeline says after the entry that made the version the consultant saw. */
    private List<TimelineEntry> since(OrderId id, long version) {
        List<TimelineEntry> all = orders.timeline(id);
        int seen = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).details().get("version") instanceof Number made && made.longValue() <= version) seen = i + 1;
        }
        return all.subList(seen, all.size());
    }

    private Outcome perform(Doing doing, Action action) {
        return switch (action) {
            case Action.Resolve(long hold, String note) ->
                answer(doing, settler.resolve(doing, kept -> kept.hold().id() == hold, note));
            case Action.ResolveReason(var reason, String note) ->
                answer(
                        doing,
                        settler.resolve(
                                doing, kept -> kept.hold().finding().reason().equals(reason), note));
            case Action.Release(String reason) -> answer(doing, settler.release(doing, reason));
            case Action.Confirm(long proposal) -> answer(doing, settler.confirm(doing, proposal));
            case Action.Reject(long proposal, String reason) -> answer(doing, settler.reject(doing, proposal, reason));
            case Action.Edit(var values) -> edit(doing, values);
            case Action.Cancel(String reason) -> cancel(doing, reason);
            case Action.HandToQueue(String queue, String note) -> hand(doing, queue, null, note);
            case Action.HandToAgent(String colleague, String note) -> hand(doing, null, colleague, note);
            case Action.Recheck() -> {
                recontrol(doing, "asked");
                yield done(doing.on().id());
            }
        };
    }

    private Outcome answer(Doing doing, Settler.Answer answer) {
        OrderId id = doing.on().id();
        return switch (answer) {
            case Settler.Answer.No(var why) -> why;
            case Settler.Answer.Proposed(String colleague) -> new Outcome.Proposed(now(id), colleague);
            case Settler.Answer.Turned() -> done(id);
            case Settler.Answer.Settled(var how) -> {
                if (how == Hold.State.RESOLVED) {
                    touch(doing);
                    recontrol(doing, "resolved");
                }
                yield done(id);
            }
        };
    }

    private Outcome edit(Doing doing, Map<String, String> values) {
        return switch (Correction.of(doing.on().order(), values)) {
            case Correction.Wrong(var fields) -> new Outcome.Refused("control.refused.fields", fields);
            case Correction.Corrected(Order corrected) ->
                switch (orders.revise(doing.on().id(), doing.on().stored().revision(), corrected, doing.agent())) {
                    case Revision.Stale _ ->
                        new Outcome.Stale(
                                doing.on().row(),
                                since(doing.on().id(), doing.on().row().version()));
                    case Revision.Done _ -> {
                        touch(doing);
                        recontrol(doing, "corrected");
                        yield done(doing.on().id());
                    }
                };
        };
    }

    private Outcome cancel(Doing doing, String reason) {
        Case on = doing.on();
        if (on.row().state() == State.CANCELLED) return new Outcome.Refused("control.refused.cancelled");
        if (reason.isBlank()) return new Outcome.Refused("control.refused.reasonNeeded");
        Revision revision = on.cancelledByChannel()
                ? new Revision.Done(on.stored().revision())
                : orders.revise(
                        doing.on().id(), on.stored().revision(), on.order().cancelled(), doing.agent());
        return switch (revision) {
            case Revision.Stale _ ->
                new Outcome.Stale(on.row(), since(doing.on().id(), on.row().version()));
            case Revision.Done(int made) -> {
                pending.done(pending.take(doing.on().id()));
                StoredOrder stored = orders.find(doing.on().id()).orElse(on.stored());
                Case now = new Case(stored, on.row(), on.holds(), "");
                if (stored.revision() != made) throw new IllegalStateException("revised under our own lock");
                consequences.cancel(
                        List.of(Settlement.cancelled(now, doing.agent(), reason, clock.instant())), clock.instant());
                yield done(doing.on().id());
            }
        };
    }

    private Outcome hand(Doing doing, @Nullable String queue, @Nullable String colleague, String note) {
        if (doing.item().isEmpty()) return new Outcome.Refused("control.refused.notHeld");
        long item = doing.item().get().id();
        Map<String, Object> details = new LinkedHashMap<>();
        if (queue != null) {
            if (work.queues().stream().noneMatch(known -> known.name().equals(queue))) {
                return new Outcome.Refused("control.refused.noQueue");
            }
            work.handToQueue(item, queue, doing.agent(), note);
            details.put("queue", queue);
        }
        if (colleague != null) {
            work.handToAgent(item, colleague, doing.agent(), note);
            details.put("agent", colleague);
        }
        var update = db.update(CONTROLLED_ORDERS).set(CONTROLLED_ORDERS.VERSION, CONTROLLED_ORDERS.VERSION.plus(1));
        if (queue != null) update = update.set(CONTROLLED_ORDERS.QUEUE, queue);
        update.where(CONTROLLED_ORDERS.ORDER_ID.eq(doing.on().id().value())).execute();
        if (!note.isBlank()) details.put("note", note);
        details.put("version", doing.on().row().version() + 1);
        orders.record(doing.on().id(), doing.agent(), "handed", details);
        return done(doing.on().id());
    }

    /** From now on the order did not go by itself. Counts as a change: whoever else looks at it is told. */
    private void touch(Doing doing) {
        db.update(CONTROLLED_ORDERS)
                .set(CONTROLLED_ORDERS.VERSION, CONTROLLED_ORDERS.VERSION.plus(1))
                .set(CONTROLLED_ORDERS.RELEASED_BY, doing.agent())
                .where(CONTROLLED_ORDERS.ORDER_ID.eq(doing.on().id().value()))
                .execute();
    }

    private void recontrol(Doing doing, String cause) {
        // what is in the queue for it is answered by this very control
        pending.done(pending.take(doing.on().id()));
        control.control(Map.of(doing.on().id(), cause));
    }

    private Outcome done(OrderId id) {
        return new Outcome.Done(now(id));
    }

    private ControlledOrder now(OrderId id) {
        return Objects.requireNonNull(register.lock(List.of(id)).get(id));
    }
}
