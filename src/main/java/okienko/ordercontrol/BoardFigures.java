package okienko.ordercontrol;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How control stands: figures of the orders received since a moment, and of everything that is open.
 *
 * @param received orders received since then
 * @param released of those, how many the warehouse has
 * @param releasedByThemselves of those, how many went there without a person
 * @param cancelled of the received ones
 * @param pending open orders not controlled yet, whenever received
 * @param waiting open orders that may clear by themselves
 * @param held open orders that need a person
 * @param medianToRelease from received to released; null when nothing was released
 * @param slowestToRelease 95 of 100 were released faster; null when nothing was released
 * @param hours one entry an hour, oldest first, hours without orders included
 * @param heldByReason open held orders by reason, most first; an order with two reasons counts in both
 * @param heldByQueue open held orders by queue, most first
 * @param oldest held orders that wait longest
 */
public record BoardFigures(
        long received,
        long released,
        long releasedByThemselves,
        long cancelled,
        long pending,
        long waiting,
        long held,
        @Nullable Duration medianToRelease,
        @Nullable Duration slowestToRelease,
        List<Hour> hours,
        Map<Reason, Long> heldByReason,
        Map<String, Long> heldByQueue,
        List<ControlledOrder> oldest) {

    /** One hour's orders. */
    public record Hour(Instant from, long received, long released, long held) {}

    /** Share of the controlled orders that needed nobody, from 0 to 1; what is still pending does not count. */
    public double shareByThemselves() {
        return received == 0 ? 0 : (double) releasedByThemselves / received;
    }
}
