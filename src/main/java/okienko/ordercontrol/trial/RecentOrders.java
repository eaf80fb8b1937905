package okienko.ordercontrol.trial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.orders.Order;

/**
 * The orders of each buyer read last, to find one placed twice. Memory is bounded: the last {@value #MAX_ORDERS} orders
 * are remembered, of one buyer the last {@value #MAX_OF_BUYER}. A file is usually in order of time, so that is a window
 * of days; in a shuffled file a repetition further apart than that is not found.
 */
final class RecentOrders {

    static final int MAX_ORDERS = 50_000;
    static final int MAX_OF_BUYER = 20;

    private record Remembered(List<String> buyer, OtherOrder order) {}

    private final Deque<Remembered> remembered = new ArrayDeque<>();
    private final Map<String, Deque<OtherOrder>> byBuyer = new HashMap<>();

    /** The buyer's orders before this one, and from now on this one too. */
    List<OtherOrder> before(Order order) {
        List<String> buyer = marks(order);
        Map<String, OtherOrder> others = new LinkedHashMap<>();
        for (String mark : buyer) {
            for (OtherOrder other : byBuyer.getOrDefault(mark, new ArrayDeque<>())) {
                if (!other.key().equals(order.key())) others.put(other.key().toString(), other);
            }
        }
        remember(buyer, order);
        return List.copyOf(others.values());
    }

    private void remember(List<String> buyer, Order order) {
        if (buyer.isEmpty() || order.status() == Order.Status.CANCELLED) return;
        Map<String, Integer> lines = new HashMap<>();
        for (Order.Line line : order.lines()) {
            lines.merge(line.sku().isBlank() ? line.name() : line.sku(), line.quantity(), Integer::sum);
        }
        OtherOrder other = new OtherOrder(
                order.key(),
                order.number(),
                order.placedAt(),
                lines,
                order.total().toString(),
                true);
        for (String mark : buyer) {
            Deque<OtherOrder> orders = byBuyer.computeIfAbsent(mark, m -> new ArrayDeque<>(2));
            orders.addLast(other);
            if (orders.size() > MAX_OF_BUYER) orders.removeFirst();
        }
        remembered.addLast(new Remembered(buyer, other));
        if (remembered.size() > MAX_ORDERS) forget(remembered.removeFirst());
    }

    private void forget(Remembered oldest) {
        for (String mark : oldest.buyer()) {
            Deque<OtherOrder> orders = byBuyer.get(mark);
            if (orders == null) continue;
            orders.removeIf(order -> order.key().equals(oldest.order().key()));
            if (orders.isEmpty()) byBuyer.remove(mark);
        }
    }

    /** What makes two orders one buyer's: e-mail, the phone's last digits, tax id, account. */
    private static List<String> marks(Order order) {
        List<String> marks = new ArrayList<>(4);
        Order.Buyer buyer = order.buyer();
        if (!buyer.email().isBlank()) marks.add("E" + buyer.email().strip().toLowerCase(Locale.ROOT));
        String digits = buyer.phone().replaceAll("\\D", "");
        if (digits.length() >= 9) marks.add("P" + digits.substring(digits.length() - 9));
        String taxId = order.invoice().taxId().replaceAll("\\D", "");
        if (taxId.length() >= 8) marks.add("T" + taxId);
        if (!buyer.login().isBlank()) marks.add("L" + order.key().channel() + ":" + buyer.login());
        return marks;
    }
}
