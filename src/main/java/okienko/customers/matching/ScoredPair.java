package okienko.customers.matching;

import java.util.List;

/**
 * Two records, weighed.
 *
 * @param one the number of the first, as {@link Matching#add} gave it
 * @param evidence every weight that made the decision: their sum is {@link #bits}
 */
public record ScoredPair(int one, int two, List<Evidence> evidence) {

    public ScoredPair {
        evidence = List.copyOf(evidence);
    }

    /** log2 of the odds that both are one customer. */
    public double bits() {
        double sum = 0;
        for (Evidence each : evidence) sum += each.bits();
        return sum;
    }

    /** How probable it is that they are two. */
    public double risk() {
        return 1 / (1 + Math.pow(2, bits()));
    }

    /** What may be done. */
    public Decision decision() {
        return Decision.of(bits());
    }

    /**
     * What speaks for two records being one customer's, or against.
     *
     * @param what the thing compared: {@code phone}
     * @param how in what degree it agrees: {@code same}
     * @param bits for (positive) or against
     */
    public record Evidence(String what, String how, double bits) {}
}
