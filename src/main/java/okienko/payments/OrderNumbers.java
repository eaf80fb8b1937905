package okienko.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import org.springframework.stereotype.Component;

/** Which order a number means; a number several orders have means none. */
@Component
public class OrderNumbers {

    private final Orders orders;

    OrderNumbers(Orders orders) {
        this.orders = orders;
    }

    /** The order a person means: {@code channel:externalId}, or the number the customer knows. */
    public Optional<OrderKey> meant(String typed) {
        String order = typed.strip();
        int colon = order.indexOf(':');
        if (colon > 0 && colon < order.length() - 1) {
            OrderKey key = new OrderKey(order.substring(0, colon), order.substring(colon + 1));
            if (orders.find(key).isPresent()) return Optional.of(key);
        }
        return Optional.ofNullable(named(List.of(order)).get(order));
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
