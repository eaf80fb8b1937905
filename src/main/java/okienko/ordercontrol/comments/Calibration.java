package okienko.ordercontrol.comments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the score from which on a person reads a comment: every example is weighed by a model that has not seen it, and the
 * score is chosen at which all wishes but one in a hundred stop.
 */
final class Calibration {

    private static final int FOLDS = 8;

    /** Wishes that may pass, weighed by a model that has learned from fewer examples than the one that is shipped. */
    private static final double MISSED = 0.01;

    private Calibration() {}

    static double threshold(List<Example> examples) {
        List<Double> scores = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            CommentReader reader = new CommentReader(Training.train(others(examples, fold), 0.5));
            for (Example example : part(examples, fold)) {
                if (example.relevant()) scores.add(reader.read(example.text()).score());
            }
        }
        double[] sorted = scores.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * MISSED)];
    }

    static List<Example> part(List<Example> examples, int fold) {
        List<Example> part = new ArrayList<>();
        for (int at = fold; at < examples.size(); at += FOLDS) part.add(examples.get(at));
        return part;
    }

    static List<Example> others(List<Example> examples, int fold) {
        List<Example> others = new ArrayList<>();
        for (int at = 0; at < examples.size(); at++) {
            if (at % FOLDS != fold) others.add(examples.get(at));
        }
        return others;
    }
}
