package okienko.desk.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import okienko.ordercontrol.ReasonCode;

/**
 * A part of the customer's comment.
 *
 * @param decided whether it is why the comment has to be read
 */
record CommentPiece(String text, boolean decided) {

    /** The comment in its order, parted where the deciding clauses begin and end. */
    static List<CommentPiece> of(String comment, List<FindingCard> cards) {
        boolean[] decided = new boolean[comment.length()];
        for (FindingCard card : cards) {
            if (card.finding().reason() != ReasonCode.COMMENT_RELEVANT) continue;
            if (!(card.finding().evidence().get("clauses") instanceof Collection<?> clauses)) continue;
            for (Object clause : clauses) mark(comment, clause.toString(), decided);
        }
        List<CommentPiece> pieces = new ArrayList<>();
        for (int from = 0; from < comment.length(); ) {
            int end = from + 1;
            while (end < comment.length() && decided[end] == decided[from]) end++;
            pieces.add(new CommentPiece(comment.substring(from, end), decided[from]));
            from = end;
        }
        return pieces;
    }

    /** A clause that was mended before it was read, or joined from two, is not found; then nothing is marked. */
    private static void mark(String comment, String clause, boolean[] decided) {
        int at = clause.isEmpty() ? -1 : comment.indexOf(clause);
        if (at >= 0) java.util.Arrays.fill(decided, at, at + clause.length(), true);
    }
}
