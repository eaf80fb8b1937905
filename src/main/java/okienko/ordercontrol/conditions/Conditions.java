package okienko.ordercontrol.conditions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Conditions by their text: what is wrong with one that is being typed, and the condition itself once it is right. */
public final class Conditions {

    /** More than the rules of a shop and their last versions; a condition costs some milliseconds to read. */
    private static final int MOST_KEPT = 2_000;

    private static final Map<String, Condition> READ = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Condition> eldest) {
            return size() > MOST_KEPT;
        }
    };

    private Conditions() {}

    /** What is wrong with a condition, the most useful first; nothing when it can be used. */
    public static List<Problem> check(String text) {
        try {
            read(text);
            return List.of();
        } catch (RefusedCondition refused) {
            return refused.problems();
        }
    }

    /**
     * The condition written so.
     *
     * @throws RefusedCondition when {@link #check} would find problems
     */
    public static Condition read(String text) {
        synchronized (READ) {
            Condition known = READ.get(text);
            if (known != null) return known;
        }
        // read outside the lock: the first takes seconds, and nobody should wait for another's mistake
        Condition condition = Reading.of(text);
        synchronized (READ) {
            READ.put(text, condition);
        }
        return condition;
    }

    /**
     * Loads what the first condition would wait some seconds for; for a thread of its own while the office opens.
     */
    public static void warmUp() {
        read(
                "order.total > pln(1) && order.buyer.taxId.orValue(\"\") != \"\" && order.lines.exists(l, l.quantity > 1)");
        check("order.totl > 1");
    }
}
