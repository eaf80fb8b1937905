package okienko.payments.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;

/** One transfer for several orders: all their numbers stand in the title and together they cost exactly the amount. */
record Sums(OrderBook book, Title title, Transfer transfer) {

    private static final int ORDERS_MAX = 20;

    Optional<List<Candidate>> find() {
        Set<OrderKey> named = new LinkedHashSet<>();
        for (String text : title.whole()) {
            Set<OrderKey> meant = book.numbered(text);
            if (meant.size() == 1) named.addAll(meant);
        }
        Optional<List<Candidate>> all = together(named);
        if (all.isPresent()) return all;
        for (String text : title.joined()) {
            Set<OrderKey> meant = book.numbered(text);
            if (meant.size() == 1) named.addAll(meant);
        }
        Optional<List<Candidate>> torn = together(named);
        if (torn.isPresent()) return torn;
        for (Map.Entry<String, List<String>> each : title.shortened().entrySet()) {
            Set<OrderKey> meant = new LinkedHashSet<>(book.numbered(each.getKey()));
            for (String number : each.getValue()) meant.addAll(book.numbered(number));
            if (meant.size() != each.getValue().size() + 1) continue;
            Optional<List<Candidate>> some = together(meant);
            if (some.isPresent()) return some;
        }
        return Optional.empty();
    }

    private Optional<List<Candidate>> together(Set<OrderKey> keys) {
        if (keys.size() < 2 || keys.size() > ORDERS_MAX) return Optional.empty();
        Money sum = Money.zero(transfer.amount().currency());
        List<Candidate> shares = new ArrayList<>();
        for (OrderKey key : keys) {
            OpenOrder order = book.entry(key).order();
            boolean payable = order.wanted()
                    && order.due().minor() > 0
                    && !order.placedOn().isAfter(transfer.on())
                    && order.due().currency().equals(sum.currency());
            if (!payable) return Optional.empty();
            sum = sum.plus(order.due());
            shares.add(new Candidate(order, order.due(), EnumSet.of(Sign.NUMBER, Sign.SUM)));
        }
        return sum.equals(transfer.amount()) ? Optional.of(shares) : Optional.empty();
    }
}
