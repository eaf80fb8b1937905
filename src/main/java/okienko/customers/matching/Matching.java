package okienko.customers.matching;

import java.util.ArrayList;
import java.util.List;
import okienko.customers.matching.ScoredPair.Evidence;

/**
 * Finds the records of one and the same customer: many cheap keys bring pairs together, what they agree and differ in is
 * weighed in bits (Fellegi and Sunter 1969), and groups are made of pairs that fit on the whole. Deterministic: the same
 * records in the same order give the same groups.
 */
public final class Matching {

    /** A pair of fewer bits is not even thought of as one customer. */
    static final double THINKABLE = -2;

    private final Register register = new Register();

    /** How far it is. */
    public enum Stage {
        KEYS,
        LEARNING,
        COMPARING,
        GROUPING
    }

    /** Is told how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** @param pairs compared so far */
        void at(Stage stage, long pairs);
    }

    /** Takes the pairs that are one customer, certainly or probably. */
    @FunctionalInterface
    public interface PairTaker {
        void pair(ScoredPair pair);
    }

    /** Adds a record: what it says by {@link Field}'s order, null or empty where it says nothing. Its number counts from 0. */
    public int add(String[] values) {
        return register.add(values);
    }

    /** Each record's group, named by the number of its first record. */
    public int[] groups(Progress progress, PairTaker taker) {
        progress.at(Stage.KEYS, 0);
        register.settle();
        Candidates candidates = new Candidates(register);
        progress.at(Stage.LEARNING, 0);
        Weights weights = Training.learn(register, candidates);
        Edges edges = compare(candidates, weights, progress);
        progress.at(Stage.GROUPING, 0);
        Clusters clusters = new Clusters(register, weights);
        clusters.join(edges);
        for (int i = 0; i < edges.size(); i++) {
            if (edges.score(i) < Decision.PROBABLE_FROM) break; // they are sorted
            taker.pair(scored(weights, edges.one(i), edges.two(i)));
        }
        return clusters.groups();
    }

    /** Weighs pairs one by one, by what an empty base begins with. */
    @FunctionalInterface
    public interface Scale {
        ScoredPair weigh(int one, int two);
    }

    /**
     * Closes the adding, for few records out of many.
     *
     * @param records how many there are in all: the more, the more strangers look alike
     */
    public Scale scale(int records) {
        register.settle(records);
        Weights weights = new Weights(records);
        return (one, two) -> scored(weights, one, two);
    }

    private Edges compare(Candidates candidates, Weights weights, Progress progress) {
        Edges edges = new Edges();
        Pairing pairing = new Pairing(register);
        byte[] levels = new byte[Comparisons.ALL.size()];
        long[] pairs = new long[1];
        candidates.each(1, (one, two) -> {
            if ((pairs[0]++ & 0xFFFF) == 0) progress.at(Stage.COMPARING, pairs[0]);
            pairing.levels(one, two, levels);
            double score = weights.score(register, levels, one, two);
            if (score >= THINKABLE) edges.add(one, two, score);
        });
        return edges;
    }

    private ScoredPair scored(Weights weights, int one, int two) {
        byte[] levels = new byte[Comparisons.ALL.size()];
        new Pairing(register).levels(one, two, levels);
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence("prior", "any two records", weights.prior));
        double[] bits = weights.each(register, levels, one, two);
        for (int c = 0; c < levels.length; c++) {
            if (levels[c] == 0) continue;
            Comparison comparison = Comparisons.ALL.get(c);
            evidence.add(new Evidence(
                    comparison.name(), comparison.levels().get(levels[c]).name(), bits[c]));
        }
        return new ScoredPair(one, two, evidence);
    }
}
