package okienko.ordercontrol.trial;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okienko.ordercontrol.Verdict;

/** Counts verdicts, shows how far it is on a terminal, and adds up at the end. */
final class Summary {

    /** How often progress is shown: often enough to move, seldom enough to cost nothing. */
    private static final long STEP_NANOS = 200_000_000;

    private final PrintStream err;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    private final Map<String, Long> reasons = new TreeMap<>();
    private long orders;
    private long shown = start;

    Summary(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    void count(Verdicts verdict) {
        orders++;
        verdicts.merge(verdict.verdict(), 1L, Long::sum);
        for (String reason : verdict.reasons()) reasons.merge(reason, 1L, Long::sum);
        if (terminal && orders % 64 == 0 && System.nanoTime() - shown > STEP_NANOS) {
            shown = System.nanoTime();
            err.printf(Locale.ROOT, "\r%,d orders, %,d a second ", orders, perSecond());
        }
    }

    void tell() {
        if (terminal) err.print("\r\u001b[K");
        err.printf(Locale.ROOT, "%,d orders in %.1f s (%,d a second)%n", orders, seconds(), perSecond());
        for (Verdict verdict : Verdict.values()) {
            long count = verdicts.getOrDefault(verdict, 0L);
            err.printf(Locale.ROOT, "%-10s %,10d %6.1f %%%n", verdict, count, orders == 0 ? 0 : 100.0 * count / orders);
        }
        if (reasons.isEmpty()) return;
        err.println("by reason (an order may have several):");
        reasons.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue()))
                .forEach(entry -> err.printf(Locale.ROOT, "  %-28s %,8d%n", entry.getKey(), entry.getValue()));
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private long perSecond() {
        return Math.round(orders / Math.max(0.001, seconds()));
    }
}
