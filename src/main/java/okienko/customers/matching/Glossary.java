package okienko.customers.matching;

import java.util.Arrays;

/** The distinct values of one trait, each with a number, how many records have it, and which letters it is made of. */
final class Glossary {

    /** How many records' worth the usual share counts. */
    private static final int TRUST = 500;

    private static final float NEVER = -99;

    private String[] values = new String[1024];
    private int[] counts = new int[1024];
    private int[] slots = new int[4096];
    private int size = 1; // number 0: no value
    /** Which letters occur, one bit each: two values that share few cannot be alike. */
    long[] letters = {};
    /** log2 of the share of records that have the value. */
    float[] rarity = {};

    Glossary() {
        values[0] = "";
    }

    int number(String value) {
        if (value.isEmpty()) return 0;
        int slot = slot(value);
        int number = slots[slot];
        if (number == 0) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            number = size++;
            values[number] = value;
            slots[slot] = number;
            if (size * 2 > slots.length) grow();
        }
        counts[number]++;
        return number;
    }

    String value(int number) {
        return values[number];
    }

    int count(int number) {
        return counts[number];
    }

    int size() {
        return size;
    }

    /** What share of records a count is, as log2: a small base's counts say less than what is usual. */
    static float share(double count, int records, double usual) {
        return (float) log2((count + TRUST * usual) / (records + TRUST));
    }

    /**
     * Closes the counting.
     *
     * @param usual the share that a value has elsewhere
     */
    void settle(int records, double usual) {
        letters = new long[size];
        rarity = new float[size];
        rarity[0] = NEVER;
        for (int i = 1; i < size; i++) {
            letters[i] = letters(values[i]);
            rarity[i] = share(counts[i], records, usual);
        }
    }

    private int slot(String value) {
        int mask = slots.length - 1;
        int slot = mixed(value.hashCode()) & mask;
        while (slots[slot] != 0 && !values[slots[slot]].equals(value)) slot = (slot + 1) & mask;
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int i = 1; i < size; i++) slots[slot(values[i])] = i;
    }

    static int mixed(int hash) {
        int h = hash * 0x9E3779B9;
        h ^= h >>> 15;
        h *= 0x85EBCA6B;
        return h ^ (h >>> 13);
    }

    static long letters(String value) {
        long letters = 0;
        for (int i = 0; i < value.length(); i++) letters |= 1L << (value.charAt(i) & 63);
        return letters;
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
