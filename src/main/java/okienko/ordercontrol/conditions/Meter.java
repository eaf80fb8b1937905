package okienko.ordercontrol.conditions;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.values.ErrorValue;
import dev.cel.runtime.CelEvaluationListener;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts what a condition costs while it runs, and stops one that costs more than an order is worth. Steps and not time:
 * the same order and facts give the same answer on a busy machine, too. CEL tells of each part it has worked out; a text
 * or a list counts by its length, since whatever looks into it goes through it.
 */
final class Meter implements CelEvaluationListener {

    /** Enough for two loops inside each other over an order of fifty lines; a few milliseconds at the very most. */
    static final int STEPS = 25_000;

    private static final int CHARACTERS_A_STEP = 4;

    private int left = STEPS;
    private final List<ErrorValue> errors = new ArrayList<>(0);

    @Override
    public void callback(CelExpr part, Object value) {
        if (value instanceof ErrorValue handedOn) errors.add(handedOn);
        int cost = switch (value) {
            case String text -> 1 + text.length() / CHARACTERS_A_STEP;
            case List<?> list -> 1 + list.size();
            default -> 1;
        };
        left -= cost;
        if (left < 0) throw new Spent();
    }

    /**
     * What went wrong in parts joined by {@code &&} or {@code ||}, the first first. CEL hands it on as a value, and what is
     * asked next says only that it cannot use that.
     */
    List<ErrorValue> errors() {
        return errors;
    }

    /** All steps are spent. An error, since CEL catches every exception and goes on with the next part. */
    static final class Spent extends Error {

        private static final long serialVersionUID = 1L;

        private Spent() {
            super("the condition costs too much", null, false, false);
        }
    }
}
