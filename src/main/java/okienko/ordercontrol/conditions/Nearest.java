package okienko.ordercontrol.conditions;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names most like one that does not exist. */
final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    private record Candidate(String name, int distance) {}

    /** The names that may have been meant, the likeliest first; none when nothing is like it. */
    static List<String> to(String written, Collection<String> names) {
        String low = written.toLowerCase(Locale.ROOT);
        return names.stream()
                .distinct()
                .map(name -> new Candidate(name, distance(low, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= patience(low))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** Names without an error can be this far apart. */
    private static int patience(String written) {
        return Math.max(1, written.length() / 3);
    }

    /** The end of a path counts more than the way to it: who writes order.taxid means order.buyer.taxId. */
    private static int distance(String written, String name) {
        int whole = apart(written, name);
        int end = apart(last(written), last(name));
        return name.indexOf('.') < 0 ? whole : Math.min(whole, end + 1);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Letters to add, drop, change or swap with the next. */
    static int apart(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= b.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
