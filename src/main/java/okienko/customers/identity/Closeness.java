package okienko.customers.identity;

/** How alike two words are to the eye. */
public final class Closeness {

    private static final int LONGEST = 64;

    /** Nothing alike, somewhat, very: the levels most comparisons tell apart. */
    public enum Degree {
        FAR,
        SIMILAR,
        CLOSE
    }

    static final double SIMILAR = .82;
    static final double CLOSE = .92;
    private static final int FEWEST = 4; // letters of a word in which one slip is still a slip

    /** How alike two words are. */
    public static Degree between(String one, String two) {
        if (one.length() >= FEWEST && two.length() >= FEWEST && Slip.between(one, two)) return Degree.CLOSE;
        double likeness = jaroWinkler(one, two);
        return likeness >= CLOSE ? Degree.CLOSE : likeness >= SIMILAR ? Degree.SIMILAR : Degree.FAR;
    }

    /** Two sets of letters so different that the words cannot be alike. */
    public static boolean hopeless(long letters, long others) {
        int common = Long.bitCount(letters & others);
        return common * 2 < Math.min(Long.bitCount(letters), Long.bitCount(others));
    }

    /** Winkler's measure (1990), of the first 64 letters. */
    static double jaroWinkler(String one, String two) {
        int length = Math.min(LONGEST, one.length());
        int other = Math.min(LONGEST, two.length());
        if (length == 0 || other == 0) return 0;
        int reach = Math.max(0, Math.max(length, other) / 2 - 1);
        long metOne = 0;
        long metTwo = 0;
        for (int i = 0; i < length; i++) {
            char letter = one.charAt(i);
            int last = Math.min(other - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= last; j++) {
                if ((metTwo >> j & 1) == 0 && two.charAt(j) == letter) {
                    metOne |= 1L << i;
                    metTwo |= 1L << j;
                    break;
                }
            }
        }
        int met = Long.bitCount(metOne);
        if (met == 0) return 0;
        double moved = moved(one, metOne, two, metTwo) / 2.0;
        double jaro = ((double) met / length + (double) met / other + (met - moved) / met) / 3;
        int prefix = 0;
        while (prefix < 4 && prefix < length && prefix < other && one.charAt(prefix) == two.charAt(prefix)) prefix++;
        return jaro + prefix * .1 * (1 - jaro);
    }

    private static int moved(String one, long metOne, String two, long metTwo) {
        int moved = 0;
        for (long a = metOne, b = metTwo; a != 0; a &= a - 1, b &= b - 1) {
            if (one.charAt(Long.numberOfTrailingZeros(a)) != two.charAt(Long.numberOfTrailingZeros(b))) moved++;
        }
        return moved;
    }

    private Closeness() {}
}
