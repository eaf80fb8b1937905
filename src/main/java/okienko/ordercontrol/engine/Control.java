package okienko.ordercontrol.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.alarms.RuleAlarms;
import okienko.ordercontrol.checks.Source;
import okienko.ordercontrol.evaluations.Evaluations;
import okienko.ordercontrol.holds.HoldBook;
import okienko.ordercontrol.holds.HoldChanges;
import okienko.ordercontrol.holds.KeptHold;
import okienko.ordercontrol.holds.Readings;
import okienko.ordercontrol.holds.RuleReadings;
import okienko.ordercontrol.judge.Judge;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.orders.Revisions;
import okienko.orders.StoredOrder;
import okienko.stock.Stock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Controls orders: one batch, one transaction, one version of the rules. The orders' rows are locked first, then the
 * shelves they take from, and everything else is read after that: whatever was committed before is seen, and whatever
 * comes later asks again. A consultant's act goes through the same locks in the same order.
 */
@Component
public class Control {

    private final Clock clock;
    private final Orders orders;
    private final Register register;
    private final HoldBook holds;
    private final PendingOrders pending;
    private final Watches watches;
    private final Stock stock;
    private final FactGathering facts;
    private final RuleBook rules;
    private final Consequences consequences;
    private final Evaluations evaluations;
    private final RuleAlarms alarms;

    Control(
            Clock clock,
            Orders orders,
            Register register,
            HoldBook holds,
            PendingOrders pending,
            Watches watches,
            Stock stock,
            FactGathering facts,
            RuleBook rules,
            Consequences consequences,
            Evaluations evaluations,
            RuleAlarms alarms) {
        this.clock = clock;
        this.orders = orders;
        this.register = register;
        this.holds = holds;
        this.pending = pending;
        this.watches = watches;
        this.stock = stock;
        this.facts = facts;
        this.rules = rules;
        this.consequences = consequences;
        this.evaluations = evaluations;
        this.alarms = alarms;
    }

    /**
     * Controls orders in the running transaction.
     *
     * @param causes why, by order: a word for the timeline, empty for an order that is new
     */
    @Transactional
    public void control(Map<OrderId, String> causes) {
        Map<OrderId, ControlledOrder> rows = register.lock(causes.keySet());
        Map<OrderId, StoredOrder> stored = orders.all(causes.keySet());
        stock.lock(StockLedger.skus(stored.values()));
        rows = current(rows, stored);
        Map<OrderId, List<KeptHold>> kept = holds.of(rows.keySet());
        List<Case> cases = new ArrayList<>();
        List<Ruling> cancelled = new ArrayList<>();
        Instant now = clock.instant();
        for (ControlledOrder row : rows.values()) {
            StoredOrder order = stored.get(row.id());
            if (order == null) continue;
            Case on = new Case(order, row, kept.getOrDefault(row.id(), List.of()), causes.getOrDefault(row.id(), ""));
            if (settled(on)) continue;
            if (on.cancelledByChannel() && !row.atWarehouse()) {
                cancelled.add(Settlement.cancelled(on, null, "", now));
            } else {
                cases.add(on);
            }
        }
        consequences.cancel(cancelled, now);
        letOthersFirst(cases);
        if (!cases.isEmpty()) judge(cases);
    }

    /**
     * An article came in, and orders that waited for it are in the queue but not in this batch: whoever wants the same
     * article goes behind them, or it would be gone before they are asked.
     */
    private void letOthersFirst(List<Case> cases) {
        Set<String> awaited = pending.awaited(cases.stream().map(Case::id).toList());
        if (awaited.isEmpty()) return;
        List<Case> behind = cases.stream()
                .filter(on -> !on.cause().equals(PendingOrders.STOCK))
                .filter(on -> on.order().lines().stream().anyMatch(line -> awaited.contains(line.sku())))
                .toList();
        behind.forEach(on -> pending.add(List.of(on.id()), on.cause()));
        cases.removeAll(behind);
    }

    /** Brings rows up to date with orders that were revised; enters those that have no row yet. */
    private Map<OrderId, ControlledOrder> current(
            Map<OrderId, ControlledOrder> rows, Map<OrderId, StoredOrder> stored) {
        List<StoredOrder> changed = stored.values().stream()
                .filter(order -> {
                    ControlledOrder row = rows.get(order.id());
                    // a first revision was entered when it was received
                    return row == null || (row.revision() != order.revision() && order.revision() > 1);
                })
                .toList();
        if (changed.isEmpty()) return rows;
        List<OrderId> ids = changed.stream().map(StoredOrder::id).toList();
        register.forgetBuyers(ids);
        register.enter(changed);
        pending.add(watches.ofSameBuyers(ids), "otherOrder");
        return register.lock(stored.keySet());
    }

