package okienko.ordercontrol.explanations;

import java.util.List;
import okienko.ordercontrol.evaluations.Evaluation;
import okienko.ordercontrol.judge.Heard;
import org.jspecify.annotations.Nullable;

/** What every rule said of an order one time control looked at it. */
record Trace(Evaluation evaluation, List<Line> lines) {

    Trace {
        lines = List.copyOf(lines);
    }

    /**
     * One rule.
     *
     * @param condition how its condition came to its answer; null when it has none or was not asked
     */
    record Line(Heard heard, Why.@Nullable Part condition) {}

    /** The rules of which asking came to this. */
    List<Line> of(Heard.Outcome outcome) {
        return lines.stream().filter(line -> line.heard().outcome() == outcome).toList();
    }
}
