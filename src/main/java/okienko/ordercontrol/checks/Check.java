package okienko.ordercontrol.checks;

import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.orders.Order;

/**
 * One check: a value, so that the list of them is the specification.
 *
 * @param byDefault its mode where nobody has set another
 * @param queue the work queue an order held by it goes to unless a setting says otherwise
 * @param parameters what an operator may change about it
 * @param reads of what it looks at besides the order: while none of it changes, it finds the same
 */
public record Check(
        ReasonCode reason,
        RuleSet.Mode byDefault,
        String queue,
        List<Parameter> parameters,
        Set<Source> reads,
        Examination examination) {

    public Check {
        parameters = List.copyOf(parameters);
        reads = Set.copyOf(reads);
    }

    /** Looks at one aspect of an order. Pure: the same order and facts give the same findings. */
    @FunctionalInterface
    public interface Examination {
        List<Finding> examine(Order order, Facts facts, Settings settings);
    }

    static Check on(ReasonCode reason, String queue, Examination examination, Parameter... parameters) {
        return new Check(reason, RuleSet.Mode.ON, queue, List.of(parameters), Set.of(), examination);
    }

    static Check shadow(ReasonCode reason, String queue, Examination examination, Parameter... parameters) {
        return new Check(reason, RuleSet.Mode.SHADOW, queue, List.of(parameters), Set.of(), examination);
    }

    Check reading(Source... sources) {
        return new Check(reason, byDefault, queue, parameters, Set.of(sources), examination);
    }

    /** How it is set where nobody has set anything. */
    public RuleSet.Setting defaults() {
        return new RuleSet.Setting(byDefault, Map.of());
    }

    /** What it finds in an order; the parameters not named keep their defaults. */
    public List<Finding> examine(Order order, Facts facts, Map<String, String> parameters) {
        return examination.examine(order, facts, new Settings(parameters));
    }
}
