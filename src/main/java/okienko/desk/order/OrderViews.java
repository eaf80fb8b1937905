package okienko.desk.order;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.access.Agent;
import okienko.access.Agents;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.explanations.Explanations;
import okienko.ordercontrol.explanations.Why;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.shipping.Shipping;
import okienko.stock.Stock;
import okienko.ui.Words;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers from every department what the order page shows. */
@Component
class OrderViews {

    private static final int MOST_OTHERS = 8;

    private final Orders orders;
    private final ControlledOrders controlled;
    private final OrderControl control;
    private final WorkItems work;
    private final Agents agents;
    private final Stock stock;
    private final Payments payments;
    private final Shipping shipping;
    private final Explanations explanations;

    OrderViews(
            Orders orders,
            ControlledOrders controlled,
            OrderControl control,
            WorkItems work,
            Agents agents,
            Stock stock,
            Payments payments,
            Shipping shipping,
            Explanations explanations) {
        this.orders = orders;
        this.controlled = controlled;
        this.control = control;
        this.work = work;
        this.agents = agents;
        this.stock = stock;
        this.payments = payments;
        this.shipping = shipping;
        this.explanations = explanations;
    }

    /** The page; empty when there is no such order. */
    Optional<OrderPage> page(OrderId id, String list, Draft draft, String agent) {
        return orders.find(id)
                .flatMap(stored -> controlled.find(id).map(standing -> page(stored, standing, list, draft, agent)));
    }

    private OrderPage page(StoredOrder stored, ControlledOrder standing, String list, Draft draft, String agent) {
        List<Hold> holds = control.holds(stored.id());
        Map<String, String> names = agents.all().stream().collect(toMap(Agent::login, Agent::name));
        Map<Finding, Why> whys = explanations.of(
                stored.id(),
                holds.stream()
                        .filter(hold -> hold.state() == Hold.State.OPEN)
                        .map(Hold::finding)
                        .toList(),
                Words.here());
        return new OrderPage(
                stored,
                standing,
                list,
                FindingCard.of(holds.stream().filter(Hold::blocks).toList(), control.terms(standing, agent), whys),
                holds.stream()
                        .filter(hold -> hold.state() != Hold.State.OPEN && !hold.shadow())
                        .sorted(Comparator.comparing(Hold::openedAt).reversed())
                        .toList(),
                FindingCard.of(
                        holds.stream()
                                .filter(hold -> hold.shadow() && hold.state() == Hold.State.OPEN)
                                .toList(),
                        whys),
                control.asked(standing, agent).orElse(null),
                claim(stored.id(), agent, names),
                draft,
                stock.stockLoaded(stored.demo()) ? stock.availability(skus(stored.order())) : null,
                received(stored.order()),
                orders.timeline(stored.id()),
                others(standing),
                work.queues(),
                agents.active(),
                names,
                shipping.services());
    }

    /** A colleague's name. */
    String name(String login) {
        return agents.find(login).map(Agent::name).orElse(login);
    }

    /** Who has the order. */
    ClaimPart claim(OrderId id, String agent) {
        return claim(id, agent, agents.all().stream().collect(toMap(Agent::login, Agent::name)));
    }

    private ClaimPart claim(OrderId id, String agent, Map<String, String> names) {
        WorkItem item = work.find(WorkItem.HELD_ORDER, id.toString()).orElse(null);
        return new ClaimPart(
                id,
                item,
                agent,
                item == null ? null : name(item.claimedBy(), names),
                item == null ? null : name(item.assignedTo(), names),
                true);
    }

    private static @Nullable String name(@Nullable String login, Map<String, String> names) {
        return login == null ? null : names.getOrDefault(login, login);
    }

    private List<ControlledOrder> others(ControlledOrder standing) {
        return standing.customer() == null
                ? List.of()
                : controlled.ofCustomer(standing.customer(), MOST_OTHERS + 1).stream()
                        .filter(other -> !other.id().equals(standing.id()))
                        .limit(MOST_OTHERS)
                        .toList();
    }

    private List<IncomingPayment> received(Order order) {
        return payments.received(List.of(order.key())).getOrDefault(order.key(), List.of());
    }

    private static java.util.Set<String> skus(Order order) {
        return order.lines().stream()
                .map(Order.Line::sku)
                .filter(sku -> !sku.isEmpty())
                .collect(toSet());
    }
}
