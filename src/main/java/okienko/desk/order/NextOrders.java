package okienko.desk.order;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.desk.list.Question;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.ControlledOrders.Place;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.OrderFilter;
import okienko.orders.OrderId;
import okienko.work.Claim;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a consultant should settle next, and takes it in the same step, so that two never get the same one. */
@Component
class NextOrders {

    /** How many orders in a row may belong to others before one looks from the beginning. */
    private static final int LOOKED_AT = 100;

    private final ControlledOrders orders;
    private final OrderControl control;
    private final WorkItems work;
    private final Clock clock;

    NextOrders(ControlledOrders orders, OrderControl control, WorkItems work, Clock clock) {
        this.orders = orders;
        this.control = control;
        this.work = work;
        this.clock = clock;
    }

    /** The next one after the given order in the list, then from the list's beginning; empty when none is free. */
    Optional<ControlledOrder> take(String list, @Nullable OrderId after, String agent) {
        Question question = Question.parse(list);
        if (question.plain() && after == null) {
            // nothing particular asked for: what was handed over, what is due, what is oldest
            Optional<ControlledOrder> next = control.nextHeld(agent, List.of());
            if (next.isPresent() && taken(next.get(), agent)) return next;
        }
        OrderFilter filter = question.with("state", State.HELD.name()).filter(clock.instant());
        OrderFilter.Sort sort = sort(question);
        Place place = after == null ? null : orders.place(after, sort).orElse(null);
        return firstFree(filter, sort, place, after, agent)
                .or(() -> place == null ? Optional.empty() : firstFree(filter, sort, null, after, agent));
    }

    /** The list's own, unless it goes by what settling an order changes: then its place in the list would be lost. */
    private static OrderFilter.Sort sort(Question question) {
        if (!question.has("sort")) return OrderFilter.Sort.OLDEST;
        return switch (question.sort().by()) {
            case RECEIVED, NUMBER, BUYER, AMOUNT -> question.sort();
            case STATE, DEADLINE -> OrderFilter.Sort.OLDEST;
        };
    }

    private Optional<ControlledOrder> firstFree(
            OrderFilter filter, OrderFilter.Sort sort, @Nullable Place place, @Nullable OrderId but, String agent) {
        List<ControlledOrder> held = orders.list(filter, sort, place, LOOKED_AT).orders();
        Map<String, WorkItem> items = work.find(
                WorkItem.HELD_ORDER,
                held.stream().map(order -> order.id().toString()).toList());
        return held.stream()
                .filter(order -> !order.id().equals(but))
                .filter(order -> forAgent(items.get(order.id().toString()), agent))
                .filter(order -> taken(order, agent))
                .findFirst();
    }

    private static boolean forAgent(@Nullable WorkItem item, String agent) {
        return item != null
                && item.freeFor(agent)
                && (item.assignedTo() == null || item.assignedTo().equals(agent));
    }

    private boolean taken(ControlledOrder order, String agent) {
        return work.find(WorkItem.HELD_ORDER, order.id().toString())
                .map(item -> work.claim(item.id(), agent) instanceof Claim.Claimed)
                .orElse(false);
    }
}
