package okienko.ordercontrol.conditions;

import java.util.List;

/** A condition cannot be used as it is written. */
public final class RefusedCondition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    RefusedCondition(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, the most useful first; never empty. */
    public List<Problem> problems() {
        return problems;
    }
}
