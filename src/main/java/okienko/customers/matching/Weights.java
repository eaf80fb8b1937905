package okienko.customers.matching;

import java.util.stream.Stream;
import okienko.customers.matching.Comparison.Level;

/** What each level weighs, in bits: log2 of how much oftener it is met within one customer than by chance (Fellegi, Sunter 1969). */
final class Weights {

    private static final int GIVEN = Comparisons.place("givenName");
    /** Numbers and accounts that a family does not share. */
    private static final int[] IDENTITIES = Stream.of("birth", "nationalId", "taxId", "mask", "login")
            .mapToInt(Comparisons::place)
            .toArray();

    /** log2 of the odds that two records taken at random are of one customer. */
    double prior;

    final double[][] same;
    final double[][] chance;
    private final double[][] bits;

    Weights(int records) {
        int n = Comparisons.ALL.size();
        same = new double[n][];
        chance = new double[n][];
        bits = new double[n][];
        for (int c = 0; c < n; c++) {
            var levels = Comparisons.ALL.get(c).levels();
            same[c] = levels.stream().mapToDouble(Level::same).toArray();
            chance[c] = levels.stream().mapToDouble(Level::chance).toArray();
            bits[c] = new double[levels.size()];
        }
        prior = -Glossary.log2(Math.max(2, records));
        settle();
    }

    void settle() {
        for (int c = 0; c < bits.length; c++) {
            for (int l = 1; l < bits[c].length; l++) {
                Level level = Comparisons.ALL.get(c).levels().get(l);
                boolean rare = level.rarity() != Comparison.Rarity.NONE;
                bits[c][l] = rare
                        ? Glossary.log2(same[c][l])
                        : level.learnt() ? Glossary.log2(same[c][l] / chance[c][l]) : level.fixed();
            }
        }
    }

    /** The weight of one comparison's level for these two records. */
    private double bits(Register register, int comparison, int level, int one, int two) {
        if (level == 0) return 0;
        Level kind = Comparisons.ALL.get(comparison).levels().get(level);
        return switch (kind.rarity()) {
            case NONE -> bits[comparison][level];
            case VALUE -> {
                float[] rarity = register.glossary(kind.trait()).rarity;
                double share =
                        Math.max(rarity[register.get(one, kind.trait())], rarity[register.get(two, kind.trait())]);
                yield bits[comparison][level] - Math.max(share, kind.floor());
            }
            case SKELETON -> {
                double share = Math.max(
                        register.skeletonRarity(register.get(one, kind.trait())),
                        register.skeletonRarity(register.get(two, kind.trait())));
                yield bits[comparison][level] - Math.max(share, kind.floor());
            }
        };
    }

    double score(Register register, byte[] levels, int one, int two) {
        double sum = prior;
        boolean otherName = levels[GIVEN] == NameLooks.OTHER_NAME;
        boolean otherPerson = otherName && !oneIdentity(levels);
        for (int c = 0; c < levels.length; c++) {
            if (levels[c] != 0) sum += counted(register, c, levels[c], one, two, otherName, otherPerson);
        }
        return sum;
    }

    /** The weights of which {@link #score} is the sum, but for the prior. */
    double[] each(Register register, byte[] levels, int one, int two) {
        boolean otherName = levels[GIVEN] == NameLooks.OTHER_NAME;
        boolean otherPerson = otherName && !oneIdentity(levels);
        double[] each = new double[levels.length];
        for (int c = 0; c < levels.length; c++) {
            if (levels[c] != 0) each[c] = counted(register, c, levels[c], one, two, otherName, otherPerson);
        }
        return each;
    }

    private double counted(
            Register register, int c, int level, int one, int two, boolean otherName, boolean otherPerson) {
        if (otherName && !otherPerson && c == GIVEN) return bits[GIVEN][NameLooks.DIFFERENT];
        double weight = bits(register, c, level, one, two);
        // what a family shares cannot make one person of two
        return otherPerson && weight > 0 && Comparisons.ALL.get(c).household() ? 0 : weight;
    }

    private static boolean oneIdentity(byte[] levels) {
        for (int c : IDENTITIES) if (levels[c] == 1) return true;
        return false;
    }
}
