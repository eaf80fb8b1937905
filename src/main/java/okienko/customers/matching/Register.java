package okienko.customers.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okienko.customers.identity.GivenNames;
import okienko.customers.identity.Spelling;

/** All records, compact: a row of numbers each, of which every trait's glossary knows the text. */
final class Register {

    static final int WIDTH = Trait.COUNT;

    /** A number or mailbox that people with more initials than this use is nobody's own. */
    private static final int OWN = 4;

    /** Of a value that only one person uses we cannot know how many others might. */
    private static final double HALF = .5;

    private static final List<Trait> PERSONAL = List.of(
            Trait.PHONE,
            Trait.EMAIL,
            Trait.LOCAL,
            Trait.MASK,
            Trait.LOGIN,
            Trait.TAX_ID,
            Trait.NATIONAL_ID,
            Trait.BIRTH,
            Trait.DWELLING,
            Trait.EXTRA,
            Trait.FULL);

    private final Traits traits = new Traits();
    final Glossary[] glossaries = new Glossary[WIDTH];
    private int[] rows = new int[1024 * WIDTH];
    private int size;

    /** What each given name may stand for. */
    private int[][] meant = {};
    /** Which given names are known, or a slip away from one that is. */
    private boolean[] proper = {};
    /** Each surname's skeleton, as a number. */
    private int[] skeletons = {};

    private float[] skeletonRarity = {};
    private final Map<Trait, boolean[]> shared = new HashMap<>();

    Register() {
        Arrays.setAll(glossaries, _ -> new Glossary());
    }

    /** Adds a record; its number is how many there were before. */
    int add(String[] raw) {
        String[] values = traits.of(raw);
        if ((size + 1) * WIDTH > rows.length) rows = Arrays.copyOf(rows, rows.length * 2);
        for (int t = 0; t < WIDTH; t++) rows[size * WIDTH + t] = glossaries[t].number(values[t]);
        return size++;
    }

    int size() {
        return size;
    }

    int get(int record, Trait trait) {
        return rows[record * WIDTH + trait.ordinal()];
    }

    Glossary glossary(Trait trait) {
        return glossaries[trait.ordinal()];
    }

    String text(int record, Trait trait) {
        return glossary(trait).value(get(record, trait));
    }

    /** Closes the register: from here it can be compared. */
    void settle() {
        for (Trait trait : Trait.values()) glossary(trait).settle(size, Comparisons.usual(trait));
        close(size);
    }

    /**
     * Closes a register of a few records out of many: how rare a name is they cannot tell, but who shares a number with whom
     * they do, since everybody who has it is among them.
     */
    void settle(int records) {
        for (Trait trait : Trait.values()) {
            double usual = Comparisons.usual(trait);
            glossary(trait).settle(records, usual);
            if (usual > 0) Arrays.fill(glossary(trait).rarity, (float) Glossary.log2(usual));
        }
        close(records);
    }

    private void close(int records) {
        Glossary given = glossary(Trait.GIVEN);
        meant = new int[given.size()][];
        proper = new boolean[given.size()];
        for (int i = 0; i < meant.length; i++) {
            meant[i] = GivenNames.meant(given.value(i));
            proper[i] = meant[i].length > 0 || GivenNames.slipped(given.value(i));
        }
        skeletons(records);
        for (Trait trait : PERSONAL) people(trait, records);
    }

    private void skeletons(int records) {
        Glossary surnames = glossary(Trait.SURNAME);
        Map<String, Integer> numbers = new HashMap<>();
        skeletons = new int[surnames.size()];
        int[] counts = new int[surnames.size() + 1];
        for (int i = 1; i < skeletons.length; i++) {
            Integer number = numbers.computeIfAbsent(skeleton(surnames.value(i)), _ -> numbers.size() + 1);
            skeletons[i] = number;
            counts[number] += surnames.count(i);
        }
        skeletonRarity = new float[skeletons.length];
        for (int i = 1; i < skeletons.length; i++) {
            skeletonRarity[i] = Glossary.share(counts[skeletons[i]], records, Comparisons.usual(Trait.SURNAME));
        }
    }

    /** Coarser than {@link Spelling}'s: English, Polish and German write the Slavic ch, c and h in each other's letters. */
    private static String skeleton(String surname) {
        return Spelling.skeleton(surname)
                .replace('c', 'h')
                .replace("ie", "e")
                .replace("ia", "a")
                .replace("iu", "u")
                .replace("hh", "h");
    }

    /**
     * Counts by how many people, told apart by their initials, a value is used: what several records of one customer have
     * in common is not the more common for that. Marks the values that are nobody's own.
     */
    private void people(Trait trait, int records) {
        Glossary glossary = glossary(trait);
        long[] initials = new long[glossary.size()];
        byte[] people = new byte[glossary.size()];
        for (int record = 0; record < size; record++) {
            int value = get(record, trait);
            int given = initial(record, Trait.GIVEN);
            int surname = initial(record, Trait.SURNAME);
            if (value == 0 || given == 0 || surname == 0) continue;
            // in either order: they are often swapped
            long bit = 1L << (Glossary.mixed(Math.min(given, surname) * 256 + Math.max(given, surname)) & 63);
            if ((initials[value] & bit) == 0) people[value]++;
            initials[value] |= bit;
        }
        boolean[] marks = new boolean[people.length];
        for (int i = 1; i < marks.length; i++) {
            marks[i] = people[i] > OWN && people[i] * 3 > glossary.count(i);
            glossary.rarity[i] = Glossary.share(Math.max(people[i] - 1, HALF), records, Comparisons.usual(trait));
        }
        shared.put(trait, marks);
    }

    private int initial(int record, Trait trait) {
        String text = text(record, trait);
        return text.isEmpty() ? 0 : text.charAt(0);
    }

    boolean shared(Trait trait, int value) {
        boolean[] marks = shared.get(trait);
        return marks != null && marks[value];
    }

    boolean proper(int given) {
        return proper[given];
    }

    int[] meant(int given) {
        return meant[given];
    }

    int skeleton(int surname) {
        return skeletons[surname];
    }

    float skeletonRarity(int surname) {
        return skeletonRarity[surname];
    }
}
