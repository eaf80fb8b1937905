package okienko.desk.list;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import okienko.access.Agent;
import okienko.access.Agents;
import okienko.ordercontrol.ControlledOrder;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a line of the list tells: the order, and who has it. */
@Component
class OrderRows {

    private final WorkItems work;
    private final Agents agents;

    OrderRows(WorkItems work, Agents agents) {
        this.work = work;
        this.agents = agents;
    }

    List<OrderRow> of(Collection<ControlledOrder> orders) {
        Map<String, WorkItem> items = work.find(
                WorkItem.HELD_ORDER,
                orders.stream().map(order -> order.id().toString()).toList());
        Map<String, String> names =
                items.isEmpty() ? Map.of() : agents.all().stream().collect(toMap(Agent::login, Agent::name));
        return orders.stream()
                .map(order -> row(order, items.get(order.id().toString()), names))
                .toList();
    }

    private static OrderRow row(ControlledOrder order, @Nullable WorkItem item, Map<String, String> names) {
        return new OrderRow(
                order,
                item,
                item == null ? null : name(item.claimedBy(), names),
                item == null ? null : name(item.assignedTo(), names));
    }

    private static @Nullable String name(@Nullable String login, Map<String, String> names) {
        return login == null ? null : names.getOrDefault(login, login);
    }
}
