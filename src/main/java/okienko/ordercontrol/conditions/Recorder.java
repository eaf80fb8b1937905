package okienko.ordercontrol.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes what each part of a condition came to; what a loop says is noted line by line. */
final class Recorder implements CelEvaluationListener {

    private final Meter meter = new Meter();
    private final Map<Long, Loop> loops = new HashMap<>();
    private final Round whole = new Round(new HashMap<>(), new HashMap<>());

    /**
     * Values by the id of the part, and the rounds of the loops among them.
     *
     * @param rounds by the id of the loop
     */
    record Round(Map<Long, Object> values, Map<Long, List<Round>> rounds) {}

    /** A loop and the ids of what it asks of each line. */
    private record Loop(long id, Set<Long> asked) {}

    Recorder(CelAbstractSyntaxTree tree) {
        Tree.walk(tree.getExpr(), part -> {
            if (part.getKind() != CelExpr.ExprKind.Kind.COMPREHENSION) return;
            CelExpr body = body(tree, part);
            Set<Long> asked = new HashSet<>();
            Tree.walk(body, inside -> asked.add(inside.id()));
            loops.put(body.id(), new Loop(part.id(), asked));
        });
    }

    /** What a loop asks of each line. */
    static CelExpr body(CelAbstractSyntaxTree tree, CelExpr loop) {
        CelExpr.CelCall step = loop.comprehension().loopStep().call();
        return step.args().get(name(tree, loop).equals("count") ? 0 : 1);
    }

    /** How a loop is written: {@code exists}, {@code all}, {@code count} or {@code sum}. */
    static String name(CelAbstractSyntaxTree tree, CelExpr loop) {
        CelExpr written = tree.getSource().getMacroCalls().get(loop.id());
        return written == null ? "exists" : written.call().function();
    }

    @Override
    public void callback(CelExpr part, Object value) {
        meter.callback(part, value);
        whole.values().put(part.id(), value);
        Loop loop = loops.get(part.id());
        if (loop == null) return;
        Round round = new Round(new HashMap<>(), new HashMap<>());
        for (long id : loop.asked()) {
            Object noted = whole.values().remove(id);
            if (noted != null) round.values().put(id, noted);
            List<Round> inner = whole.rounds().remove(id);
            if (inner != null) round.rounds().put(id, inner);
        }
        whole.rounds().computeIfAbsent(loop.id(), _ -> new ArrayList<>()).add(round);
    }

    Meter meter() {
        return meter;
    }

    Round whole() {
        return whole;
    }
}
