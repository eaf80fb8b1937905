package okienko.ordercontrol.engine;

import static java.util.stream.Collectors.toMap;
import static okienko.ordercontrol.ReasonCode.RULE_ERROR;
import static okienko.ordercontrol.ReasonCode.STOCK_SHORTAGE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import okienko.access.Audit;
import okienko.customers.Customers;
import okienko.ordercontrol.ControlEvent;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.holds.HoldBook;
import okienko.ordercontrol.holds.HoldChanges;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.orders.TimelineEntry;
import okienko.stock.Stock;
import okienko.work.NewItem;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what control decided and tells everybody, all in the transaction of the decision. */
@Component
class Consequences {

    private static final Logger log = LoggerFactory.getLogger(Consequences.class);

    private final Register register;
    private final Watches watches;
    private final HoldBook holds;
    private final PendingOrders pending;
    private final Orders orders;
    private final Customers customers;
    private final Stock stock;
    private final WorkItems work;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Consequences(
            Register register,
            Watches watches,
            HoldBook holds,
            PendingOrders pending,
            Orders orders,
            Customers customers,
            Stock stock,
            WorkItems work,
            Audit audit,
            ApplicationEventPublisher events) {
        this.register = register;
        this.watches = watches;
        this.holds = holds;
        this.pending = pending;
        this.orders = orders;
        this.customers = customers;
        this.stock = stock;
        this.work = work;
        this.audit = audit;
        this.events = events;
    }

