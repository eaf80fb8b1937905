package okienko.payments.matching;

import java.util.List;

/** What matching says of one transfer. */
public sealed interface Match {

    /** Nobody need look: these orders, with these shares. */
    record Certain(String rule, List<Candidate> shares) implements Match {
        public Certain {
            shares = List.copyOf(shares);
        }
    }

    /** A person decides; the likeliest comes first. */
    record Proposed(List<Candidate> candidates) implements Match {
        public Proposed {
            candidates = List.copyOf(candidates);
        }
    }

    /** Nothing speaks for any order. */
    record None() implements Match {}
}
