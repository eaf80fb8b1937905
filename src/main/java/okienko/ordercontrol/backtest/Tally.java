package okienko.ordercontrol.backtest;

import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.backtest.Answer.Named;
import okienko.orders.OrderId;

/** Counts what becomes of orders, for several threads at once; of the orders it names it keeps the newest. */
final class Tally {

    private int orders;
    private int concerned;
    private int heldBefore;
    private int heldAfter;
    private int waitingBefore;
    private int waitingAfter;
    private final Side newlyHeld = new Side();
    private final Side noLongerHeld = new Side();

    /**
     * One order's fate.
     *
     * @param cancelled whether the order is cancelled by now
     */
    record Counted(OrderId order, boolean cancelled, Replay.Fate fate) {}

    /**
     * Counts a piece.
     *
     * @param changedByPeople those of its orders that a consultant corrected or cancelled
     */
    synchronized void add(List<Counted> piece, Set<OrderId> changedByPeople) {
        for (Counted counted : piece) {
            Replay.Fate fate = counted.fate();
            orders++;
            if (fate.concerned()) concerned++;
            if (fate.before() == Verdict.HELD) heldBefore++;
            if (fate.after() == Verdict.HELD) heldAfter++;
            if (fate.before() == Verdict.WAITING) waitingBefore++;
            if (fate.after() == Verdict.WAITING) waitingAfter++;
            boolean changed = changedByPeople.contains(counted.order());
            if (fate.newlyHeld()) newlyHeld.add(counted, changed);
            if (fate.noLongerHeld()) noLongerHeld.add(counted, changed);
        }
    }

    /**
     * The answer so far.
     *
     * @param all orders there are in the range
     */
    synchronized Answer answer(int all) {
        return new Answer(
                orders,
                Math.max(0, all - orders),
                concerned,
                heldBefore,
                heldAfter,
                waitingBefore,
                waitingAfter,
                newlyHeld.told(),
                noLongerHeld.told());
    }

    private static final class Side {

        private int orders;
        private int corrected;
        private int cancelled;
        private final Map<String, Integer> byReason = new HashMap<>();
        private final TreeMap<Long, Named> newest = new TreeMap<>(Comparator.reverseOrder());

        void add(Counted counted, boolean changedByPerson) {
            orders++;
            if (changedByPerson && counted.cancelled()) cancelled++;
            else if (changedByPerson) corrected++;
            List<String> reasons = counted.fate().heldFor().stream()
                    .map(finding -> finding.reason().name())
                    .distinct()
                    .toList();
            reasons.forEach(reason -> byReason.merge(reason, 1, Integer::sum));
            newest.put(counted.order().value(), new Named(counted.order(), reasons));
            if (newest.size() > Answer.MOST_NAMED) newest.pollLastEntry();
        }

        Answer.Side told() {
            Map<String, Integer> mostFirst = byReason.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
            return new Answer.Side(orders, corrected, cancelled, mostFirst, List.copyOf(newest.values()));
        }
    }
}
