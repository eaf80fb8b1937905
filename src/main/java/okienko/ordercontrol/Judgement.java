package okienko.ordercontrol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What control found out about one order.
 *
 * @param holds findings of checks that are on
 * @param shadows findings of checks that only watch
 * @param deadline for {@link Verdict#WAITING}: when a person must look if nothing has cleared; otherwise null
 */
public record Judgement(
        Verdict verdict,
        List<Finding> holds,
        List<Finding> shadows,
        @Nullable Instant deadline) {

    public Judgement {
        holds = List.copyOf(holds);
        shadows = List.copyOf(shadows);
    }
}
