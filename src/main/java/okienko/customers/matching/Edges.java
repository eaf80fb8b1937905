package okienko.customers.matching;

import java.util.Arrays;

/** Scored pairs, compact. */
final class Edges {

    private static final int FINE = 1000; // a score is kept to a thousandth of a bit

    private int[] ones = new int[1024];
    private int[] twos = new int[1024];
    private float[] scores = new float[1024];
    private int size;

    void add(int one, int two, double score) {
        if (size == ones.length) {
            ones = Arrays.copyOf(ones, size * 2);
            twos = Arrays.copyOf(twos, size * 2);
            scores = Arrays.copyOf(scores, size * 2);
        }
        ones[size] = one;
        twos[size] = two;
        scores[size++] = (float) score;
    }

    int size() {
        return size;
    }

    int one(int at) {
        return ones[at];
    }

    int two(int at) {
        return twos[at];
    }

    float score(int at) {
        return scores[at];
    }

    /** The highest score first; equal ones in the order they came, which is the same every time. */
    void sort() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) order[i] = ((long) -Math.round(scores[i] * FINE) << 32) | i;
        Arrays.sort(order);
        int[] one = new int[size];
        int[] two = new int[size];
        float[] score = new float[size];
        for (int i = 0; i < size; i++) {
            int at = (int) order[i];
            one[i] = ones[at];
            two[i] = twos[at];
            score[i] = scores[at];
        }
        ones = one;
        twos = two;
        scores = score;
    }
}