    /** The warehouse has this very revision, or it is cancelled and stays so: nothing can change about it any more. */
    private static boolean settled(Case on) {
        boolean same = !on.revised();
        return switch (on.row().state()) {
            case RELEASED -> same;
            case CANCELLED -> same || on.cancelledByChannel();
            case PENDING, WAITING, HELD -> false;
        };
    }

    private void judge(List<Case> cases) {
        // what there is too little of goes to who ordered first, through whichever channel
        cases.sort(Comparator.comparing((Case on) -> on.row().placedAt())
                .thenComparing(on -> on.row().receivedAt())
                .thenComparingLong(on -> on.id().value()));
        RuleSet ruleSet = rules.current();
        Judge judge = Judge.under(ruleSet);
        BatchFacts batch = facts.gather(cases);
        List<Ruling> rulings = new ArrayList<>(cases.size());
        List<Evaluations.Seen> seen = new ArrayList<>(cases.size());
        List<Watches.Watch> waiting = new ArrayList<>();
        List<RuleAlarms.Failure> failures = new ArrayList<>();
        Consequences.Promises promises = Consequences.Promises.none();
        for (Case on : cases) {
            Facts known = batch.of(on);
            Judgement judgement = judge.judge(on.order(), known);
            seen.add(new Evaluations.Seen(on.id(), known, ruleSet.version(), judgement.verdict()));
            failures.addAll(Breakdown.failures(on, judgement));
            Ruling ruling = rule(on, judgement, batch, new RuleReadings(on.order(), known, ruleSet), ruleSet);
            rulings.add(ruling);
            if (!ruling.now().reasons().isEmpty()) waiting.add(watch(on, judgement, batch.now()));
            consequences.reserve(ruling, batch.stock(), promises);
        }
        consequences.of(rulings, promises, batch.now());
        watches.keep(waiting);
        evaluations.keep(seen);
        alarms.raise(failures);
    }

    /** A person's word that ends is as good a reason to look again as the clock's turn of a rule. */
    private static Watches.Watch watch(Case on, Judgement judgement, Instant now) {
        Stream<Instant> ends = on.holds().stream()
                .filter(KeptHold::settled)
                .map(kept -> kept.hold().cover())
                .filter(Objects::nonNull)
                .map(Hold.Cover::until)
                .filter(Objects::nonNull)
                .filter(until -> until.isAfter(now));
        Instant next = Stream.concat(ends, Stream.ofNullable(judgement.lookAgain()))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Watches.Watch(on.id(), judgement.reads(), next);
    }

    private Ruling rule(Case on, Judgement found, BatchFacts batch, Readings readings, RuleSet ruleSet) {
        Judgement judgement = found;
        if (on.row().atWarehouse()) judgement = AfterRelease.judgement(judgement, atWarehouse(on), on.order());
        HoldChanges changes = HoldChanges.of(judgement.holds(), judgement.shadows(), on.holds(), readings);
        String card = batch.cards().get(on.reference());
        return Ruling.of(on, changes, new Ruling.Circumstances(batch.now(), ruleSet, card, batch.totalInZloty(on)));
    }

    private Order atWarehouse(Case on) {
        Integer released = on.row().releasedRevision();
        return orders.history(on.id()).stream()
                .filter(past -> released != null && past.revision() == released)
                .map(Revisions.Past::order)
                .findFirst()
                .orElse(on.order());
    }

    /** An order nobody can control goes to a person: it is held, and the alarm is raised. */
    @Transactional
    public void giveUp(OrderId order, Throwable why) {
        Map<OrderId, ControlledOrder> rows = register.lock(List.of(order));
        StoredOrder stored = orders.find(order).orElse(null);
        ControlledOrder row = rows.get(order);
        if (stored == null || row == null || row.state() == State.RELEASED || row.state() == State.CANCELLED) return;
        Case on = new Case(stored, row, holds.of(order), "");
        Instant now = clock.instant();
        consequences.of(List.of(Breakdown.ruling(on, why, rules.current(), now)), Consequences.Promises.none(), now);
        // what it would have read nobody knows
        watches.keep(List.of(new Watches.Watch(order, EnumSet.allOf(Source.class), null)));
        alarms.raise(List.of(Breakdown.failure(on, Breakdown.finding(why))));
    }
}
