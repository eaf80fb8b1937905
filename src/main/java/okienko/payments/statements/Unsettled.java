package okienko.payments.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.payments.matching.OpenOrder;
import okienko.ui.Words;
import okienko.vocabulary.Money;
import org.springframework.stereotype.Component;

/** The orders transfers may be for, with what is still due. */
@Component
class Unsettled {

    /** Who pays later than that is looked for by a person. */
    static final int DAYS = 90;

    private static final int BATCH = 2_000;

    private final Orders orders;
    private final Payments payments;

    Unsettled(Orders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    /** All orders young enough to be paid on that day, those paid already among them. */
    List<OpenOrder> on(LocalDate day) {
        Instant since = day.minusDays(DAYS).atStartOfDay(Words.zone()).toInstant();
        List<OpenOrder> all = new ArrayList<>();
        OrderId last = new OrderId(0);
        List<StoredOrder> page = orders.placedSince(since, last, BATCH);
        while (!page.isEmpty()) {
            Map<OrderKey, List<IncomingPayment>> received = payments.received(
                    page.stream().map(each -> each.order().key()).toList());
            for (StoredOrder each : page) {
                Order order = each.order();
                all.add(open(order, received.getOrDefault(order.key(), List.of())));
            }
            last = page.getLast().id();
            page = page.size() < BATCH ? List.of() : orders.placedSince(since, last, BATCH);
        }
        return all;
    }

    /** One order as matching sees it. */
    OpenOrder open(Order order) {
        return open(order, payments.received(List.of(order.key())).getOrDefault(order.key(), List.of()));
    }

    private static OpenOrder open(Order order, List<IncomingPayment> received) {
        Order.Buyer buyer = order.buyer();
        Set<String> names = new LinkedHashSet<>(List.of(
                buyer.name(),
                buyer.company(),
                buyer.address().company(),
                order.delivery().address().name(),
                order.invoice().company()));
        names.removeIf(String::isBlank);
        return new OpenOrder(
                order.key(),
                order.number(),
                order.total(),
                due(order, received),
                LocalDate.ofInstant(order.placedAt(), Words.zone()),
                buyer.email().isBlank() ? buyer.name() : buyer.email().toLowerCase(Locale.ROOT),
                List.copyOf(names),
                List.of(buyer.login(), buyer.email(), buyer.phone()),
                order.status() == Order.Status.PLACED);
    }

    /** What the channel says has been paid counts while nothing is booked, as it does for order control. */
    private static Money due(Order order, List<IncomingPayment> received) {
        Money due = order.total();
        Money told = order.payment().paid();
        if (received.isEmpty() && told != null && told.currency().equals(due.currency())) return due.minus(told);
        for (IncomingPayment each : received) {
            if (each.amount().currency().equals(due.currency())) due = due.minus(each.amount());
        }
        return due;
    }
}
