package okienko.desk.list;

import java.util.List;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.OrderFilter;
import okienko.ui.PaletteSource;
import okienko.ui.Words;
import org.springframework.stereotype.Component;

/** Lets the palette find an order by number, the channel's id, buyer, phone or e-mail address. */
@Component
class OrdersFinder implements PaletteSource {

    private final ControlledOrders orders;

    OrdersFinder(ControlledOrders orders) {
        this.orders = orders;
    }

    @Override
    public List<Hit> find(String typed, int limit) {
        Question question = new Question(java.util.Map.of("q", List.of(typed)));
        return orders
                .list(question.filter(java.time.Instant.EPOCH), OrderFilter.Sort.NEWEST, null, limit)
                .orders()
                .stream()
                .map(order -> new Hit(
                        "package",
                        order.number() + " · " + order.buyer(),
                        String.join(
                                " · ",
                                Words.t("desk.state." + order.state()),
                                order.key().channel(),
                                Words.money(order.total()),
                                Words.ago(order.receivedAt())),
                        "/orders/" + order.id()))
                .toList();
    }
}
