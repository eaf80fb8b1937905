package okienko.payments.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** The orders money may be for, by everything a transfer can know them by. Not for two threads. */
public final class OrderBook {

    private static final int SHORTEST_TAIL = 5;
    private static final int SHORTEST_LOGIN = 5;
    private static final int PHONE_FIGURES = 9;
    private static final Pattern GROUPS = Pattern.compile("[^A-Z0-9]+|(?<=[A-Z])(?=[0-9])|(?<=[0-9])(?=[A-Z])");
    private static final Pattern NO_FIGURES = Pattern.compile("[^0-9]");

    private final Map<OrderKey, Entry> entries = new HashMap<>();
    private final Map<String, Set<OrderKey>> numbers = new HashMap<>();
    private final Map<String, Set<OrderKey>> tails = new HashMap<>();
    private final Map<Money, Set<OrderKey>> dues = new HashMap<>();
    private final Map<String, Set<OrderKey>> buyers = new HashMap<>();
    private final Map<String, Set<OrderKey>> handles = new HashMap<>();
    private final Map<String, Set<String>> accounts = new HashMap<>();

    /**
     * An order with what is compared.
     *
     * @param forms how its number may be written
     */
    record Entry(OpenOrder order, List<String> forms, List<List<String>> names) {}

    public OrderBook(Collection<OpenOrder> orders) {
        for (OpenOrder order : orders) add(order);
    }

    private void add(OpenOrder order) {
        String bare = Writing.bare(order.number());
        Set<String> whole = new LinkedHashSet<>(Set.of(bare));
        String figures = NO_FIGURES.matcher(bare).replaceAll("");
        if (figures.length() >= SHORTEST_TAIL) whole.add(figures);
        OrderKey key = order.key();
        String id = Writing.bare(key.externalId());
        if (id.length() >= SHORTEST_TAIL) whole.add(id);
        whole.remove(""); // of a number without a letter or figure nothing is left to find it by
        whole.forEach(form -> put(numbers, form, key));
        Set<String> forms = new LinkedHashSet<>(whole);
        for (String tail : tails(order.number())) {
            put(tails, tail, key);
            if (tail.length() > SHORTEST_TAIL) forms.add(tail);
        }
        put(dues, order.due(), key);
        put(buyers, order.buyer(), key);
        for (String handle : order.handles()) {
            String written = handle(handle);
            if (written.length() >= SHORTEST_LOGIN) put(handles, written, key);
        }
        entries.put(
                key,
                new Entry(
                        order,
                        List.copyOf(forms),
                        order.names().stream().map(Names::words).toList()));
    }

    /** A payer's account that has paid for this buyer. */
    public void learn(String account, String buyer) {
        if (!account.isEmpty())
            accounts.computeIfAbsent(account, _ -> new HashSet<>()).add(buyer);
    }

    /** So much of the order is paid now. */
    void settle(OrderKey key, Money amount) {
        Entry entry = entries.get(key);
        if (entry == null) return;
        OpenOrder order = entry.order().paid(amount);
        Set<OrderKey> same = dues.get(entry.order().due());
        if (same != null) same.remove(key);
        put(dues, order.due(), key);
        entries.put(key, new Entry(order, entry.forms(), entry.names()));
    }

    Entry entry(OrderKey key) {
        Entry entry = entries.get(key);
        if (entry == null) throw new IllegalArgumentException("order " + key + " is not in the book");
        return entry;
    }

    Set<OrderKey> numbered(String form) {
        return numbers.getOrDefault(form, Set.of());
    }

    Set<OrderKey> endingIn(String form) {
        return tails.getOrDefault(form, Set.of());
    }

    Set<OrderKey> costing(Money amount) {
        return dues.getOrDefault(amount, Set.of());
    }

    Set<OrderKey> of(String buyer) {
        return buyers.getOrDefault(buyer, Set.of());
    }

    Set<OrderKey> handled(String handle) {
        return handles.getOrDefault(handle, Set.of());
    }

    /** The one buyer this account pays for; null when it is new or pays for several. */
    @Nullable
    String buyerOf(String account) {
        Set<String> known = accounts.getOrDefault(account, Set.of());
        return known.size() == 1 ? known.iterator().next() : null;
    }

    /** A telephone by its last nine figures, everything else as written. */
    static String handle(String written) {
        String plain = Writing.plain(written).strip();
        String figures = NO_FIGURES.matcher(plain).replaceAll("");
        boolean phone = figures.length() >= PHONE_FIGURES && plain.matches("[+0-9 ()-]+");
        return phone ? figures.substring(figures.length() - PHONE_FIGURES) : plain;
    }

    /** The ends of a number of several groups: 2026/10/00417, 10/00417 and 00417 of ZAM/2026/10/00417. */
    private static List<String> tails(String number) {
        String[] groups = GROUPS.split(Writing.plain(number), -1);
        List<String> tails = new ArrayList<>();
        StringBuilder tail = new StringBuilder();
        for (int i = groups.length - 1; i > 0; i--) {
            tail.insert(0, groups[i]);
            if (tail.length() >= SHORTEST_TAIL && Writing.figures(tail.toString())) tails.add(tail.toString());
        }
        return tails;
    }

    private static <K> void put(Map<K, Set<OrderKey>> index, K key, OrderKey order) {
        index.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(order);
    }
}
