package okienko.ordercontrol.comments;

/** The hashes a model knows, each with its number. */
final class Vocabulary {

    private final int[] keys;
    private final int[] numbers;
    private final int mask;
    private int size;

    Vocabulary(int capacity) {
        int places = Integer.highestOneBit(Math.max(16, capacity * 2 - 1)) * 2;
        keys = new int[places];
        numbers = new int[places];
        mask = places - 1;
    }

    int size() {
        return size;
    }

    /** The number of a hash; -1 when it is not known. */
    int find(int hash) {
        int at = hash & mask;
        while (keys[at] != 0) {
            if (keys[at] == hash) return numbers[at];
            at = (at + 1) & mask;
        }
        return -1;
    }

    void add(int hash) {
        int at = hash & mask;
        while (keys[at] != 0) {
            if (keys[at] == hash) return;
            at = (at + 1) & mask;
        }
        keys[at] = hash;
        numbers[at] = size++;
    }
}
