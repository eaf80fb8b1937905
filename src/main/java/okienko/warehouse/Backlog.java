package okienko.warehouse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is released and the warehouse does not have.
 *
 * @param open hand-overs on their way
 * @param oldest since when the oldest of these waits; null when none does
 * @param dead hand-overs given up, for an administrator to repeat or discard
 * @param connected whether there is a warehouse to hand over to
 * @param answering whether it answered the last time
 */
public record Backlog(long open, @Nullable Instant oldest, long dead, boolean connected, boolean answering) {}
