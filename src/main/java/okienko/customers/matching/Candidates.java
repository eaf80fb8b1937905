package okienko.customers.matching;

import java.util.Arrays;

/** The pairs worth comparing: those that share a key which not too many share. Every pair comes once. */
final class Candidates {

    /** More records than this under one key are divided by a further one, for pairs grow with the square. */
    private static final int FULLEST = 40;

    private final Register register;
    /** By kind of key and record; 0: none. */
    private final int[][] keys = new int[Keys.ALL.size()][];
    /** By kind, the records that have a key, those of one key together. */
    private final int[][] order = new int[Keys.ALL.size()][];

    Candidates(Register register) {
        this.register = register;
        for (int kind = 0; kind < keys.length; kind++) sort(kind);
    }

    /** Takes a pair, the smaller number first. */
    @FunctionalInterface
    interface Taker {
        void pair(int one, int two);
    }

    private void sort(int kind) {
        int[] own = new int[register.size()];
        long[] sorted = new long[register.size()];
        int filled = 0;
        for (int record = 0; record < own.length; record++) {
            own[record] = Keys.ALL.get(kind).of(register, record);
            if (own[record] != 0) sorted[filled++] = ((long) own[record] << 32) | record;
        }
        divide(own, sorted, filled);
        filled = 0;
        for (int record = 0; record < own.length; record++) {
            if (own[record] != 0) sorted[filled++] = ((long) own[record] << 32) | record;
        }
        Arrays.sort(sorted, 0, filled);
        int[] records = new int[filled];
        for (int i = 0; i < filled; i++) records[i] = (int) sorted[i];
        keys[kind] = own;
        order[kind] = records;
    }

    private void divide(int[] own, long[] sorted, int filled) {
        Arrays.sort(sorted, 0, filled);
        for (int from = 0, to; from < filled; from = to) {
            to = from + 1;
            while (to < filled && sorted[to] >> 32 == sorted[from] >> 32) to++;
            if (to - from > FULLEST) divide(own, Arrays.copyOfRange(sorted, from, to), 0, (int) (sorted[from] >> 32));
        }
    }

    private void divide(int[] own, long[] block, int divider, int key) {
        if (divider == Keys.DIVIDERS.size()) {
            for (long entry : block) own[(int) entry] = 0;
            return;
        }
        long[] parts = new long[block.length];
        for (int i = 0; i < block.length; i++) {
            int record = (int) block[i];
            int part = Keys.both(key, Keys.DIVIDERS.get(divider).of(register, record));
            own[record] = part;
            parts[i] = ((long) part << 32) | record;
        }
        Arrays.sort(parts);
        for (int from = 0, to; from < parts.length; from = to) {
            to = from + 1;
            while (to < parts.length && parts[to] >> 32 == parts[from] >> 32) to++;
            int part = (int) (parts[from] >> 32);
            if (to - from > FULLEST && part != 0) divide(own, Arrays.copyOfRange(parts, from, to), divider + 1, part);
        }
    }

    /** Every pair of which the smaller record is one in {@code step}: all with 1. */
    void each(int step, Taker taker) {
        for (int kind = 0; kind < keys.length; kind++) {
            int[] own = keys[kind];
            int[] records = order[kind];
            for (int from = 0, to; from < records.length; from = to) {
                to = from + 1;
                while (to < records.length && own[records[to]] == own[records[from]]) to++;
                block(kind, from, to, step, taker);
            }
        }
    }

    private void block(int kind, int from, int to, int step, Taker taker) {
        int[] records = order[kind];
        for (int i = from; i < to; i++) {
            int one = records[i];
            if (step > 1 && Integer.remainderUnsigned(Glossary.mixed(one), step) != 0) continue;
            for (int j = i + 1; j < to; j++) {
                if (!metBefore(kind, one, records[j])) taker.pair(one, records[j]);
            }
        }
    }

    private boolean metBefore(int kind, int one, int two) {
        for (int k = 0; k < kind; k++) {
            int key = keys[k][one];
            if (key != 0 && key == keys[k][two]) return true;
        }
        return false;
    }
}
