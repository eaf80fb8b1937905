package okienko.ordercontrol.comments;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What stops a comment whatever the model says of it.
 *
 * @param name how a reading calls it
 * @param stops whether it stops a piece in which these facts were found
 */
record StopRule(String name, BiPredicate<Pieces.Piece, List<Fact>> stops) {

    /** Words of exception: what follows takes back or narrows what was said. */
    private static final Set<String> EXCEPTIONS = Set.of(
            "ale", "lecz", "but", "except", "unless", "aber", "sondern", "krome", "odnako", "osven", "okrem", "krom");

    static final List<StopRule> ALL = List.of(
            new StopRule("fact", (piece, facts) -> !facts.isEmpty()),
            // letters of other scripts are ~ in a folded text
            new StopRule("foreign", (piece, facts) -> piece.folded().indexOf('~') >= 0),
            new StopRule("exception", (piece, facts) -> excepting(piece.folded())));

    private static boolean excepting(String folded) {
        for (String word : folded.split(" ", -1)) {
            if (EXCEPTIONS.contains(word)) return true;
        }
        return false;
    }
}
