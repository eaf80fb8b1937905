package okienko.customers.matching;

import okienko.customers.identity.Closeness;
import okienko.customers.identity.Closeness.Degree;

/** Two records of a register side by side; what words look alike is remembered, as the same words meet again and again. */
final class Pairing {

    private static final int REMEMBERED = 1 << 16;

    final Register register;
    private final long[][] seen = new long[Trait.COUNT][];

    Pairing(Register register) {
        this.register = register;
    }

    int get(int record, Trait trait) {
        return register.get(record, trait);
    }

    Degree degree(Trait trait, int one, int two) {
        if (one == two) return Degree.CLOSE;
        Glossary glossary = register.glossary(trait);
        if (Closeness.hopeless(glossary.letters[one], glossary.letters[two])) return Degree.FAR;
        long[] memory = seen[trait.ordinal()];
        if (memory == null) {
            memory = new long[REMEMBERED];
            seen[trait.ordinal()] = memory;
        }
        int low = Math.min(one, two);
        int high = Math.max(one, two);
        int at = Glossary.mixed(low * 31 + high) & (REMEMBERED - 1);
        long words = ((long) low << 33) | ((long) high << 2);
        if ((memory[at] & ~3L) == words) return DEGREES[(int) (memory[at] & 3)];
        Degree degree = Closeness.between(glossary.value(low), glossary.value(high));
        memory[at] = words | degree.ordinal();
        return degree;
    }

    private static final Degree[] DEGREES = Degree.values();

    /** The levels of all comparisons, in their order. */
    void levels(int one, int two, byte[] levels) {
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Comparisons.ALL.get(i).look().level(this, one, two);
        }
    }
}
