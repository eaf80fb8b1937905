package okienko.ordercontrol.releases;

import java.time.Instant;
import java.util.List;
import okienko.ordercontrol.Hold;
import okienko.orders.OrderId;
import org.springframework.modulith.NamedInterface;

/**
 * What one person would settle, for a second one to confirm.
 *
 * @param how what becomes of the holds: resolved, or the order released in spite of them
 * @param holds their numbers
 * @param by login, or {@code key:<name>}
 * @param revision of the order they saw
 */
@NamedInterface("releases")
public record Proposal(
        long id, OrderId order, Hold.State how, List<Long> holds, String note, String by, Instant at, int revision) {

    public Proposal {
        holds = List.copyOf(holds);
    }

    /** Whether it is still about the order as it stands: the same revision, and the holds it names open. */
    public boolean stands(int revisionNow, List<Hold> now) {
        List<Long> blocking = now.stream().filter(Hold::blocks).map(Hold::id).toList();
        // a release lets everything go: what has come up since nobody has looked at
        boolean all = how != Hold.State.OVERRIDDEN || holds.containsAll(blocking);
        return revision == revisionNow && blocking.containsAll(holds) && all;
    }
}
