package okienko.connections.articles;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.connections.Connection;
import okienko.connections.Platforms;
import okienko.connections.StockSource;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.OrderFilter;
import okienko.orders.Order;
import okienko.orders.OrderEvent;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.Revisions;
import okienko.orders.StoredOrder;
import okienko.stock.ShopFigures;
import okienko.stock.ShopFigures.Sale;
import okienko.stock.Stock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders of shops whose stock is taken over: their pieces are off the shop's figure already. They are noted in the
 * transaction that takes the order in, so that control never sees the one without the other.
 */
@Component
class OwnOrders {

    private static final Set<State> IN_THE_HOUSE = Set.of(State.PENDING, State.WAITING, State.HELD, State.RELEASED);

    /** Orders that have waited longer are waited for no more. */
    private static final Duration OPEN_AT_MOST = Duration.ofDays(60);

    private final Pulls pulls;
    private final ShopFigures figures;
    private final Stock stock;
    private final Orders orders;
    private final ControlledOrders controlled;
    private final Clock clock;

    OwnOrders(Pulls pulls, ShopFigures figures, Stock stock, Orders orders, ControlledOrders controlled, Clock clock) {
        this.pulls = pulls;
        this.figures = figures;
        this.stock = stock;
        this.orders = orders;
        this.controlled = controlled;
        this.clock = clock;
    }

    @EventListener
    void on(OrderEvent.Received event) {
        if (pulls.none()) return;
        note(orders.all(event.orders()).values());
    }

    /** What the shop changed about an order that is still here; what a consultant changes the shop does not know. */
    @EventListener
    void on(OrderEvent.Revised event) {
        if (pulls.none()) return;
        Map<OrderId, StoredOrder> revised = orders.all(event.orders());
        Set<String> noted = figures.noted(
                revised.values().stream().map(OwnOrders::reference).toList());
        note(revised.values().stream()
                .filter(order -> noted.contains(reference(order)))
                .filter(this::byTheShop)
                .toList());
    }

    private boolean byTheShop(StoredOrder order) {
        List<Revisions.Past> past = orders.history(order.id());
        return !past.isEmpty() && past.getFirst().author() == null;
    }

    private void note(Collection<StoredOrder> some) {
        Map<String, Optional<StockSource>> sources = new HashMap<>();
        Map<String, List<Sale>> sales = new HashMap<>();
        for (StoredOrder order : some) {
            String channel = order.order().key().channel();
            if (order.demo()) continue;
            sources.computeIfAbsent(channel, this::source)
                    .ifPresent(source -> sales.computeIfAbsent(channel, _ -> new ArrayList<>())
                            .add(sale(order, source)));
        }
        sales.forEach(figures::sold);
    }

    private Optional<StockSource> source(String channel) {
        return pulls.platform(channel).flatMap(Platforms::named).flatMap(platform -> platform.stock());
    }

    /**
     * Notes the orders of a shop that were here before its stock was counted. Those that are open get their pieces promised
     * now that it is; those that were released without a promise have gone by another count, and are left out.
     */
    @Transactional
    public void prepare(Connection connection, StockSource source) {
        var filter = new OrderFilter(
                IN_THE_HOUSE,
                Set.of(),
                Set.of(connection.channel()),
                Set.of(),
                clock.instant().minus(OPEN_AT_MOST),
                null,
                null,
                null,
                "",
                null);
        ControlledOrders.Place after = null;
        do {
            ControlledOrders.Slice slice =
                    controlled.list(filter, OrderFilter.Sort.OLDEST, after, ControlledOrders.MOST_ROWS);
            List<OrderId> here = here(slice.orders());
            figures.sold(
                    connection.channel(),
                    orders.all(here).values().stream()
                            .map(order -> sale(order, source))
                            .toList());
            after = slice.next();
        } while (after != null);
    }

    private List<OrderId> here(List<ControlledOrder> some) {
        List<String> gone = some.stream()
                .filter(order -> order.state() == State.RELEASED)
                .map(order -> reference(order.key()))
                .collect(Collectors.toCollection(ArrayList::new));
        gone.removeAll(stock.reserved(gone).keySet());
        figures.forget(gone);
        Set<String> left = Set.copyOf(gone);
        return some.stream()
                .filter(order -> !left.contains(reference(order.key())))
                .map(ControlledOrder::id)
                .toList();
    }

    private static Sale sale(StoredOrder stored, StockSource source) {
        Order order = stored.order();
        Map<String, Integer> pieces = order.lines().stream()
                .filter(line -> !line.sku().isEmpty())
                .collect(Collectors.toMap(Order.Line::sku, Order.Line::quantity, Integer::sum));
        return new Sale(reference(stored), pieces, source.takenOff(order));
    }

    private static String reference(StoredOrder order) {
        return reference(order.order().key());
    }

    private static String reference(OrderKey key) {
        return key.channel() + ":" + key.externalId();
    }
}
