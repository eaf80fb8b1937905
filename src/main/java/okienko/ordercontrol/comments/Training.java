package okienko.ordercontrol.comments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Trains a model by logistic regression, the steps shortened for each weight by what it has moved already (AdaGrad: Duchi,
 * Hazan, Singer, JMLR 12, 2011). One seed, one thread and StrictMath: the same examples give the same bytes.
 */
final class Training {

    /** Hashes seen in fewer examples tell nothing about the next comment. */
    private static final int LEAST_EXAMPLES = 2;

    private static final int ROUNDS = 14;
    private static final double STEP = 0.7;
    private static final double DECAY = 0.985;
    private static final long SEED = 20261128;

    /** A wish that passes costs more than a courtesy that stops. */
    private static final double WEIGHT_OF_A_WISH = 2.0;

    @SuppressWarnings("ArrayRecordComponent") // made and read here only
    private record Item(
            Features features, int[] numbers, @Nullable Intent intent) {}

    private final Vocabulary vocabulary;
    private final List<Integer> hashes = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final long[] remarks;
    private final float[][] weights;
    private final float[][] moved;

    private Training(List<Example> examples) {
        List<Item> pieces = new ArrayList<>();
        for (Example example : examples) {
            for (Pieces.Piece piece : learned(example)) {
                pieces.add(new Item(piece.features(), new int[0], example.intent()));
            }
        }
        vocabulary = counted(pieces);
        for (Item piece : pieces) items.add(numbered(piece));
        remarks = remarks(examples);
        weights = new float[Model.ROWS][vocabulary.size() + 1];
        moved = new float[Model.ROWS][vocabulary.size() + 1];
    }

    static Model train(List<Example> examples, double threshold) {
        Training training = new Training(examples);
        Random order = new Random(SEED);
        List<Item> shuffled = new ArrayList<>(training.items);
        for (int round = 0; round < ROUNDS; round++) {
            java.util.Collections.shuffle(shuffled, order);
            for (Item item : shuffled) training.learn(item);
            training.decay();
        }
        return training.model(threshold);
    }

    /** Of a wish of several clauses it is not known which one is the wish: it is learned whole. */
    private static List<Pieces.Piece> learned(Example example) {
        List<Pieces.Piece> pieces = Pieces.of(Plain.of(example.text()), java.util.Set.of(), Pieces.NONE_KNOWN);
        return example.relevant() && pieces.size() > 1 ? List.of(Pieces.whole(example.text())) : pieces;
    }

    private static long[] remarks(List<Example> examples) {
        return examples.stream()
                .filter(example -> !example.relevant())
                .map(example -> Pieces.of(Plain.of(example.text()), java.util.Set.of(), Pieces.NONE_KNOWN))
                // a clause of several may say something else where it stands alone
                .filter(pieces -> pieces.size() == 1)
                .map(List::getFirst)
                .mapToLong(Pieces.Piece::fingerprint)
                .sorted()
                .distinct()
                .toArray();
    }

    private Vocabulary counted(List<Item> pieces) {
        Map<Integer, Integer> seen = new HashMap<>();
        for (Item piece : pieces) {
            Arrays.stream(piece.features().grams(), 0, piece.features().count())
                    .distinct()
                    .forEach(gram -> seen.merge(gram, 1, Integer::sum));
            for (int word = 0; word < piece.features().wordCount(); word++) {
                seen.merge(piece.features().words()[word], LEAST_EXAMPLES, Integer::sum);
            }
        }
        List<Integer> kept = seen.entrySet().stream()
                .filter(hash -> hash.getValue() >= LEAST_EXAMPLES)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Vocabulary all = new Vocabulary(kept.size());
        for (int hash : kept) {
            all.add(hash);
            hashes.add(hash);
        }
        return all;
    }

    private Item numbered(Item piece) {
        int[] numbers = Arrays.stream(
                        piece.features().grams(), 0, piece.features().count())
                .map(vocabulary::find)
                .filter(number -> number >= 0)
                .toArray();
        return new Item(piece.features(), numbers, piece.intent());
    }

    private void learn(Item item) {
        double value = 1 / StrictMath.sqrt(item.features().count());
        double relevance = 1 / (1 + StrictMath.exp(-sum(Model.RELEVANCE, item, value)));
        double error = (item.intent() == null ? 0 : 1) - relevance;
        move(Model.RELEVANCE, item, error * (item.intent() == null ? 1 : WEIGHT_OF_A_WISH), value);
        if (item.intent() == null) return;
        double[] odds = new double[Model.ROWS];
        double all = 0;
        for (int row = 1; row < Model.ROWS; row++) {
            odds[row] = StrictMath.exp(sum(row, item, value));
            all += odds[row];
        }
        for (int row = 1; row < Model.ROWS; row++) {
            boolean wanted = item.intent().ordinal() == row - 1;
            move(row, item, (wanted ? 1 : 0) - odds[row] / all, value);
        }
    }

    private double sum(int row, Item item, double value) {
        double sum = 0;
        for (int number : item.numbers()) sum += weights[row][number];
        return sum * value + weights[row][vocabulary.size()];
    }

    private void move(int row, Item item, double error, double value) {
        double by = error * value;
        for (int number : item.numbers()) step(row, number, by);
        step(row, vocabulary.size(), error * 0.3);
    }

    private void step(int row, int number, double by) {
        moved[row][number] += (float) (by * by);
        weights[row][number] += (float) (STEP * by / StrictMath.sqrt(moved[row][number] + 1e-3));
    }

    private void decay() {
        for (float[] row : weights) {
            for (int number = 0; number < vocabulary.size(); number++) row[number] *= (float) DECAY;
        }
    }

    private Model model(double threshold) {
        int size = vocabulary.size();
        byte[][] bytes = new byte[Model.ROWS][size];
        float[] scales = new float[Model.ROWS];
        float[] biases = new float[Model.ROWS];
        for (int row = 0; row < Model.ROWS; row++) {
            float most = 1e-6f;
            for (int number = 0; number < size; number++) most = Math.max(most, Math.abs(weights[row][number]));
            scales[row] = most / Byte.MAX_VALUE;
            biases[row] = weights[row][size];
            for (int number = 0; number < size; number++) {
                bytes[row][number] = (byte) Math.round(weights[row][number] / scales[row]);
            }
        }
        return new Model(
                hashes.stream().mapToInt(Integer::intValue).toArray(), bytes, scales, biases, remarks, threshold);
    }
}
