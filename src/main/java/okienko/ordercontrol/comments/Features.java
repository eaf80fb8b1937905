package okienko.ordercontrol.comments;

import java.util.Arrays;

/**
 * What the model sees of a piece of text: hashes of its words, of neighbouring words, of word beginnings, and of two to five
 * neighbouring letters, which tell a misspelt or inflected word by its parts.
 */
final class Features {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;

    /** Letters of a word that are its stem for our purpose. */
    private static final int STEM = 5;

    /** Letters of a word that must have been seen before, or the word is unknown. */
    private static final int KNOWN = 4;

    /** As much of a piece as is looked at; what is longer stops anyway. */
    private static final int MAX_LETTERS = 1200;

    private int[] grams = new int[512];
    private int count;
    private int[] words = new int[16];
    private int wordCount;

    private Features() {}

    /**
     * @param folded as {@link Folding} writes it
     * @param question whether a question mark stood there
     */
    static Features of(String folded, boolean question) {
        Features features = new Features();
        String text = folded.length() > MAX_LETTERS ? folded.substring(0, MAX_LETTERS) : folded;
        features.letters(' ' + text + ' ');
        features.words(text);
        if (question) features.add(hash(7, "?", 0, 1));
        features.add(hash(8, "12345", Math.min(4, features.wordCount / 2), Math.min(4, features.wordCount / 2) + 1));
        return features;
    }

    /** The hashes, of which the first {@link #count} count. */
    int[] grams() {
        return grams;
    }

    int count() {
        return count;
    }

    /** The hashes of the words' beginnings, of which the first {@link #wordCount} count. */
    int[] words() {
        return words;
    }

    int wordCount() {
        return wordCount;
    }

    private void letters(String text) {
        int[] hashes = new int[text.length()];
        Arrays.fill(hashes, 0x811c9dc5);
        for (int length = 1; length <= LONGEST; length++) {
            for (int at = 0; at + length <= text.length(); at++) {
                hashes[at] = step(hashes[at], text.charAt(at + length - 1));
                if (length >= SHORTEST) add(mixed(hashes[at] + length));
            }
        }
    }

    private void words(String text) {
        int before = 0;
        int earlier = 0;
        int from = 0;
        while (from < text.length()) {
            int space = text.indexOf(' ', from);
            int end = space < 0 ? text.length() : space;
            int stem = hash(1, text, from, Math.min(end, from + STEM));
            add(stem);
            add(hash(2, text, from, end));
            if (before != 0) add(mixed(before * 31 + stem));
            if (earlier != 0) add(mixed(earlier * 131 + stem));
            if (wordCount == words.length) words = Arrays.copyOf(words, wordCount * 2);
            words[wordCount++] = hash(3, text, from, Math.min(end, from + KNOWN));
            earlier = before;
            before = stem;
            from = end + 1;
        }
    }

    private void add(int hash) {
        if (count == grams.length) grams = Arrays.copyOf(grams, count * 2);
        grams[count++] = hash;
    }

    private static int hash(int kind, String text, int from, int end) {
        int hash = 0x811c9dc5 ^ (kind * 0x9e3779b1);
        for (int at = from; at < end; at++) hash = step(hash, text.charAt(at));
        return mixed(hash);
    }

    private static int step(int hash, char letter) {
        char plain = letter >= '0' && letter <= '9' ? '0' : letter;
        return (hash ^ plain) * 0x01000193;
    }

    /** 0 is kept for the empty place in a table. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 15)) * 0x2c1b3c6d;
        mixed ^= mixed >>> 12;
        return mixed == 0 ? 1 : mixed;
    }
}
