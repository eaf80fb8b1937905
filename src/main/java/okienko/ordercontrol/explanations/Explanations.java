package okienko.ordercontrol.explanations;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.Explanation;
import okienko.ordercontrol.conditions.RefusedCondition;
import okienko.ordercontrol.evaluations.EvaluatedOrder;
import okienko.ordercontrol.evaluations.Evaluations;
import okienko.ordercontrol.judge.Heard;
import okienko.ordercontrol.judge.Judge;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.terms.Situation;
import okienko.orders.OrderId;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains what was found in an order by the rules of that time and what control knew at that time, not by today's. */
@Component
public class Explanations {

    private final Evaluations evaluations;
    private final RuleBook rules;

    Explanations(Evaluations evaluations, RuleBook rules) {
        this.evaluations = evaluations;
        this.rules = rules;
    }

    /**
     * Why these stand as they do since control looked at the order last. A finding of a rule without a condition, and one
     * of which nothing is kept any more, has no explanation.
     */
    public Map<Finding, Why> of(OrderId order, Collection<Finding> findings, Words words) {
        if (findings.isEmpty()) return Map.of();
        return evaluations
                .last(order)
                .map(seen -> explained(seen, findings, words))
                .orElse(Map.of());
    }

    /** What every rule said when control looked at the order that time, also those that found nothing. */
    Optional<Trace> trace(OrderId order, long evaluation, Words words) {
        return evaluations.find(order, evaluation).map(seen -> {
            RuleSet then = rules(seen.evaluation().rulesVersion());
            Situation situation = Situation.of(seen.order(), seen.facts());
            return new Trace(
                    seen.evaluation(),
                    Judge.under(then).hear(seen.order(), seen.facts()).stream()
                            .map(heard -> new Trace.Line(heard, condition(heard, situation, words)))
                            .toList());
        });
    }

    private static Why.@Nullable Part condition(Heard heard, Situation situation, Words words) {
        return switch (heard.outcome()) {
            case OFF, NOT_IN_FORCE -> null; // nobody asked it
            case FOUND, NOTHING, NOT_APPLICABLE ->
                explanation(heard.rule(), situation)
                        .map(explanation -> part(explanation, words))
                        .orElse(null);
        };
    }

    private Map<Finding, Why> explained(EvaluatedOrder seen, Collection<Finding> findings, Words words) {
        RuleSet then = rules(seen.evaluation().rulesVersion());
        Situation situation = Situation.of(seen.order(), seen.facts());
        Map<Finding, Why> explained = new HashMap<>();
        for (Finding finding : findings) {
            reason(finding)
                    .flatMap(then::find)
                    .flatMap(rule -> explanation(rule, situation))
                    .ifPresent(explanation -> explained.put(
                            finding,
                            new Why(
                                    seen.evaluation().at(),
                                    seen.evaluation().rulesVersion(),
                                    part(explanation, words))));
        }
        return explained;
    }

    private RuleSet rules(int version) {
        RuleSet current = rules.current();
        return current.version() == version ? current : rules.at(version).orElse(RuleSet.DEFAULTS);
    }

    /** The rule that found it; of one that broke down, the rule that broke. */
    private static Optional<Reason> reason(Finding finding) {
        boolean broken = finding.reason() == ReasonCode.RULE_ERROR;
        return broken ? Reason.find(String.valueOf(finding.evidence().get("check"))) : Optional.of(finding.reason());
    }

    private static Optional<Explanation> explanation(Rule rule, Situation situation) {
        Rule.Written condition = rule.condition();
        if (condition == null) return Optional.empty();
        try {
            return Optional.of(Conditions.read(condition.text()).explain(situation));
        } catch (RefusedCondition _) {
            return Optional.empty(); // the finding itself says what is wrong with it
        }
    }

    private static Why.Part part(Explanation explanation, Words words) {
        return new Why.Part(
                explanation.sentence(words),
                explanation.parts().stream()
                        .filter(Explanation::isWorthALine)
                        .map(inner -> part(inner, words))
                        .toList());
    }
}
