package okienko.stock;

import static okienko.stock.schema.Tables.RESERVATIONS;
import static org.jooq.impl.DSL.any;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Orders whose promise ended before they were released: what they held is free, and they still want it. */
final class EndedPromises {

    private EndedPromises() {}

    /**
     * Articles of which such an order could still have had its pieces, and since these were taken cannot: it is looked at
     * again. Told when it becomes so, and not at every promise after.
     *
     * @param taken pieces by SKU
     */
    static Set<String> scarceNow(
            DSLContext db, Map<String, Integer> taken, Function<Set<String>, Map<String, Availability>> availability) {
        var ended = db.select(RESERVATIONS.SKU, RESERVATIONS.QUANTITY)
                .from(RESERVATIONS)
                .where(
                        RESERVATIONS.SKU.eq(any(taken.keySet().toArray(String[]::new))),
                        RESERVATIONS.LAPSED_AT.isNotNull())
                .fetch();
        if (ended.isEmpty()) return Set.of();
        Map<String, Availability> left = availability.apply(ended.intoSet(RESERVATIONS.SKU));
        Set<String> scarce = new HashSet<>();
        for (var each : ended) {
            Availability now = left.getOrDefault(each.value1(), Availability.NONE);
            int free = now.onHand() - now.reserved();
            int wanted = each.value2();
            if (free < wanted && free + taken.getOrDefault(each.value1(), 0) >= wanted) scarce.add(each.value1());
        }
        return scarce;
    }
}
