package okienko.ordercontrol.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.orders.Order;
import okienko.orders.StoredOrder;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.stock.Stock;
import org.jspecify.annotations.Nullable;

/**
 * What a batch may take from the shelves. Orders are looked at one after the other, and what one takes is no longer there
 * for the next: of two orders in one batch for the last piece, the older gets it.
 */
final class StockLedger {

    private final @Nullable Map<String, Article> articles;
    private final @Nullable Map<String, Availability> availability;
    private final Map<String, Map<String, Integer>> held;
    private final Set<String> lapsed;
    private final Map<String, Integer> taken = new HashMap<>();

    private StockLedger(
            @Nullable Map<String, Article> articles,
            @Nullable Map<String, Availability> availability,
            Map<String, Map<String, Integer>> held,
            Set<String> lapsed) {
        this.articles = articles;
        this.availability = availability;
        this.held = held;
        this.lapsed = lapsed;
    }

    static StockLedger of(Stock stock, List<Case> cases) {
        Set<String> skus = skus(cases.stream().map(Case::stored).toList());
        boolean demo = cases.stream().allMatch(on -> on.stored().demo());
        boolean counted = stock.stockLoaded(demo);
        List<String> seenBefore =
                cases.stream().filter(on -> !on.first()).map(Case::reference).toList();
        return new StockLedger(
                stock.catalogueLoaded(demo) ? stock.articles(skus) : null,
                counted ? stock.availability(skus) : null,
                counted && !seenBefore.isEmpty() ? stock.reserved(seenBefore) : Map.of(),
                counted && !seenBefore.isEmpty() ? stock.lapsed(seenBefore) : Set.of());
    }

    static Set<String> skus(Collection<StoredOrder> orders) {
        Set<String> skus = new HashSet<>();
        for (StoredOrder stored : orders) stored.order().lines().forEach(line -> skus.add(line.sku()));
        return skus;
    }

    /** Pieces an order wants, by SKU. */
    static Map<String, Integer> pieces(Order order) {
        Map<String, Integer> pieces = new LinkedHashMap<>();
        for (Order.Line line : order.lines()) {
            if (!line.sku().isEmpty()) pieces.merge(line.sku(), line.quantity(), Integer::sum);
        }
        return pieces;
    }

    /** The catalogue's entries for the order; null when there is no catalogue. */
    @Nullable
    Map<String, Article> articles(Order order) {
        if (articles == null) return null;
        Map<String, Article> wanted = new HashMap<>();
        for (Order.Line line : order.lines()) {
            Article article = articles.get(line.sku());
            if (article != null) wanted.put(line.sku(), article);
        }
        return wanted;
    }

    /** What is there for the order: promises to others taken off, its own not; null when nothing is counted. */
    @Nullable
    Map<String, Availability> availability(Case on) {
        if (availability == null) return null;
        Map<String, Integer> own = held.getOrDefault(on.reference(), Map.of());
        Map<String, Availability> wanted = new HashMap<>();
        for (Order.Line line : on.order().lines()) {
            String sku = line.sku();
            Availability all = availability.getOrDefault(sku, Availability.NONE);
            int others = all.reserved() + taken.getOrDefault(sku, 0) - own.getOrDefault(sku, 0);
            wanted.put(sku, new Availability(all.onHand(), Math.max(0, others), all.dueQuantity(), all.dueOn()));
        }
        return wanted;
    }

    /** Takes an order's pieces; what is to be written down, null when it has them already or nothing is counted. */
    @Nullable
    Map<String, Integer> take(Case on, boolean released) {
        if (availability == null) return null;
        // once its time has passed an order gets its pieces when it goes, not before
        if (!released && lapsed.contains(on.reference())) return null;
        Map<String, Integer> own = held.getOrDefault(on.reference(), Map.of());
        Map<String, Integer> wanted = pieces(on.order());
        // a promise that would end by itself is made anew for good when the order is released
        if (wanted.equals(own) && !(released && holds(on))) return null;
        wanted.forEach((sku, pieces) -> taken.merge(sku, pieces - own.getOrDefault(sku, 0), Integer::sum));
        return wanted;
    }

    /** Whether something is promised to the order. */
    boolean holds(Case on) {
        return held.containsKey(on.reference());
    }
}
