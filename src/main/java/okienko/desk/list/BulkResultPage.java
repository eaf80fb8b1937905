package okienko.desk.list;

import java.util.List;
import okienko.ui.Page;

/** What was done to many orders, and what was not and why. */
record BulkResultPage(Question question, BulkAction action, List<Line> lines) implements Page {

    /**
     * One order.
     *
     * @param state how it stands now
     * @param obstacle why nothing was done, in the reader's language; empty when it was
     */
    record Line(long order, String number, String state, String obstacle) {}

    long done() {
        return lines.stream().filter(line -> line.obstacle().isEmpty()).count();
    }

    List<Line> refused() {
        return lines.stream().filter(line -> !line.obstacle().isEmpty()).toList();
    }
}
