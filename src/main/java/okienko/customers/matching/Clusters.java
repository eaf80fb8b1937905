package okienko.customers.matching;

import java.util.Arrays;

/**
 * Puts records together, the surest pairs first. Two groups become one only if their records agree on the whole: one
 * bridge between a father's and a son's records is not enough.
 */
final class Clusters {

    private static final double LEAST_MEAN = -2;
    private static final double CEILING = 25;
    private static final double GROUND = -12;
    private static final int TAX_ID = Comparisons.place("taxId");

    /** Two tax ids are two customers, whatever else they share. */
    private static final double NEVER = -1_000;

    /** Bits for every further sign that two groups live lives of their own. */
    private static final double OWN_LIFE = 7;

    private static final int MOST_CROSS = 400; // pairs looked at between two groups

    private final Register register;
    private final Weights weights;
    private final Pairing pairing;
    private final byte[] levels = new byte[Comparisons.ALL.size()];
    private final int[] root;
    private final int[] next; // the records of a group, in a ring
    private final int[] sizes;

    Clusters(Register register, Weights weights) {
        this.register = register;
        this.weights = weights;
        this.pairing = new Pairing(register);
        root = new int[register.size()];
        next = new int[register.size()];
        sizes = new int[register.size()];
        Arrays.setAll(root, i -> i);
        Arrays.setAll(next, i -> i);
        Arrays.fill(sizes, 1);
    }

    void join(Edges edges) {
        edges.sort();
        for (int i = 0; i < edges.size(); i++) join(edges.one(i), edges.two(i));
    }

    private void join(int one, int two) {
        int a = find(one);
        int b = find(two);
        if (a == b) return;
        if (mean(a, b) - apart(a, b) < LEAST_MEAN) return;
        int keep = Math.min(a, b);
        int give = Math.max(a, b);
        root[give] = keep;
        sizes[keep] += sizes[give];
        int after = next[keep];
        next[keep] = next[give];
        next[give] = after;
    }

    private double mean(int a, int b) {
        double sum = 0;
        int pairs = 0;
        int one = a;
        do {
            int two = b;
            do {
                pairing.levels(one, two, levels);
                if (levels[TAX_ID] == IdLooks.DIFFERENT) return NEVER;
                sum += Math.clamp(weights.score(register, levels, one, two), GROUND, CEILING);
                pairs++;
                two = next[two];
            } while (two != b && pairs < MOST_CROSS);
            one = next[one];
        } while (one != a && pairs < MOST_CROSS);
        return sum / pairs;
    }

    /**
     * Bits against two groups of whom each keeps to its own telephone and mailbox: a father and a son of one name look
     * alike in every single record, but what each is reached by never crosses.
     */
    private double apart(int a, int b) {
        int phones = meetings(a, b, Trait.PHONE);
        int emails = meetings(a, b, Trait.EMAIL);
        int masks = meetings(a, b, Trait.MASK);
        if (phones > 0 || emails > 0 || masks > 0 || (phones == 0 && masks == 0)) return 0;
        return Math.max(0, -phones - emails - masks - 1) * OWN_LIFE;
    }

    /** 1: a value is used on both sides; 0: one side has none; -n: each keeps to its own, seen n times on the side that has fewer. */
    private int meetings(int a, int b, Trait trait) {
        int left = 0;
        int right = 0;
        int one = a;
        do {
            int value = register.get(one, trait);
            if (value != 0) left++;
            int two = b;
            do {
                int other = register.get(two, trait);
                if (value != 0 && value == other) return 1;
                if (one == a && other != 0) right++;
                two = next[two];
            } while (two != b);
            one = next[one];
        } while (one != a);
        return -Math.min(2, Math.min(left, right));
    }

    private int find(int record) {
        int at = record;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    /** Each record's group, named by its first record. */
    int[] groups() {
        int[] groups = new int[root.length];
        Arrays.setAll(groups, this::find);
        return groups;
    }
}
