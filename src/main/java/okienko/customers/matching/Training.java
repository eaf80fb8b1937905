package okienko.customers.matching;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Learns the weights from the records themselves, without anybody telling what is right: what chance agrees on from pairs
 * taken at random, what one customer's records agree on by expectation and maximisation over the candidates (Winkler 1988).
 */
final class Training {

    private static final int ROUNDS = 12;
    private static final int RANDOM_PAIRS = 100_000;
    /** Records that begin a pair to learn from. */
    private static final int LEARNERS = 25_000;

    private static final int MOST_PAIRS = 1_000_000;
    /** How many pairs' worth the shares are that a base begins with. */
    private static final double TRUST = 20;

    /** What is met less often than this among chance pairs counts as met so often. */
    private static final double FEWEST = 3;

    private final Register register;
    private final Weights weights;
    private final int width = Comparisons.ALL.size();
    private byte[] levels = new byte[1 << 16];
    private int[] pairs = new int[1 << 13];
    private int size;

    private Training(Register register) {
        this.register = register;
        this.weights = new Weights(register.size());
    }

    static Weights learn(Register register, Candidates candidates) {
        Training training = new Training(register);
        if (register.size() < 2) return training.weights;
        int step = Math.max(1, register.size() / LEARNERS);
        Pairing pairing = new Pairing(register);
        training.random(pairing);
        byte[] random = Arrays.copyOf(training.levels, training.size * training.width);
        int[] randomPairs = Arrays.copyOf(training.pairs, training.size * 2);
        training.size = 0;
        candidates.each(step, (one, two) -> training.note(pairing, one, two));
        for (int round = 0; round < ROUNDS; round++) training.round(round, random, randomPairs, step);
        return training.weights;
    }

    private void random(Pairing pairing) {
        SplittableRandom random = new SplittableRandom(1988);
        long all = (long) register.size() * (register.size() - 1) / 2;
        for (int i = 0; i < Math.min(RANDOM_PAIRS, all); i++) {
            int one = random.nextInt(register.size());
            int two = random.nextInt(register.size());
            if (one != two) note(pairing, one, two);
        }
    }

    private void note(Pairing pairing, int one, int two) {
        if (size == MOST_PAIRS) return;
        if ((size + 1) * width > levels.length) levels = Arrays.copyOf(levels, levels.length * 2);
        if ((size + 1) * 2 > pairs.length) pairs = Arrays.copyOf(pairs, pairs.length * 2);
        byte[] row = new byte[width];
        pairing.levels(one, two, row);
        System.arraycopy(row, 0, levels, size * width, width);
        pairs[size * 2] = one;
        pairs[size * 2 + 1] = two;
        size++;
    }

    private void round(int round, byte[] random, int[] randomPairs, int step) {
        double[][] met = counts();
        double[][] missed = counts();
        double found = expect(levels, pairs, size, met, true);
        boolean seldom = round % 4 == 0; // chance changes little
        if (seldom) expect(random, randomPairs, randomPairs.length / 2, missed, false);
        for (int c = 0; c < width; c++) {
            update(weights.same[c], met[c], c, true);
            if (seldom) update(weights.chance[c], missed[c], c, false);
        }
        double all = (double) register.size() * (register.size() - 1) / 2;
        double share = Math.clamp(found * step / all, 1e-12, .5);
        weights.prior = Glossary.log2(share / (1 - share));
        weights.settle();
    }

    /** Counts the levels of these pairs, each as far as it is likely to be of one customer, or of two. */
    private double expect(byte[] rows, int[] of, int count, double[][] counts, boolean same) {
        double found = 0;
        byte[] row = new byte[width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows, i * width, row, 0, width);
            double odds = Math.pow(2, weights.score(register, row, of[i * 2], of[i * 2 + 1]));
            double likely = odds / (1 + odds);
            found += likely;
            double share = same ? likely : 1 - likely;
            for (int c = 0; c < width; c++) counts[c][row[c]] += share;
        }
        return found;
    }

    private double[][] counts() {
        double[][] counts = new double[width][];
        for (int c = 0; c < width; c++) counts[c] = new double[weights.same[c].length];
        return counts;
    }

    private static void update(double[] shares, double[] counts, int comparison, boolean same) {
        var kinds = Comparisons.ALL.get(comparison).levels();
        double all = 0;
        for (int l = 1; l < counts.length; l++) if (kinds.get(l).learnt()) all += counts[l];
        double trust = same ? TRUST : 5 * TRUST;
        for (int l = 1; l < counts.length; l++) {
            var kind = kinds.get(l);
            double before = same ? kind.same() : kind.chance();
            if (kind.learnt()) shares[l] = (counts[l] + trust * before) / (all + trust);
            // what was never met by chance is rare, but nobody knows how rare
            if (!same && kind.learnt()) shares[l] = Math.max(shares[l], Math.min(before, FEWEST / (all + 1)));
        }
    }
}
