package okienko.ordercontrol;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import okienko.ordercontrol.checks.Source;
import org.jspecify.annotations.Nullable;

/**
 * What control found out about one order.
 *
 * @param holds findings of checks that are on
 * @param shadows findings of checks that only watch
 * @param deadline for {@link Verdict#WAITING}: when a person must look if nothing has cleared; otherwise null
 * @param reads what its rules read or lacked: while none of it changes, they say the same
 * @param lookAgain when the clock alone may change what they say; null: never
 */
public record Judgement(
        Verdict verdict,
        List<Finding> holds,
        List<Finding> shadows,
        @Nullable Instant deadline,
        Set<Source> reads,
        @Nullable Instant lookAgain) {

    public Judgement {
        holds = List.copyOf(holds);
        shadows = List.copyOf(shadows);
        reads = Set.copyOf(reads);
    }

    /** The same rules' answer, as far as it counts. */
    public Judgement counting(List<Finding> otherHolds, List<Finding> otherShadows) {
        return new Judgement(verdict, otherHolds, otherShadows, null, reads, lookAgain);
    }
}
