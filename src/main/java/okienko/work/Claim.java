package okienko.work;

import java.time.Instant;

/** What came of an attempt to take an item. */
public sealed interface Claim {

    /** It is the agent's until the lease lapses. */
    record Claimed(WorkItem item) implements Claim {}

    /** Somebody else has it. */
    record TakenBy(String agent, Instant until) implements Claim {}

    /** It is done, there is nothing to take any more. */
    record Gone() implements Claim {}
}
