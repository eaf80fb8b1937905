package okienko.ordercontrol.comments;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A linear model: for each hash a weight towards "a person should read it" and one towards each intent. Weights are kept as
 * bytes, a scale for each row, so that the file is small and the same on every machine.
 */
final class Model {

    /** The row of relevance; those after it are the intents'. */
    static final int RELEVANCE = 0;

    static final int ROWS = 1 + Intent.values().length;

    /** As many hashes as a file may bring: a broken one must not fill the memory. */
    private static final int MAX_HASHES = 1_000_000;

    private final int[] hashes;
    private final byte[][] weights;
    private final float[] scales;
    private final float[] biases;
    private final long[] remarks;
    private final double threshold;
    private final String version;
    private final Vocabulary vocabulary;

    /**
     * @param remarks fingerprints of the remarks known to change nothing, sorted
     */
    Model(int[] hashes, byte[][] weights, float[] scales, float[] biases, long[] remarks, double threshold) {
        this.hashes = hashes;
        this.weights = weights;
        this.scales = scales;
        this.biases = biases;
        this.remarks = remarks;
        this.threshold = threshold;
        vocabulary = new Vocabulary(hashes.length);
        for (int hash : hashes) vocabulary.add(hash);
        version = fingerprint();
    }

    /** From this score on a person reads the comment. */
    double threshold() {
        return threshold;
    }

    String version() {
        return version;
    }

    /** How far the piece is from a courtesy, from 0 to 1. */
    double relevance(Features features) {
        return 1 / (1 + StrictMath.exp(-sum(RELEVANCE, features)));
    }

    /** Whether an example says just this and changes nothing. */
    boolean knows(Pieces.Piece piece) {
        return java.util.Arrays.binarySearch(remarks, piece.fingerprint()) >= 0;
    }

    /** The intent the piece looks most like. */
    Intent intent(Features features) {
        long[] sums = new long[ROWS];
        for (int gram = 0; gram < features.count(); gram++) {
            int number = vocabulary.find(features.grams()[gram]);
            if (number < 0) continue;
            for (int row = 1; row < ROWS; row++) sums[row] += weights[row][number];
        }
        double length = StrictMath.sqrt(features.count());
        int best = 1;
        for (int row = 2; row < ROWS; row++) {
            if (weighed(row, sums[row], length) > weighed(best, sums[best], length)) best = row;
        }
        return Intent.values()[best - 1];
    }

    /** How many words begin as none of the examples' words does. */
    int unknownWords(Features features) {
        int unknown = 0;
        for (int word = 0; word < features.wordCount(); word++) {
            if (vocabulary.find(features.words()[word]) < 0) unknown++;
        }
        return unknown;
    }

    private double sum(int row, Features features) {
        byte[] of = weights[row];
        long sum = 0;
        for (int gram = 0; gram < features.count(); gram++) {
            int number = vocabulary.find(features.grams()[gram]);
            if (number >= 0) sum += of[number];
        }
        return weighed(row, sum, StrictMath.sqrt(features.count()));
    }

    private double weighed(int row, long sum, double length) {
        return biases[row] + sum * (double) scales[row] / length;
    }

    void write(OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new DeflaterOutputStream(out))) {
            data.writeInt(hashes.length);
            data.writeDouble(threshold);
            for (int row = 0; row < ROWS; row++) {
                data.writeFloat(scales[row]);
                data.writeFloat(biases[row]);
            }
            for (int hash : hashes) data.writeInt(hash);
            for (byte[] row : weights) data.write(row);
            data.writeInt(remarks.length);
            for (long remark : remarks) data.writeLong(remark);
        }
    }

    static Model read(InputStream in) throws IOException {
        try (DataInputStream data = new DataInputStream(new java.io.BufferedInputStream(new InflaterInputStream(in)))) {
            int count = data.readInt();
            if (count < 1 || count > MAX_HASHES)
                throw new IOException("a model of " + count + " hashes: train it anew");
            double threshold = data.readDouble();
            float[] scales = new float[ROWS];
            float[] biases = new float[ROWS];
            for (int row = 0; row < ROWS; row++) {
                scales[row] = data.readFloat();
                biases[row] = data.readFloat();
            }
            int[] hashes = new int[count];
            for (int at = 0; at < count; at++) hashes[at] = data.readInt();
            byte[][] weights = new byte[ROWS][count];
            for (byte[] row : weights) data.readFully(row);
            int known = data.readInt();
            if (known < 0 || known > MAX_HASHES)
                throw new IOException("a model of " + known + " remarks: train it anew");
            long[] remarks = new long[known];
            for (int at = 0; at < known; at++) remarks[at] = data.readLong();
            return new Model(hashes, weights, scales, biases, remarks, threshold);
        }
    }

    private String fingerprint() {
        CRC32 sum = new CRC32();
        for (byte[] row : weights) sum.update(row);
        for (int hash : hashes) {
            sum.update(hash);
            sum.update(hash >>> 8);
            sum.update(hash >>> 16);
        }
        for (long remark : remarks) {
            sum.update((int) remark);
            sum.update((int) (remark >>> 32));
        }
        long bits = Double.doubleToLongBits(threshold);
        for (int shift = 0; shift < 64; shift += 8) sum.update((int) (bits >>> shift));
        return "%08x".formatted(sum.getValue());
    }
}
