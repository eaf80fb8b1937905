package okienko.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import org.springframework.stereotype.Component;

/** Which order a number means; a number several orders have means none. */
@Component
class OrderNumbers {

    private final Orders orders;

    OrderNumbers(Orders orders) {
        this.orders = orders;
    }

    Map<String, OrderKey> named(Collection<String> numbers) {
        return numbers.isEmpty() ? Map.of() : single(orders.numbered(Set.copyOf(numbers)));
    }

    /** The numbers of these orders, as far as no other order has them. */
    Map<String, OrderKey> numbers(List<OrderId> ids) {
        Set<String> numbers = new HashSet<>();
        orders.all(ids).values().forEach(stored -> numbers.add(stored.order().number()));
        return named(numbers);
    }

    private static Map<String, OrderKey> single(Map<String, List<OrderKey>> orders) {
        Map<String, OrderKey> single = new HashMap<>();
        orders.forEach((number, keys) -> {
            if (keys.size() == 1) single.put(number, keys.getFirst());
        });
        return single;
    }
}
