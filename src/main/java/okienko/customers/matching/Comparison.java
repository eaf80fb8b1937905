package okienko.customers.matching;

import java.util.List;

/**
 * One thing in which two records agree or differ.
 *
 * @param household whether those who live together agree in it
 * @param levels from "says nothing" (0: missing on a side) over agreement to disagreement
 */
record Comparison(String name, Look look, boolean household, List<Level> levels) {

    Comparison {
        levels = List.copyOf(levels);
    }

    /** Finds the level of two records. */
    @FunctionalInterface
    interface Look {
        int level(Pairing pairing, int one, int two);
    }

    /** By what an agreement's rarity is told. */
    enum Rarity {
        NONE,
        /** The value's own share of the records. */
        VALUE,
        /** The share of all surnames written alike. */
        SKELETON
    }

    /**
     * A degree of agreement.
     *
     * @param same share of pairs of one customer that are at this level, until the data say better
     * @param chance share of pairs of two customers
     * @param rarity for agreements: a rare value says more than a common one
     * @param trait whose value that is
     * @param floor log2 of the share that no value is rarer than
     * @param fixed bits that are not learnt; NaN: learnt
     */
    record Level(String name, double same, double chance, Rarity rarity, Trait trait, double floor, double fixed) {

        static Level level(String name, double same, double chance) {
            return new Level(name, same, chance, Rarity.NONE, Trait.GIVEN, 0, Double.NaN);
        }

        /** @param floor the share of the population that no value is rarer than, whatever this base says */
        static Level rare(String name, double same, double chance, Trait trait, double floor) {
            return new Level(name, same, chance, Rarity.VALUE, trait, Glossary.log2(floor), Double.NaN);
        }

        /** An agreement whose share is as given, whatever the data say. */
        static Level steady(String name, double same, Trait trait, double floor) {
            return new Level(name, same, same, Rarity.VALUE, trait, Glossary.log2(floor), 0);
        }

        static Level skeleton(String name, double same, double chance, double floor) {
            return new Level(name, same, chance, Rarity.SKELETON, Trait.SURNAME, Glossary.log2(floor), Double.NaN);
        }

        static Level fixed(String name, double bits) {
            return new Level(name, 0, 0, Rarity.NONE, Trait.GIVEN, 0, bits);
        }

        boolean learnt() {
            return Double.isNaN(fixed);
        }
    }
}