    /** What is to be put aside, by order reference and SKU: for orders that go, and for a while for those that don't yet. */
    record Promises(Map<String, Map<String, Integer>> released, Map<String, Map<String, Integer>> held) {
        static Promises none() {
            return new Promises(new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    /** Puts an order's pieces aside unless it is short of them: then they stay for the next. */
    void reserve(Ruling ruling, StockLedger ledger, Promises promises) {
        if (ruling.now().reasons().contains(STOCK_SHORTAGE)) return;
        boolean released = ruling.now().atWarehouse() || ruling.now().state() == State.RELEASED;
        Map<String, Integer> pieces = ledger.take(ruling.on(), released);
        if (pieces == null) return;
        (released ? promises.released() : promises.held()).put(ruling.on().reference(), pieces);
    }

    void of(List<Ruling> all, Promises promises, Instant now) {
        List<Ruling> rulings = all.stream().filter(Ruling::changes).toList();
        stock.reserve(promises.released(), null);
        if (!promises.held().isEmpty()) stock.reserve(promises.held(), now.plus(stock.heldFor()));
        register.write(rulings, now.atOffset(ZoneOffset.UTC));
        writeHolds(rulings, now);
        orders.record(entries(rulings));
        changeWork(rulings);
        rulings.forEach(this::raiseAlarm);
        tell(rulings);
    }

    private void writeHolds(List<Ruling> rulings, Instant now) {
        List<HoldBook.Clearing> cleared = new ArrayList<>();
        List<HoldBook.Settling> lapsed = new ArrayList<>();
        List<HoldBook.Opening> opened = new ArrayList<>();
        Map<Long, HoldChanges.Found> refreshed = new HashMap<>();
        for (Ruling ruling : rulings) {
            String cause =
                    ruling.becomes(State.CANCELLED) ? "cancelled" : ruling.on().cause();
            ruling.holds()
                    .cleared()
                    .forEach(hold ->
                            cleared.add(new HoldBook.Clearing(hold, ruling.now().revision(), cause)));
            refreshed.putAll(ruling.holds().refreshed());
            ruling.holds()
                    .lapsed()
                    .forEach(
                            lapse -> lapsed.add(new HoldBook.Settling(lapse.hold(), Hold.State.LAPSED, lapse.cover())));
            ruling.holds().opened().forEach(found -> opened.add(opening(ruling, found, now)));
        }
        holds.clear(cleared, now);
        holds.settle(lapsed, null, "", now);
        holds.refresh(refreshed);
        holds.open(opened, now.atOffset(ZoneOffset.UTC));
    }

    private static HoldBook.Opening opening(Ruling ruling, HoldChanges.Found found, Instant now) {
        Instant lapsesAt = ruling.rules()
                .find(found.finding().reason())
                .map(rule -> rule.releases().lapsesAfter())
                .map(now::plus)
                .orElse(null);
        return new HoldBook.Opening(
                ruling.on().id(),
                ruling.now().revision(),
                ruling.rulesVersion(),
                found,
                found.shadow() ? null : lapsesAt);
    }

    private static List<TimelineEntry> entries(List<Ruling> rulings) {
        List<TimelineEntry> entries = new ArrayList<>(rulings.size());
        for (Ruling ruling : rulings) {
            TimelineEntry entry = ruling.entry();
            if (entry != null) entries.add(entry);
        }
        return entries;
    }

    private void changeWork(List<Ruling> rulings) {
        List<NewItem> needed = new ArrayList<>();
        List<String> done = new ArrayList<>();
        for (Ruling ruling : rulings) {
            ControlledOrder order = ruling.now();
            if (order.state() == State.HELD && order.queue() != null) {
                needed.add(new NewItem(
                        WorkItem.HELD_ORDER, order.id().toString(), order.queue(), order.receivedAt(), null));
            } else if (ruling.on().row().state() == State.HELD
                    || (ruling.on().row().state() == State.WAITING && order.state() == State.RELEASED)) {
                // also of an order that waited somebody may have been asked to confirm a release
                done.add(order.id().toString());
            }
        }
        work.open(needed);
        work.close(WorkItem.HELD_ORDER, done);
    }

    private void raiseAlarm(Ruling ruling) {
        for (HoldChanges.Found found : ruling.holds().opened()) {
            if (found.finding().reason() != RULE_ERROR) continue;
            Map<String, Object> evidence = found.finding().evidence();
            log.error("A check broke down on order {}: {}", ruling.on().id(), evidence);
            audit.record(null, "ordercontrol.ruleError", "order " + ruling.on().id(), evidence);
        }
    }

    private void tell(List<Ruling> rulings) {
        publish(rulings, Ruling::releases, ControlEvent.Released::new);
        publish(rulings, ruling -> ruling.becomes(State.HELD), ControlEvent.Held::new);
        publish(rulings, ruling -> ruling.becomes(State.WAITING), ControlEvent.Waiting::new);
    }

    private void publish(List<Ruling> rulings, Predicate<Ruling> which, Function<List<OrderId>, ControlEvent> event) {
        List<OrderId> ids =
                rulings.stream().filter(which).map(ruling -> ruling.on().id()).toList();
        if (!ids.isEmpty()) events.publishEvent(event.apply(ids));
    }

    /** A consultant said so: the order goes to the warehouse, or the change of one that is there already. */
    void release(Ruling ruling, Instant now) {
        if (stock.stockLoaded(ruling.on().stored().demo())) {
            stock.reserve(
                    Map.of(
                            ruling.on().reference(),
                            StockLedger.pieces(ruling.on().order())),
                    null);
        }
        register.write(List.of(ruling), now.atOffset(ZoneOffset.UTC));
        orders.record(entries(List.of(ruling)));
        changeWork(List.of(ruling));
        List<OrderId> ids = List.of(ruling.on().id());
        events.publishEvent(ruling.releases() ? new ControlEvent.Released(ids) : new ControlEvent.ChangeReleased(ids));
    }

    /** The channel, or a consultant, no longer wants these. */
    void cancel(List<Ruling> cancelled, Instant now) {
        if (cancelled.isEmpty()) return;
        register.write(cancelled, now.atOffset(ZoneOffset.UTC));
        writeHolds(cancelled, now);
        orders.record(entries(cancelled));
        letGo(cancelled.stream().map(Ruling::now).toList());
        customers.cancelled(
                cancelled.stream().map(ruling -> ruling.on().reference()).toList());
        publish(cancelled, ruling -> ruling.becomes(State.CANCELLED), ControlEvent.Cancelled::new);
    }

    /** What was held for a cancelled order's sake: its place in the queues, its pieces, another order that repeats it. */
    void letGo(List<ControlledOrder> gone) {
        work.close(
                WorkItem.HELD_ORDER,
                gone.stream().map(order -> order.id().toString()).toList());
        stock.unreserve(gone.stream()
                .map(order -> order.key().channel() + ":" + order.key().externalId())
                .toList());
        List<OrderId> ids = gone.stream().map(ControlledOrder::id).toList();
        pending.add(watches.ofSameBuyers(ids), "otherCancelled");
    }

    /** Orders that are about to be gone: the demo shop is removed. */
    void forget(List<ControlledOrder> gone) {
        letGo(gone);
        work.forget(
                WorkItem.HELD_ORDER,
                gone.stream().map(order -> order.id().toString()).toList());
        customers.forget(gone.stream()
                .map(order -> order.key().channel() + ":" + order.key().externalId())
                .toList());
        register.remove(gone.stream()
                .collect(toMap(ControlledOrder::id, Function.identity()))
                .keySet());
    }
}
